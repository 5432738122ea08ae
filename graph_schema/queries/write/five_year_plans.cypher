// Five-year plans.
//
// params:  rows, load
CYPHER 25
UNWIND $rows AS row
MERGE (f:FiveYearPlan {id: row.values.id})
SET f += row.values, f.file = row.file, f.row = row.row, f.load = $load
