// Who affects whom in a plan year: points and days of the targets of each bearer of a tier, by the row of another tier (or the same) under which they began.
//
// A row is the agency of the tier that the owner stands under, or the owner itself, or, by a ruling, a cause outside; depth is how deep the owner stands (none: not in the tree).
// kin: bearer and causer are one, or one stands under the other. charged: CHARGED, CHARGED_UNRULED or CHARGED_FIRST; against the first promise owners are the first ones.
//
// params:  plan_year, tier, by_tier, charged
// returns: bearer, causer, name, external, depth, kin, points, days
CYPHER 25
CALL () {
  MATCH (g:Agreement {plan_year: $plan_year, tier: $tier})-[:BINDS]->(u:Agency)
  MATCH (g)<-[c:CHARGED|CHARGED_FIRST|CHARGED_UNRULED]-(d:Deliverable)-[:OWNED_BY]->(o:Agency) WHERE type(c) = $charged
  WITH u, CASE $charged WHEN 'CHARGED_FIRST' THEN d.agency ELSE o.id END AS owner, c.points AS points, c.days AS days ORDER BY d.id
  WITH u, owner, sum(points) AS points, sum(days) AS days
  MATCH (y:PlanYear {id: $plan_year})
  OPTIONAL MATCH (:Agency {id: owner})-[s:STANDS_IN]->(y)
  OPTIONAL MATCH (u)-[p:STANDS_IN]->(y)
  WITH u, owner, s, p, coalesce(s.path[$by_tier - 1], owner) AS causer, points, days ORDER BY owner
  WITH u, causer, causer = u.id OR coalesce(causer IN p.path OR u.id IN s.path[..$by_tier], false) AS kin, s, points, days
  WITH u.id AS bearer, causer, kin, min(s.tier) AS depth, sum(points) AS points, sum(days) AS days
  MATCH (v:Agency {id: causer})
  RETURN bearer, causer, v.name AS name, v.external AS external, depth, kin, points, days
UNION ALL
  MATCH (g:Agreement {plan_year: $plan_year, tier: $tier})-[:BINDS]->(u:Agency)
  MATCH (g)<-[c:CHARGED]-(o:Outside) WHERE $charged = 'CHARGED'
  RETURN u.id AS bearer, o.id AS causer, coalesce(o.name, o.id) AS name, true AS external, null AS depth, false AS kin, c.points AS points, c.days AS days
}
RETURN bearer, causer, name, external, depth, kin, points, days
ORDER BY bearer, causer
