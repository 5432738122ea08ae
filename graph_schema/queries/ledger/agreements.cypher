// The rows of the sheet agreements, as the graph holds them.
//
// params:  none
// returns: plan_year, values, file, row, load
CYPHER 25
MATCH (n:Agreement)
RETURN n.plan_year AS plan_year, n {.id, .kind, .agency, .title, .weight, .signed_on, .signed_by, .signed_for, .published_at} AS values, n.file AS file, n.row AS row, n.load AS load
