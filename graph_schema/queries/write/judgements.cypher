// What is judged of revisions.
//
// params:  rows
CYPHER 25
UNWIND $rows AS row
MATCH (n:Revision {key: row.key})
SET n += row
