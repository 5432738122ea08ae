// The tree of each plan year: an agency stands in it from the first year that lists it, under the parent that the latest sheet up to that year gave.
//
// params:  none
CYPHER 25
CALL () { MATCH (:Agency)-[old:PART_OF]->() DELETE old }
CALL () { MATCH (:Agency)-[old:STANDS_IN]->() DELETE old }
MATCH (y:PlanYear)
MATCH (a:Agency)
CALL (a, y) {
  MATCH (a)-[s:LISTED_IN]->(z:PlanYear) WHERE z.starts <= y.starts
  WITH s ORDER BY z.starts
  WITH collect(s)[-1] AS latest WHERE latest IS NOT NULL
  CREATE (a)-[:STANDS_IN]->(y)
  WITH latest
  MATCH (b:Agency {id: latest.part_of})
  CREATE (a)-[:PART_OF {plan_year: y.id}]->(b)
}
