// The rows of the sheet officials, as the graph holds them.
//
// params:  none
// returns: plan_year, values, file, row, load
CYPHER 25
MATCH (n:Official)
RETURN '' AS plan_year, n {.id, .name} AS values, n.file AS file, n.row AS row, n.load AS load
