// The rows of the sheet milestones, as the graph holds them.
//
// params:  none
// returns: plan_year, values, file, row, load
CYPHER 25
MATCH (n:Milestone)
RETURN n.plan_year AS plan_year, n {.id, .agency, .kind, .title, .planned_start, .planned_finish} AS values, n.file AS file, n.row AS row, n.load AS load
