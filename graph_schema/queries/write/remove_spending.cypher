// Removes money spent whose rows are gone.
//
// params:  rows
CYPHER 25
UNWIND $rows AS row
MATCH (n:Spending {key: row.key})
DETACH DELETE n
