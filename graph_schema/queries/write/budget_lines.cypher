// Budget lines, with the agency that receives the money.
//
// params:  rows
CYPHER 25
UNWIND $rows AS row
MERGE (l:BudgetLine {id: row.id})
SET l += row
CALL (l) { MATCH (l)-[old:FUNDS]->() DELETE old }
CALL (l) { MATCH (a:Agency {id: l.agency}) CREATE (l)-[:FUNDS]->(a) }
