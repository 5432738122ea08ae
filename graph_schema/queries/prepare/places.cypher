// Where each agency stands in the tree of each plan year: the path from the root down to it, and its tier.
//
// params:  none
CYPHER 25
MATCH (a:Agency)-[s:STANDS_IN]->(y:PlanYear)
CALL (a, y) {
  MATCH way = (a) (()-[p:PART_OF]->() WHERE p.plan_year = y.id)* (root) WHERE NOT EXISTS { (root)-[:PART_OF {plan_year: y.id}]->() }
  RETURN [x IN reverse(nodes(way)) | x.id] AS path
}
SET s.path = path, s.tier = size(path)
