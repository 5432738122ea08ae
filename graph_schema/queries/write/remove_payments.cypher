// Removes payments whose rows are gone.
//
// params:  rows
CYPHER 25
UNWIND $rows AS row
MATCH (n:Payment {key: row.key})
DETACH DELETE n
