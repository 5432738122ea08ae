// Removes interim targets whose rows are gone.
//
// params:  rows
CYPHER 25
UNWIND $rows AS row
MATCH (n:Interim {key: row.key})
DETACH DELETE n
