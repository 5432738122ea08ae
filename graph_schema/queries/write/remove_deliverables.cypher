// Removes targets, releases and milestones whose rows are gone.
//
// params:  rows
CYPHER 25
UNWIND $rows AS row
MATCH (n:Deliverable {id: row.key})
DETACH DELETE n
