// Targets of a plan year's agreements that support no target above them, and cascades that no target supports.
//
// params:  plan_year
// returns: id, title, agency, name, path, cascade
CYPHER 25
MATCH (y:PlanYear {id: $plan_year})<-[:IN_YEAR]-(t:Target)-[:OWNED_BY]->(a:Agency)
WITH y, t, a, t:Cascade AND NOT EXISTS { (t)<-[:SUPPORTS]-() } AS cascade
WHERE cascade OR EXISTS { (t)-[:PROMISED_IN]->() } AND NOT EXISTS { (t)-[:SUPPORTS]->() }
OPTIONAL MATCH (a)-[s:STANDS_IN]->(y)
RETURN t.id AS id, coalesce(t.title, t.id) AS title, a.id AS agency, coalesce(a.name, a.id) AS name, coalesce(s.path, []) AS path, cascade
ORDER BY id
