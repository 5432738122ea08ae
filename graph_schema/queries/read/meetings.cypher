// How often the deliverables of two agencies require or support each other; each pair once for each direction.
//
// params:  none
// returns: one, other, times
CYPHER 25
MATCH (g:Deliverable)-[:FINANCES|ENABLES|SUPPORTS]->(t:Deliverable) WHERE g.agency <> t.agency
RETURN g.agency AS one, t.agency AS other, count(*) AS times
ORDER BY one, other
