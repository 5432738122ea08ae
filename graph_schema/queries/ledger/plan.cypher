// The rows of the sheet plan, as the graph holds them.
//
// params:  none
// returns: plan_year, values, file, row, load
CYPHER 25
MATCH (n:PlanYear)
RETURN n.id AS plan_year, n {.id, .title, .starts, .ends, .five_year_plan, .currency} AS values, n.file AS file, n.row AS row, n.load AS load
