// The rows of the sheet results, as the graph holds them.
//
// params:  none
// returns: plan_year, values, file, row, load
CYPHER 25
MATCH (n:Result)
RETURN n.plan_year AS plan_year, n {.agreement, .kind, .decided_on, .score, .official, .decided_by, .published_at, .note} AS values, n.file AS file, n.row AS row, n.load AS load
