// Removes disputes whose rows are gone.
//
// params:  rows
CYPHER 25
UNWIND $rows AS row
MATCH (n:Dispute {id: row.key})
DETACH DELETE n
