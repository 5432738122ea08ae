// The rows of the sheet progress, as the graph holds them.
//
// params:  none
// returns: plan_year, values, file, row, load
CYPHER 25
MATCH (n:Progress)
RETURN '' AS plan_year, n {.deliverable, .as_of, .source, .reported_on, .achieved, .started_on, .finished_on, .forecast_finish, .status, .cause, .note, .evidence} AS values, n.file AS file, n.row AS row, n.load AS load
