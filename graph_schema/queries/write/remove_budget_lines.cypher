// Removes budget lines whose rows are gone.
//
// params:  rows
CYPHER 25
UNWIND $rows AS row
MATCH (n:BudgetLine {id: row.key})
DETACH DELETE n
