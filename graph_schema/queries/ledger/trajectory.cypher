// The rows of the sheet trajectory, as the graph holds them.
//
// params:  none
// returns: plan_year, values, file, row, load
CYPHER 25
MATCH (n:Interim)
RETURN n.plan_year AS plan_year, n {.deliverable, .by, .planned} AS values, n.file AS file, n.row AS row, n.load AS load
