// The rows of the sheet payments, as the graph holds them.
//
// params:  none
// returns: plan_year, values, file, row, load
CYPHER 25
MATCH (n:Payment)
RETURN '' AS plan_year, n {.budget_line, .paid_on, .amount, .reference, .release} AS values, n.file AS file, n.row AS row, n.load AS load
