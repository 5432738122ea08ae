// An agency and the deliverables that it or an agency under it owns, in the tree of each deliverable's year.
//
// params:  agency
// returns: id, name, external, things
CYPHER 25
MATCH (a:Agency {id: $agency})
CALL (a) {
  MATCH (a)<-[:PART_OF*0..]-(b:Agency)
  WITH DISTINCT a, b
  MATCH (b)<-[:OWNED_BY]-(d:Deliverable)
  WHERE a = b OR EXISTS { MATCH (b)-[s:STANDS_IN]->(:PlanYear {id: d.plan_year}) WHERE a.id IN s.path }
  WITH d ORDER BY d.id
  RETURN collect(d.id) AS things
}
RETURN a.id AS id, coalesce(a.name, a.id) AS name, coalesce(a.external, false) AS external, things
