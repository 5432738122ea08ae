// The rows of the sheet releases, as the graph holds them.
//
// params:  none
// returns: plan_year, values, file, row, load
CYPHER 25
MATCH (n:Release)
RETURN n.plan_year AS plan_year, n {.id, .budget_line, .released_by, .planned_on, .amount, .title} AS values, n.file AS file, n.row AS row, n.load AS load
