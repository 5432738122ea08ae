// Who affects whom at a tier of a plan year: points and days of each bearer's targets, by the row under which they began.
//
// A row is the agency of the tier that the owner stands under, or the owner itself, or, by a ruling, a cause outside; depth is how deep the owner stands (none: not in the tree).
//
// params:  plan_year, tier
// returns: bearer, causer, name, external, depth, points, days
CYPHER 25
CALL () {
  MATCH (g:Agreement {plan_year: $plan_year, tier: $tier})-[:BINDS]->(u:Agency)
  MATCH (g)<-[c:CHARGED]-(d:Deliverable)-[:OWNED_BY]->(a:Agency)
  WITH u, a, c.points AS points, c.days AS days ORDER BY d.id
  WITH u, a, sum(points) AS points, sum(days) AS days
  OPTIONAL MATCH (a)-[s:STANDS_IN]->(:PlanYear {id: $plan_year})
  WITH u, a, s, coalesce(s.path[$tier - 1], s.path[-1], a.id) AS causer, points, days ORDER BY a.id
  WITH u.id AS bearer, causer, min(s.tier) AS depth, sum(points) AS points, sum(days) AS days
  MATCH (v:Agency {id: causer})
  RETURN bearer, causer, v.name AS name, v.external AS external, depth, points, days
UNION ALL
  MATCH (g:Agreement {plan_year: $plan_year, tier: $tier})-[:BINDS]->(u:Agency)
  MATCH (g)<-[c:CHARGED]-(o:Outside)
  RETURN u.id AS bearer, o.id AS causer, o.name AS name, true AS external, null AS depth, c.points AS points, c.days AS days
}
RETURN bearer, causer, name, external, depth, points, days
ORDER BY bearer, causer
