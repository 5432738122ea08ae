// Five-year plans.
//
// params:  rows
CYPHER 25
UNWIND $rows AS row
MERGE (f:FiveYearPlan {id: row.id})
SET f += row
