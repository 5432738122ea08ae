// Where a walk down a cascade starts: a deliverable of that id, or the targets of an agency's agreement of a plan year.
//
// params:  id, plan_year
// returns: id, kind, plan_year, agency
CYPHER 25
CALL () {
  MATCH (d:Deliverable {id: $id})
  RETURN d.id AS id, CASE WHEN d:Target THEN 'target' WHEN d:Release THEN 'release' ELSE 'milestone' END AS kind, d.plan_year AS plan_year, '' AS agency
UNION ALL
  MATCH (a:Agency {id: $id})
  OPTIONAL MATCH (a)<-[:BINDS]-(g:Agreement {plan_year: $plan_year})<-[:PROMISED_IN]-(t:Target)
  RETURN t.id AS id, 'target' AS kind, $plan_year AS plan_year, a.id AS agency
}
RETURN id, kind, plan_year, agency
ORDER BY id
