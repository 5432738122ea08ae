// Annual targets that contribute to what a five-year plan promises: what each promised by the plan in force, what came of it, and its latest interim target by the day with what was reached by then.
//
// params:  five_year_plan, today, epoch
// returns: plan_target, id, title, plan_year, starts, ends, agency, name, external, measure, contribution, promised, baseline, achieved, finished_day, due, delay_days, shortfall, interim_by, interim_planned, interim_reached
CYPHER 25
MATCH (:FiveYearPlan {id: $five_year_plan})<-[:WITHIN]-(p:PlanTarget)<-[:CONTRIBUTES_TO]-(t:Target)-[:IN_YEAR]->(y:PlanYear)
MATCH (t)-[:OWNED_BY]->(a:Agency)
CALL (t) {
  OPTIONAL MATCH (t)<-[:EXPECTED_OF]-(i:Interim) WHERE i.by <= date($epoch) + duration({days: $today})
  RETURN i.by AS interim_by, i.planned AS interim_planned ORDER BY i.by DESC LIMIT 1
}
CALL (t, interim_by) {
  MATCH (t)<-[:REPORTS]-(r:Progress) WHERE r.as_of <= interim_by AND r.achieved IS NOT NULL
  WITH r ORDER BY r.as_of_day, coalesce(r.source = 'verified', false), r.reported_day
  RETURN collect(r.achieved)[-1] AS interim_reached
}
CALL (t, y) {
  MATCH (t)<-[:REPORTS]-(r:Progress) WHERE t.measure = 'quantity' AND r.as_of_day <= $today AND r.as_of <= y.ends AND r.achieved IS NOT NULL
  WITH r ORDER BY r.as_of_day, coalesce(r.source = 'verified', false), r.reported_day
  RETURN collect(r.achieved)[-1] AS achieved
}
RETURN p.id AS plan_target, t.id AS id, coalesce(t.title, t.id) AS title, y.id AS plan_year, y.starts AS starts, y.ends AS ends, a.id AS agency, coalesce(a.name, a.id) AS name,
  coalesce(a.external, false) AS external, t.measure AS measure, t.contribution AS contribution, CASE t.measure WHEN 'quantity' THEN t.goal END AS promised, t.baseline AS baseline,
  achieved, t.finished_day AS finished_day, coalesce(t.due, false) AS due, coalesce(t.delay_days, 0.0) AS delay_days,
  coalesce(t.shortfall, 0.0) AS shortfall, interim_by, interim_planned, interim_reached
ORDER BY plan_target, starts, plan_year, id
