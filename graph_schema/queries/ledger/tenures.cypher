// The rows of the sheet tenures, as the graph holds them.
//
// params:  none
// returns: plan_year, values, file, row, load
CYPHER 25
MATCH (n:Tenure)
RETURN '' AS plan_year, n {.post, .official, .since, .until} AS values, n.file AS file, n.row AS row, n.load AS load
