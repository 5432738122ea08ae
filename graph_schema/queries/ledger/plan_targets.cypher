// The rows of the sheet plan_targets, as the graph holds them.
//
// params:  none
// returns: plan_year, values, file, row, load
CYPHER 25
MATCH (n:PlanTarget)
RETURN '' AS plan_year, n {.id, .five_year_plan, .agency, .title, .unit, .baseline, .target, .due, .sector} AS values, n.file AS file, n.row AS row, n.load AS load
