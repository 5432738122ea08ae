// Takes back the matching of payments on the lines given.
//
// params:  lines
CYPHER 25
UNWIND $lines AS line
MATCH (:BudgetLine {id: line})<-[:PAID]-()-[old:COVERS]->()
DELETE old
