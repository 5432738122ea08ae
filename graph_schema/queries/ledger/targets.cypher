// The rows of the sheet targets, as the graph holds them.
//
// params:  none
// returns: plan_year, values, file, row, load
CYPHER 25
MATCH (n:Target)
RETURN n.plan_year AS plan_year, n {.id, .agency, .title, .measure, .agreement, .post, .objective, .sector, .unit, .weight, .planned_start, .planned_finish, .target, .better, .baseline, .excellent, .very_good, .good, .fair, .poor, .supports, .supports_share, .contributes_to, .contribution} AS values, n.file AS file, n.row AS row, n.load AS load
