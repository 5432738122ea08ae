// Payments, with their line and the release they name.
//
// params:  rows, load, epoch
CYPHER 25
UNWIND $rows AS row
MERGE (p:Payment {key: row.key})
SET p += row.values, p.paid_day = duration.inDays($epoch, row.values.paid_on).days, p.file = row.file, p.row = row.row, p.load = $load
CALL (p) { MATCH (p)-[old:PAID|NAMES]->() DELETE old }
CALL (p) { MATCH (l:BudgetLine {id: p.budget_line}) CREATE (p)-[:PAID]->(l) }
CALL (p) { MATCH (r:Release {id: p.release}) CREATE (p)-[:NAMES]->(r) }
