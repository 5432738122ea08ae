// Targets that nobody ever reported on
MATCH (t:Target)-[:OWNED_BY]->(a:Agency)
WHERE NOT EXISTS { (t)<-[:REPORTS]-(:Progress) } AND t.measure <> 'cascade'
RETURN t.id AS target, t.title AS title, a.id AS agency, t.planned_finish AS planned
ORDER BY planned, target LIMIT 100
