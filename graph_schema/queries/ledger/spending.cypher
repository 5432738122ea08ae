// The rows of the sheet spending, as the graph holds them.
//
// params:  none
// returns: plan_year, values, file, row, load
CYPHER 25
MATCH (n:Spending)
RETURN '' AS plan_year, n {.budget_line, .as_of, .amount} AS values, n.file AS file, n.row AS row, n.load AS load
