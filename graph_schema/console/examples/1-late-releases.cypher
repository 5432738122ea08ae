// Money that came latest
MATCH (r:Release)-[:OWNED_BY]->(a:Agency)
WHERE r.delay_days > 0
RETURN r.id AS release, r.title AS title, a.id AS agency, r.planned_on AS planned, r.delay_days AS `days late`
ORDER BY `days late` DESC LIMIT 20
