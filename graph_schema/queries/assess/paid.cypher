// What came of each release by the day: its arrivals from the payments that cover it, the day it was whole, its forecast, and what was due but not paid by its planned day.
//
// Reports never finish or start a release.
//
// params:  today, cent (less than this is nothing: sums of decimals are not exact)
CYPHER 25
MATCH (r:Release)
CALL (r) {
  MATCH (r)<-[c:COVERS]-(p:Payment) WHERE p.paid_day <= $today
  WITH p.paid_day AS day, sum(c.amount) AS amount ORDER BY day
  RETURN collect(day) AS came_on, collect(amount) AS amounts
}
CALL (r) {
  MATCH (r)<-[:REPORTS]-(p:Progress) WHERE p.as_of_day <= $today
  WITH p ORDER BY p.as_of_day, coalesce(p.source = 'verified', false), p.reported_day
  RETURN collect(p.forecast_day)[-1] AS forecast
}
WITH r, came_on, amounts, forecast, reduce(paid = 0.0, x IN amounts | paid + x) AS paid,
  reduce(paid = 0.0, k IN range(0, size(amounts) - 1) | paid + CASE WHEN came_on[k] <= r.planned_day THEN amounts[k] ELSE 0.0 END) AS in_time
WITH r, forecast, came_on, [x IN amounts | x / r.promised] AS came, CASE WHEN paid >= r.promised - $cent THEN came_on[-1] END AS finished,
  CASE WHEN r.planned_day <= $today AND r.promised - in_time > $cent THEN r.promised - in_time ELSE 0.0 END AS missed
WITH r, forecast, came_on, came, finished, missed, finished IS NOT NULL OR r.planned_day <= $today AS due
WHERE any(x IN [[r.forecast_day, forecast], [r.came_on, came_on], [r.came, came], [r.finished_day, finished], [r.missed, missed], [r.due, due]] WHERE coalesce(x[0] <> x[1], x[0] IS NOT NULL OR x[1] IS NOT NULL))
SET r.forecast_day = forecast, r.came_on = came_on, r.came = came, r.finished_day = finished, r.missed = missed, r.due = due
