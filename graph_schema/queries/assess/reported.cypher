// What was known of each target and milestone on the day: the latest value of each kind, when a quantity was reached, and whether it is due (attribution.md 2).
//
// params:  today
CYPHER 25
MATCH (d:Dated) WHERE NOT d:Release
CALL (d) {
  MATCH (d)<-[:REPORTS]-(p:Progress) WHERE p.as_of_day <= $today
  WITH d, p ORDER BY p.as_of_day, coalesce(p.source = 'verified', false), p.reported_day
  RETURN collect(p.started_day)[-1] AS started, collect(p.finished_day)[-1] AS finished, collect(p.forecast_day)[-1] AS forecast,
    collect(CASE WHEN d.measure = 'quantity' AND p.achieved IS NOT NULL THEN [p.as_of_day, p.achieved] END) AS levels
}
// of the values of one day the last one holds
WITH d, started, finished, forecast, [k IN range(0, size(levels) - 1) WHERE levels[k + 1] IS NULL OR levels[k + 1][0] > levels[k][0] | levels[k]] AS levels
WITH d, started, finished, forecast, levels, d.measure = 'quantity' AS counted,
  [x IN levels WHERE x[0] <= d.ends_day][-1][1] AS achieved,
  reduce(since = null, x IN levels | CASE WHEN d.sign * x[1] >= d.sign * d.goal THEN coalesce(since, x[0]) END) AS reached
WITH d, started, forecast, levels, coalesce(counted, false) AS counted, achieved, CASE WHEN finished <= $today THEN finished END AS reported, reached
WITH d, started, forecast, levels, counted, achieved, reported, CASE
    WHEN NOT counted THEN reported
    WHEN reached IS NULL THEN null
    WHEN reported IS NOT NULL THEN reported
    WHEN d.sign = 1 THEN reached
    WHEN d.planned_day <= $today THEN d.planned_day
  END AS finished
// arrivals of a rising quantity: the increases of its running maximum, as parts of what was to be made
WITH d, started, forecast, counted, achieved, finished, CASE WHEN counted AND d.sign = 1 AND d.whole > 0 THEN
    [x IN levels | {day: CASE WHEN reported < x[0] THEN reported ELSE x[0] END, part: CASE WHEN x[1] >= d.goal THEN 1.0 ELSE (x[1] - d.base) / (d.goal - d.base) END}]
  ELSE [] END AS levels
WITH d, started, forecast, counted, achieved, finished,
  reduce(rises = [], x IN levels | CASE WHEN x.part > coalesce(rises[-1].part, 0.0) THEN rises + [x] ELSE rises END) AS rises,
  finished IS NOT NULL OR d.planned_day <= $today AS due
WITH d, CASE WHEN started <= $today THEN started END AS started, forecast, finished, due, CASE WHEN counted THEN achieved END AS achieved,
  CASE WHEN counted THEN [x IN rises | x.day] END AS came_on,
  CASE WHEN counted THEN [k IN range(0, size(rises) - 1) | rises[k].part - CASE k WHEN 0 THEN 0.0 ELSE rises[k - 1].part END] END AS came,
  CASE WHEN NOT counted THEN null WHEN NOT due THEN 0.0 WHEN achieved IS NULL THEN d.whole
    WHEN d.sign * (d.goal - achieved) > 0 THEN d.sign * (d.goal - achieved) ELSE 0.0 END AS shortfall
WHERE any(x IN [[d.started_day, started], [d.forecast_day, forecast], [d.finished_day, finished], [d.due, due], [d.achieved, achieved], [d.came_on, came_on], [d.came, came], [d.shortfall, shortfall]]
  WHERE coalesce(x[0] <> x[1], x[0] IS NOT NULL OR x[1] IS NOT NULL))
SET d.started_day = started, d.forecast_day = forecast, d.finished_day = finished, d.due = due, d.achieved = achieved, d.came_on = came_on, d.came = came, d.shortfall = shortfall
