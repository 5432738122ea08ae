// Plan years, with the five-year plan they are within.
//
// params:  rows
CYPHER 25
UNWIND $rows AS row
MERGE (y:PlanYear {id: row.id})
SET y += row
CALL (y) { MATCH (y)-[old:WITHIN]->() DELETE old }
CALL (y) { MATCH (f:FiveYearPlan {id: y.five_year_plan}) CREATE (y)-[:WITHIN]->(f) }
