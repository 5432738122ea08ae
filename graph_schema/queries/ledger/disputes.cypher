// The rows of the sheet disputes, as the graph holds them.
//
// params:  none
// returns: plan_year, values, file, row, load
CYPHER 25
MATCH (n:Dispute)
RETURN '' AS plan_year, n {.id, .deliverable, .raised_on, .raised_by, .claim, .state, .answered_on, .answer, .from, .to, .days, .units, .ruled_on, .ruled_by, .reason} AS values, n.file AS file, n.row AS row, n.load AS load
