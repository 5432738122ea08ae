// Where each agency stands in the tree of each plan year: the path from the root down to it, its tier, and its sector: its own, or that of the nearest agency above, as the sheets up to that year say.
//
// params:  none
CYPHER 25
MATCH (a:Agency)-[s:STANDS_IN]->(y:PlanYear)
CALL (a, y) {
  MATCH way = (a) (()-[p:PART_OF]->() WHERE p.plan_year = y.id)* (root) WHERE NOT EXISTS { (root)-[:PART_OF {plan_year: y.id}]->() }
  RETURN [x IN reverse(nodes(way)) | x.id] AS path
}
CALL (path, y) {
  UNWIND range(0, size(path) - 1) AS depth
  MATCH (:Agency {id: path[depth]})-[l:LISTED_IN]->(z:PlanYear) WHERE z.starts <= y.starts
  WITH depth, l ORDER BY z.starts
  WITH depth, collect(l)[-1].sector AS sector ORDER BY depth
  RETURN collect(sector)[-1] AS sector
}
SET s.path = path, s.tier = size(path), s.sector = sector
