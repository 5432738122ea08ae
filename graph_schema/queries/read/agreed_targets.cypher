// The targets of an agency's agreement for a plan year, those that lost most first: weight and grid, what was reached, score and loss.
//
// scale: the grid × sign, best first. supported: how many targets a cascade is measured by.
//
// params:  agency, plan_year
// returns: id, title, measure, agency, name, external, weight, unit, goal, sign, scale, better, supported, due, raw, loss, achieved, planned_day, finish_day, finished, delay_days, shortfall
CYPHER 25
MATCH (:Agency {id: $agency})<-[:BINDS]-(:Agreement {plan_year: $plan_year})<-[:PROMISED_IN]-(t:Target)-[:OWNED_BY]->(o:Agency)
RETURN t.id AS id, coalesce(t.title, t.id) AS title, t.measure AS measure, o.id AS agency, coalesce(o.name, o.id) AS name, coalesce(o.external, false) AS external,
  coalesce(t.weight_used, 0.0) AS weight, coalesce(t.unit, '') AS unit, t.goal AS goal, coalesce(t.sign, 1) AS sign, t.scale AS scale, coalesce(t.better, '') AS better,
  COUNT { (t)<-[:SUPPORTS]-(:Target) } AS supported, coalesce(t.due, false) AS due, coalesce(t.raw, 100.0) AS raw, coalesce(t.loss, 0.0) AS loss, t.achieved AS achieved,
  t.planned_day AS planned_day, t.finish_day AS finish_day, t.finished_day IS NOT NULL AS finished, coalesce(t.delay_days, 0.0) AS delay_days, coalesce(t.shortfall, 0.0) AS shortfall
ORDER BY loss DESC, weight DESC, id
