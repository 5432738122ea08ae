// The releases of a plan year that cost most, or those of one row of read/money (key none: of all), in whole minor units: what was matched of each by the day, and what began at it.
//
// points, days: charged at it, of the agreements of the year and tier; as_promise: the part of the points that it lost as a promise itself, in targets of measure 'releases'. other_years: [plan year, points, days] of agreements of that tier of other years. holds: how many it delayed or cut directly.
//
// params:  plan_year, tier, today, limit, by, key, epoch
// returns: id, title, line, agency, name, external, to_agency, to_name, to_external, planned_on, planned_day, finish_day, finished_day, delay_days, promised, revised, on_time, late, short, outstanding, amount_days, points, days, as_promise, other_years, holds
CYPHER 25
MATCH (y:PlanYear {id: $plan_year})
MATCH (y)<-[:IN_YEAR]-(r:Release)-[:FROM]->(l:BudgetLine)-[:FUNDS]->(to:Agency)
MATCH (r)-[:OWNED_BY]->(by:Agency)
OPTIONAL MATCH (to)-[s:STANDS_IN]->(y)
WITH y, r, l, to, by, CASE $by
    WHEN 'line' THEN l.id
    WHEN 'source' THEN coalesce(l.source, '')
    WHEN 'agency' THEN to.id
    WHEN 'sector' THEN coalesce(l.sector, s.sector, '')
    WHEN 'released-by' THEN by.id
    ELSE left(toString(date($epoch) + duration({days: r.planned_day})), 7)
  END AS row
WHERE $key IS NULL OR row = $key
CALL (r) {
  MATCH (r)<-[c:COVERS]-(p:Payment) WHERE p.paid_day <= $today
  WITH toInteger(round(c.amount * 100)) AS part, p.paid_day - r.planned_day AS after
  RETURN sum(CASE WHEN after <= 0 THEN part ELSE 0 END) AS on_time, sum(CASE WHEN after > 0 THEN part ELSE 0 END) AS late,
    sum(CASE WHEN after > 0 THEN part * after ELSE 0 END) AS waited
}
CALL (r) {
  MATCH (r)-[c:CHARGED]->(g:Agreement {tier: $tier})
  WITH g.plan_year AS year, c ORDER BY g.code
  WITH year, sum(c.points) AS points, sum(c.days) AS days ORDER BY year
  RETURN collect([year, points, days]) AS costs
}
WITH y, r, l, to, by, on_time, late, waited, toInteger(round(r.promised * 100)) AS revised, r.planned_day <= $today AS due,
  toFloat(coalesce([x IN costs WHERE x[0] = $plan_year | x[1]][0], 0)) AS points, toFloat(coalesce([x IN costs WHERE x[0] = $plan_year | x[2]][0], 0)) AS days,
  [x IN costs WHERE x[0] <> $plan_year] AS other_years
WITH *, revised - on_time - late AS open
WITH *, waited + CASE WHEN due THEN open * ($today - r.planned_day) ELSE 0 END AS amount_days
ORDER BY points DESC, days DESC, amount_days DESC, r.planned_day, r.id LIMIT $limit
CALL (r) {
  MATCH (r)-[:COUNTS_IN]->(t:Target) WHERE r.missed > 0 AND t.raw_planned > t.raw
  WITH t, r.missed / t.missed * (1 - (100 - t.raw_planned) / (100 - t.raw)) * CASE WHEN r.delay_days > 0 THEN r.own_days / r.delay_days ELSE 1.0 END AS part
  UNWIND range(0, coalesce(size(t.own_by), 0) - 1) AS k
  MATCH (g:Agreement {code: t.own_by[k]}) WHERE g.plan_year = $plan_year AND g.tier = $tier
  WITH t, k, part ORDER BY t.id, k
  RETURN toFloat(sum(part * t.own_points[k])) AS as_promise
}
RETURN r.id AS id, coalesce(r.title, r.id) AS title, l.id AS line, by.id AS agency, coalesce(by.name, by.id) AS name, coalesce(by.external, false) AS external,
  to.id AS to_agency, coalesce(to.name, to.id) AS to_name, coalesce(to.external, false) AS to_external, r.planned_on AS planned_on, r.planned_day AS planned_day,
  r.finish_day AS finish_day, r.finished_day AS finished_day, coalesce(r.delay_days, 0.0) AS delay_days, toInteger(round(r.amount * 100)) AS promised, revised,
  on_time, late, CASE WHEN due THEN open ELSE 0 END AS short, CASE WHEN due THEN 0 ELSE open END AS outstanding, amount_days, points, days, as_promise, other_years,
  COUNT { (r)-[:DELAYED|CUT]->() } AS holds
ORDER BY points DESC, days DESC, amount_days DESC, planned_day, id
