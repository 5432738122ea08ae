// Where points of tier 1 began
MATCH (d:Deliverable)-[c:CHARGED]->(g:Agreement {tier: 1})
RETURN d.id AS deliverable, d.title AS title, sum(c.points) AS points, count(DISTINCT g) AS agreements
ORDER BY points DESC LIMIT 20
