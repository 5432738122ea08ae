// Takes back the matching of payments on the lines given.
//
// params:  rows
CYPHER 25
UNWIND $rows AS row
MATCH (:BudgetLine {id: row.line})<-[:PAID]-()-[old:COVERS]->()
DELETE old
