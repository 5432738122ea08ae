// What each payment covers, matched day by day.
//
// params:  rows
CYPHER 25
UNWIND $rows AS row
MATCH (p:Payment {key: row.payment})
MATCH (r:Deliverable {id: row.release})
CREATE (p)-[:COVERS {amount: row.amount}]->(r)
