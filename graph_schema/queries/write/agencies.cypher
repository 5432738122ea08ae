// What the sheet of a plan year says of agencies; the trees are prepared from it.
//
// params:  rows
CYPHER 25
UNWIND $rows AS row
MERGE (a:Agency {id: row.id})
WITH a, row
MATCH (y:PlanYear {id: row.plan_year})
MERGE (a)-[s:LISTED_IN]->(y)
SET s += row.values
