// Points and days at the dated things of one rank, by the agreement that bears them: what stays is charged, the rest is carried on (attribution.md 6).
//
// carried: travels on along days. cut: travels on along units. Own loss is split by the plan's own cost first; what was reached is not. Of what a flow brings, the part `stays` is not passed on.
//
// params:  rank
CYPHER 25
MATCH (n:Dated {rank: $rank})
WHERE n.own_by IS NOT NULL OR n.carried_by IS NOT NULL OR n.delay_days > 0 OR EXISTS { (n)-[:DELAYED|CUT|COUNTS_IN]->() } OR EXISTS { (n)-[:CHARGED]->() }
CALL (n) {
  CALL (n) {
    UNWIND range(0, coalesce(size(n.own_by), 0) - 1) AS k
    RETURN n.own_by[k] AS bearer, 'own' AS kind, '' AS id, n.own_points[k] AS points, 0.0 AS days, 0.0 AS stays
  UNION ALL
    UNWIND CASE WHEN n.delay_days > 0 THEN n.bearers ELSE [] END AS bearer
    RETURN bearer, 'days' AS kind, '' AS id, 0.0 AS points, n.delay_days AS days, 0.0 AS stays
  UNION ALL
    MATCH (n)-[d:DELAYED]->(t)
    WITH t, d.days / t.delay_days AS part, coalesce(d.stays, 0.0) AS stays
    UNWIND range(0, coalesce(size(t.carried_by), 0) - 1) AS k
    RETURN t.carried_by[k] AS bearer, 'days' AS kind, t.id AS id, part * t.carried_points[k] AS points, part * t.carried_days[k] AS days, stays
  UNION ALL
    MATCH (n)-[c:CUT]->(t)
    WITH t, c.units / t.shortfall AS part, coalesce(c.stays, 0.0) AS stays
    UNWIND range(0, coalesce(size(t.cut_by), 0) - 1) AS k
    RETURN t.cut_by[k] AS bearer, 'units' AS kind, t.id AS id, part * t.cut_points[k] AS points, 0.0 AS days, stays
  UNION ALL
    MATCH (n)-[:COUNTS_IN]->(t) WHERE n.missed > 0 AND t.raw_planned > t.raw
    WITH t, n.missed / t.missed * (1 - (100 - t.raw_planned) / (100 - t.raw)) AS part
    UNWIND range(0, coalesce(size(t.own_by), 0) - 1) AS k
    RETURN t.own_by[k] AS bearer, 'money' AS kind, t.id AS id, part * t.own_points[k] AS points, 0.0 AS days, 0.0 AS stays
  }
  WITH bearer, kind, points, days, stays ORDER BY bearer, kind, id
  WITH bearer, sum(CASE kind WHEN 'own' THEN points ELSE 0.0 END) AS own, sum(CASE kind WHEN 'own' THEN 0.0 ELSE points * (1 - stays) END) AS reached, sum(days * (1 - stays)) AS days,
    sum(points * stays) AS points_stay, sum(days * stays) AS days_stay ORDER BY bearer
  RETURN collect([bearer, own, reached, days, points_stay, days_stay]) AS flows
}
WITH n, flows, coalesce(n.measure = 'quantity', false) AS counted,
  CASE WHEN n.raw_planned > n.raw THEN (100 - n.raw_planned) / (100 - n.raw) ELSE 1.0 END AS stays
WITH n, flows, counted, CASE WHEN counted AND n.shortfall = 0 THEN 1.0 ELSE stays END AS stays
WITH n, [f IN flows | {bearer: toInteger(f[0]), kept: f[1] * stays + f[4], days_kept: f[5], cut: CASE WHEN counted THEN f[1] * (1 - stays) ELSE 0.0 END, carried: f[2] + CASE WHEN counted THEN 0.0 ELSE f[1] * (1 - stays) END, days: f[3]}] AS flows,
  CASE WHEN n.delay_days > 0 THEN n.own_days / n.delay_days ELSE 1.0 END AS own_days, CASE WHEN n.shortfall > 0 THEN n.own_units / n.shortfall ELSE 0.0 END AS own_units
WITH n, [f IN flows WHERE f.carried > 0 OR f.days > 0] AS carried, [f IN flows WHERE f.cut > 0] AS cut,
  [c IN [f IN flows | [f.bearer, f.kept + f.carried * own_days + f.cut * own_units, f.days_kept + f.days * own_days]] WHERE c[1] > 0 OR c[2] > 0] AS charges
WITH n, charges, carried, cut, size(carried) > 0 AND n.delay_days > 0 AS carries, size(cut) > 0 AS cuts
WITH n, charges, CASE WHEN carries THEN [f IN carried | f.bearer] END AS carried_by, CASE WHEN carries THEN [f IN carried | f.carried] END AS carried_points,
  CASE WHEN carries THEN [f IN carried | f.days] END AS carried_days, CASE WHEN cuts THEN [f IN cut | f.bearer] END AS cut_by, CASE WHEN cuts THEN [f IN cut | f.cut] END AS cut_points
FOREACH (_ IN CASE WHEN any(x IN [[n.carried_by, carried_by], [n.carried_points, carried_points], [n.carried_days, carried_days], [n.cut_by, cut_by], [n.cut_points, cut_points]]
    WHERE coalesce(x[0] <> x[1], x[0] IS NOT NULL OR x[1] IS NOT NULL)) THEN [1] ELSE [] END |
  SET n.carried_by = carried_by, n.carried_points = carried_points, n.carried_days = carried_days, n.cut_by = cut_by, n.cut_points = cut_points)
WITH n, charges
CALL (n) {
  MATCH (n)-[c:CHARGED]->(g:Agreement) WITH c, g ORDER BY g.code
  RETURN collect([g.code, c.points, c.days]) AS was
}
WITH n, charges, was WHERE was <> charges
CALL (n, charges) { MATCH (n)-[c:CHARGED]->(g:Agreement) WHERE NOT g.code IN [x IN charges | x[0]] DELETE c }
UNWIND charges AS charge
MATCH (g:Agreement {code: charge[0]})
MERGE (n)-[c:CHARGED]->(g)
SET c.points = charge[1], c.days = charge[2]
