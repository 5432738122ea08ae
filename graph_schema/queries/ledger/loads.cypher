// How many loads the graph has seen.
//
// params:  none
// returns: number
CYPHER 25
OPTIONAL MATCH (g:Graph)
RETURN coalesce(g.loads, 0) AS number
