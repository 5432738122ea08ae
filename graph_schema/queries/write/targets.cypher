// Targets, with owner, year, agreement, post and the five-year target they contribute to.
//
// params:  rows
CYPHER 25
UNWIND $rows AS row
MERGE (t:Deliverable {id: row.id})
SET t:Target, t += row
CALL (t) { MATCH (t)-[old:OWNED_BY|IN_YEAR|PROMISED_IN|ASSIGNED_TO|CONTRIBUTES_TO|SUPPORTS]->() DELETE old }
CALL (t) { MATCH (a:Agency {id: t.agency}) CREATE (t)-[:OWNED_BY]->(a) }
CALL (t) { MATCH (y:PlanYear {id: t.plan_year}) CREATE (t)-[:IN_YEAR]->(y) }
CALL (t) { MATCH (g:Agreement {id: t.agreement}) CREATE (t)-[:PROMISED_IN]->(g) }
CALL (t) { MATCH (p:Post {id: t.post}) CREATE (t)-[:ASSIGNED_TO]->(p) }
CALL (t) { MATCH (f:PlanTarget {id: t.contributes_to}) CREATE (t)-[:CONTRIBUTES_TO]->(f) }
