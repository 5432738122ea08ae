// Agreements, with the agency bound, the plan year and the posts that signed.
//
// params:  rows
CYPHER 25
UNWIND $rows AS row
MERGE (g:Agreement {id: row.id})
SET g += row
CALL (g) { MATCH (g)-[old:BINDS|IN_YEAR]->() DELETE old }
CALL (g) { MATCH (g)<-[old:SIGNED|SIGNED_FOR]-() DELETE old }
CALL (g) { MATCH (a:Agency {id: g.agency}) CREATE (g)-[:BINDS]->(a) }
CALL (g) { MATCH (y:PlanYear {id: g.plan_year}) CREATE (g)-[:IN_YEAR]->(y) }
CALL (g) { MATCH (p:Post {id: g.signed_by}) CREATE (p)-[:SIGNED]->(g) }
CALL (g) { MATCH (p:Post {id: g.signed_for}) CREATE (p)-[:SIGNED_FOR]->(g) }
