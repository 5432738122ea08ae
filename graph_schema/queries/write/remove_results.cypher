// Removes declared results whose rows are gone.
//
// params:  rows
CYPHER 25
UNWIND $rows AS row
MATCH (n:Result {key: row.key})
DETACH DELETE n
