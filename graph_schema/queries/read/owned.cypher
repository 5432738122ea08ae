// Deliverables of a plan year that belong to an agency or to those under it: the latest ones first, then what lost most; with how many there are.
//
// params:  agency, plan_year, limit
// returns: id, title, kind, measure, agency, name, external, plan_year, delay_days, shortfall, loss, of, late
CYPHER 25
MATCH (a:Agency {id: $agency})
CALL (a) {
  RETURN a AS u
UNION
  MATCH (:PlanYear {id: $plan_year})<-[s:STANDS_IN]-(u:Agency) WHERE a.id IN s.path
  RETURN u
}
MATCH (u)<-[:OWNED_BY]-(d:Deliverable) WHERE d.plan_year = $plan_year
WITH u, d ORDER BY coalesce(d.delay_days, 0.0) DESC, coalesce(d.shortfall, 0.0) > 0 DESC, coalesce(d.loss, 0.0) DESC, coalesce(d.planned_day, 0), d.id
WITH collect([u, d]) AS sorted, count(*) AS of, sum(CASE WHEN d.delay_days > 0 THEN 1 ELSE 0 END) AS late
UNWIND sorted[..$limit] AS x
WITH x[0] AS u, x[1] AS d, of, late
RETURN d.id AS id, coalesce(d.title, d.id) AS title, CASE WHEN d:Target THEN 'target' WHEN d:Release THEN 'release' ELSE 'milestone' END AS kind, d.measure AS measure,
  u.id AS agency, u.name AS name, u.external AS external, d.plan_year AS plan_year, d.delay_days AS delay_days, d.shortfall AS shortfall, d.loss AS loss, of, late
