// The rows of the sheet five_year_plans, as the graph holds them.
//
// params:  none
// returns: plan_year, values, file, row, load
CYPHER 25
MATCH (n:FiveYearPlan)
RETURN '' AS plan_year, n {.id, .title, .starts, .ends} AS values, n.file AS file, n.row AS row, n.load AS load
