// What the sheet of a plan year says of posts.
//
// params:  rows
CYPHER 25
UNWIND $rows AS row
MERGE (p:Post {id: row.id})
WITH p, row
MATCH (y:PlanYear {id: row.plan_year})
MERGE (p)-[s:LISTED_IN]->(y)
SET s += row.values
