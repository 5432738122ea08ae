// Points of a plan year's agreements that stayed with what moved its own date after others had built on it, by tier: they lie on the days by which it was moved (questions.md 1 and 7).
//
// Of what a flow brings, what its cause was lowered by stays first (of days lowered / late, of units the part lowered of what came too late); of the rest moved / (moved + its delay).
//
// params:  plan_year
// returns: tier, id, points, moved
CYPHER 25
MATCH (g:Dated)-[r:FINANCES|ENABLES]->(t:Dated) WHERE r.moved > 0
MATCH (g)-[f:DELAYED|CUT]->(t) WHERE f.stays > 0
WITH g, r, t, f, toFloat(r.moved) / (r.moved + coll.max([0, coalesce(r.came_day, g.finish_day) - g.planned_day])) AS moved
CALL (g, r, t, f) {
  // of all that came too late for t, as a part of what g owes it
  MATCH (t)<-[x:FINANCES|ENABLES {counts: true}]-(y:Release) WHERE f:CUT AND g:Release
  RETURN sum(coalesce(x.promised_for, y.promised)) AS money
}
WITH g, r, t, f, moved, CASE
    WHEN f:DELAYED THEN coalesce(f.lowered / f.late, 0.0)
    WHEN r.lowered IS NULL THEN 0.0
    WHEN g:Release THEN r.lowered * t.whole * coalesce(r.promised_for, g.promised) / (f.lost * money)
    ELSE r.lowered * t.whole / f.lost
  END AS lowered
WITH g, r, t, CASE WHEN f:DELAYED THEN f.days / t.delay_days ELSE f.units / t.shortfall END * (1 - lowered) * moved AS part,
  CASE WHEN f:DELAYED THEN t.carried_by ELSE t.cut_by END AS bearers, CASE WHEN f:DELAYED THEN t.carried_points ELSE t.cut_points END AS points
UNWIND range(0, coalesce(size(bearers), 0) - 1) AS k
MATCH (a:Agreement {code: bearers[k]}) WHERE a.plan_year = $plan_year
WITH a.tier AS tier, g.id AS id, r.moved AS moved, part * points[k] AS points ORDER BY t.id, a.code
WITH tier, id, moved, sum(points) AS points WHERE points > 0
RETURN tier, id, points, moved
ORDER BY tier, id, moved
