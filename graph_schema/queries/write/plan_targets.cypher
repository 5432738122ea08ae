// Targets of five-year plans, with their plan and owner.
//
// params:  rows
CYPHER 25
UNWIND $rows AS row
MERGE (t:PlanTarget {id: row.id})
SET t += row
CALL (t) { MATCH (t)-[old:WITHIN|OWNED_BY]->() DELETE old }
CALL (t) { MATCH (f:FiveYearPlan {id: t.five_year_plan}) CREATE (t)-[:WITHIN]->(f) }
CALL (t) { MATCH (a:Agency {id: t.agency}) CREATE (t)-[:OWNED_BY]->(a) }
