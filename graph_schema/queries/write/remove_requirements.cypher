// Removes requirements whose rows are gone.
//
// params:  rows
CYPHER 25
UNWIND $rows AS row
MATCH (:Deliverable {id: row.requires})-[r:FINANCES|ENABLES]->(:Deliverable {id: row.deliverable})
DELETE r
