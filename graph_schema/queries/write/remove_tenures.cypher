// Removes tenures whose rows are gone.
//
// params:  rows
CYPHER 25
UNWIND $rows AS row
MATCH (n:Tenure {key: row.key})
DETACH DELETE n
