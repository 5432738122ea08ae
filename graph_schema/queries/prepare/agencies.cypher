// What the latest sheet of each agency and post said, on the agency and post themselves.
//
// params:  none
CYPHER 25
MATCH (a:Agency|Post)
CALL (a) {
  MATCH (a)-[s:LISTED_IN]->(y:PlanYear)
  WITH s ORDER BY y.starts
  RETURN collect(s)[-1] AS latest
}
SET a.name = latest.name, a.kind = latest.kind, a.sector = latest.sector, a.external = CASE WHEN a:Agency THEN latest.kind = 'external' END,
    a.title = latest.title, a.heads = CASE WHEN a:Post THEN coalesce(latest.heads, false) END
CALL (a, latest) {
  WITH a, latest WHERE a:Post
  OPTIONAL MATCH (a)-[old:IN|REPORTS_TO]->()
  DELETE old
  WITH DISTINCT a, latest
  MATCH (b:Agency {id: latest.agency})
  CREATE (a)-[:IN]->(b)
}
CALL (a, latest) {
  MATCH (b:Post {id: latest.reports_to}) WHERE a:Post
  CREATE (a)-[:REPORTS_TO]->(b)
}
