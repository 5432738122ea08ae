// Every forecast of the finish of the given deliverables that was known by a day, in the order in which they hold.
//
// params:  ids, as_of
// returns: thing, as_of, forecast
CYPHER 25
UNWIND $ids AS id
MATCH (d:Deliverable {id: id})<-[:REPORTS]-(p:Progress)
WHERE p.forecast_finish IS NOT NULL AND p.as_of <= $as_of
RETURN d.id AS thing, p.as_of AS as_of, p.forecast_finish AS forecast
ORDER BY thing, as_of, coalesce(p.source = 'verified', false), p.reported_day
