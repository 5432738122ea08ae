// Removes agreements whose rows are gone.
//
// params:  rows
CYPHER 25
UNWIND $rows AS row
MATCH (n:Agreement {id: row.key})
DETACH DELETE n
