// Removes progress reports whose rows are gone.
//
// params:  rows
CYPHER 25
UNWIND $rows AS row
MATCH (n:Progress {key: row.key})
DETACH DELETE n
