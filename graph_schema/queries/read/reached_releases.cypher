// Points of a tier's agreements of a plan year that reached releases of money, by bearer and by the way they came.
//
// way: 'late' (something waited for it), 'short' (less was made for want of it) or 'promised' (it counts in a target measured by money paid on time).
// kept: of the points the part that goes no further, since the release was moved or lowered after others had built on it; own: of the rest the part that began with the release itself, 0 to 1.
//
// params:  plan_year, tier
// returns: id, row, own, bearer, way, points, kept
CYPHER 25
MATCH (y:PlanYear {id: $plan_year})
MATCH (r:Release)-[:OWNED_BY]->(a:Agency)
CALL (r) {
  MATCH (r)-[d:DELAYED]->(t) WHERE d.days > 0
  WITH t, d.days / t.delay_days AS share, coalesce(d.stays, 0.0) AS stays
  UNWIND range(0, coalesce(size(t.carried_by), 0) - 1) AS k
  RETURN t.carried_by[k] AS code, 'late' AS way, share * t.carried_points[k] AS points, stays, t.id AS id
UNION ALL
  MATCH (r)-[c:CUT]->(t) WHERE c.units > 0
  WITH t, c.units / t.shortfall AS share, coalesce(c.stays, 0.0) AS stays
  UNWIND range(0, coalesce(size(t.cut_by), 0) - 1) AS k
  RETURN t.cut_by[k] AS code, 'short' AS way, share * t.cut_points[k] AS points, stays, t.id AS id
UNION ALL
  MATCH (r)-[:COUNTS_IN]->(t) WHERE r.missed > 0 AND t.raw_planned > t.raw
  WITH t, r.missed / t.missed * (1 - (100 - t.raw_planned) / (100 - t.raw)) AS share
  UNWIND range(0, coalesce(size(t.own_by), 0) - 1) AS k
  RETURN t.own_by[k] AS code, 'promised' AS way, share * t.own_points[k] AS points, 0.0 AS stays, t.id AS id
}
MATCH (g:Agreement {code: code}) WHERE g.plan_year = $plan_year AND g.tier = $tier
WITH y, r, a, g.agency AS bearer, way, points, stays ORDER BY id
WITH y, r, a, bearer, way, sum(points) AS points, sum(points * stays) AS kept WHERE points > 0
OPTIONAL MATCH (a)-[s:STANDS_IN]->(y)
RETURN r.id AS id, coalesce(s.path[$tier - 1], a.id) AS row, CASE WHEN r.delay_days > 0 THEN r.own_days / r.delay_days ELSE 1.0 END AS own, bearer, way, points, kept
ORDER BY id, bearer, way
