// Percent of the money due that was paid by its planned day, for each target of measure 'releases' (attribution.md 5).
//
// params:  today
CYPHER 25
MATCH (t:Target {measure: 'releases'})
CALL (t) {
  MATCH (t)<-[:COUNTS_IN]-(r:Release) WHERE r.planned_day <= $today
  WITH r ORDER BY r.id
  RETURN coalesce(sum(r.promised), 0.0) AS owed, toFloat(sum(r.missed)) AS missed
}
WITH t, coalesce(t.better, '') <> 'unknown' AND owed > 0 AS due, missed, CASE WHEN owed > 0 THEN 100 - 100 * missed / owed ELSE 100.0 END AS achieved
WHERE any(x IN [[t.due, due], [t.missed, missed], [t.achieved, achieved]] WHERE coalesce(x[0] <> x[1], x[0] IS NOT NULL OR x[1] IS NOT NULL))
SET t.due = due, t.missed = missed, t.achieved = achieved
