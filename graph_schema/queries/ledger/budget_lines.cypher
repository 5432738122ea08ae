// The rows of the sheet budget_lines, as the graph holds them.
//
// params:  none
// returns: plan_year, values, file, row, load
CYPHER 25
MATCH (n:BudgetLine)
RETURN n.plan_year AS plan_year, n {.id, .agency, .title, .source, .sector, .amount} AS values, n.file AS file, n.row AS row, n.load AS load
