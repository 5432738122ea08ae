// Five-year plans by their first day, with their plan years in order.
//
// params:  none
// returns: id, title, starts, ends, plan_years
CYPHER 25
MATCH (f:FiveYearPlan)
CALL (f) {
  MATCH (f)<-[:WITHIN]-(y:PlanYear)
  WITH y ORDER BY y.starts, y.id
  RETURN collect(y.id) AS plan_years
}
RETURN f.id AS id, coalesce(f.title, f.id) AS title, f.starts AS starts, f.ends AS ends, plan_years
ORDER BY starts, id
