// The posts of a plan year: those that the sheets up to that year list, as the latest of them says, with the place of their agency in that year's tree.
//
// params:  plan_year
// returns: id, title, heads, agency, name, external, kind, path
CYPHER 25
MATCH (y:PlanYear {id: $plan_year})
MATCH (p:Post)
CALL (p, y) {
  MATCH (p)-[s:LISTED_IN]->(z:PlanYear) WHERE z.starts <= y.starts
  WITH s ORDER BY z.starts
  RETURN collect(s)[-1] AS latest
}
WITH y, p, latest WHERE latest IS NOT NULL
MATCH (a:Agency {id: latest.agency})
OPTIONAL MATCH (a)-[s:STANDS_IN]->(y)
RETURN p.id AS id, coalesce(latest.title, p.id) AS title, coalesce(latest.heads, false) AS heads, a.id AS agency, coalesce(a.name, a.id) AS name,
  coalesce(a.external, false) AS external, a.kind AS kind, coalesce(s.path, []) AS path
ORDER BY id
