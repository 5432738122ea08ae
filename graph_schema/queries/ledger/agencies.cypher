// The rows of the sheets agencies, as the graph holds them.
//
// params:  none
// returns: plan_year, values, file, row, load
CYPHER 25
MATCH (n:Agency)-[s:LISTED_IN]->(y:PlanYear)
RETURN y.id AS plan_year, s {.name, .kind, .part_of, .sector, .since, .until, id: n.id} AS values, s.file AS file, s.row AS row, s.load AS load
