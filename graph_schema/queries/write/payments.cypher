// Payments, with their line and the release they name.
//
// params:  rows
CYPHER 25
UNWIND $rows AS row
MERGE (p:Payment {key: row.key})
SET p += row
CALL (p) { MATCH (p)-[old:PAID|NAMES]->() DELETE old }
CALL (p) { MATCH (l:BudgetLine {id: p.budget_line}) CREATE (p)-[:PAID]->(l) }
CALL (p) { MATCH (r:Deliverable {id: p.release}) CREATE (p)-[:NAMES]->(r) }
