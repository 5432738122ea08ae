// The rows of the sheets posts, as the graph holds them.
//
// params:  none
// returns: plan_year, values, file, row, load
CYPHER 25
MATCH (n:Post)-[s:LISTED_IN]->(y:PlanYear)
RETURN y.id AS plan_year, s {.title, .agency, .heads, .reports_to, id: n.id} AS values, s.file AS file, s.row AS row, s.load AS load
