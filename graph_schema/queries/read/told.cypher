// Every report on the deliverables of a plan year that was known by a day, in the order in which they hold.
//
// params:  plan_year, as_of
// returns: thing, as_of, reported_on, achieved, forecast, status, cause, note, file, row, load
CYPHER 25
MATCH (:PlanYear {id: $plan_year})<-[:IN_YEAR]-(d:Deliverable)<-[:REPORTS]-(p:Progress)
WHERE p.as_of <= $as_of
RETURN d.id AS thing, p.as_of AS as_of, coalesce(p.reported_on, p.as_of) AS reported_on, p.achieved AS achieved, p.forecast_finish AS forecast, coalesce(p.status, '') AS status,
  coalesce(p.cause, '') AS cause, coalesce(p.note, '') AS note,  p.file AS file, p.row AS row, p.load AS load
ORDER BY thing, as_of, coalesce(p.source = 'verified', false), p.reported_day
