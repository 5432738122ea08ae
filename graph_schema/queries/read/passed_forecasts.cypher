// What of a plan year is not finished though its latest forecast has passed by a day (a day number), with the report that told it.
//
// params:  plan_year, today
// returns: id, title, agency, name, external, forecast_day, file, row, load
CYPHER 25
MATCH (:PlanYear {id: $plan_year})<-[:IN_YEAR]-(d:Dated)-[:OWNED_BY]->(a:Agency) WHERE d.finished_day IS NULL AND d.forecast_day <= $today
CALL (d) {
  MATCH (d)<-[:REPORTS]-(p:Progress) WHERE p.forecast_day IS NOT NULL AND p.as_of_day <= $today
  RETURN p ORDER BY p.as_of_day DESC, coalesce(p.source = 'verified', false) DESC, p.reported_day DESC LIMIT 1
}
RETURN d.id AS id, coalesce(d.title, d.id) AS title, a.id AS agency, coalesce(a.name, a.id) AS name, coalesce(a.external, false) AS external, d.forecast_day AS forecast_day,
  p.file AS file, p.row AS row, p.load AS load
ORDER BY id
