// Removes revisions whose rows are gone.
//
// params:  rows
CYPHER 25
UNWIND $rows AS row
MATCH (n:Revision {key: row.key})
DETACH DELETE n
