// The posts of an agency that the sheets up to a plan year list, the head first: whether somebody holds each on a day, and since when.
//
// params:  agency, plan_year, today
// returns: id, title, heads, held, disclosed, since
CYPHER 25
MATCH (y:PlanYear {id: $plan_year})
MATCH (a:Agency {id: $agency})<-[:IN]-(p:Post)
CALL (p, y) {
  MATCH (p)-[s:LISTED_IN]->(z:PlanYear) WHERE z.starts <= y.starts
  WITH s ORDER BY z.starts
  RETURN collect(s)[-1] AS latest
}
WITH a, p, latest WHERE latest.agency = a.id
CALL (p) {
  MATCH (p)<-[:OF]-(t:Tenure) WHERE coalesce(t.since, $today) <= $today AND coalesce(t.until, $today) >= $today
  RETURN count(t) > 0 AS held, coalesce(any(x IN collect(t.official) WHERE x IS NOT NULL), false) AS disclosed, min(t.since) AS since
}
RETURN p.id AS id, coalesce(latest.title, p.id) AS title, coalesce(latest.heads, false) AS heads, held, disclosed, since
ORDER BY heads DESC, id
