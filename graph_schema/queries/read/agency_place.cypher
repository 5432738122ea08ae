// An agency, where it stands in a plan year, and the agencies directly under it there; at most one row.
//
// params:  agency, plan_year
// returns: id, name, external, above, under
CYPHER 25
MATCH (a:Agency {id: $agency})
CALL (a) {
  MATCH (a)-[:PART_OF {plan_year: $plan_year}]->(b:Agency)
  RETURN collect({id: b.id, name: coalesce(b.name, b.id), external: coalesce(b.external, false)})[0] AS above
}
CALL (a) {
  MATCH (a)<-[:PART_OF {plan_year: $plan_year}]-(b:Agency)
  WITH b ORDER BY b.id
  RETURN collect({id: b.id, name: coalesce(b.name, b.id), external: coalesce(b.external, false)}) AS under
}
RETURN a.id AS id, coalesce(a.name, a.id) AS name, coalesce(a.external, false) AS external, above, under
