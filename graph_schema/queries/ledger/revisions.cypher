// The rows of the sheet revisions, as the graph holds them.
//
// params:  none
// returns: plan_year, values, file, row, load
CYPHER 25
MATCH (n:Revision)
RETURN '' AS plan_year, n {.sheet, .id, .requires, .column, .value, .revised_on, .approved_by, .reason} AS values, n.file AS file, n.row AS row, n.load AS load
