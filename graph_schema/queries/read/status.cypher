// What the numbers rest on: the assessment, whether it was revised and ruled upon, the last load, the latest payment and report known on its day. One row.
//
// params:  none
// returns: as_of, made_at, rule, assessed_load, latest_load, latest_payment, latest_report, revised, ruled
CYPHER 25
OPTIONAL MATCH (a:Assessment) WHERE a.as_of IS NOT NULL
OPTIONAL MATCH (x:Graph {id: 'graph'})
CALL () {
  OPTIONAL MATCH (l:Load) WHERE l.number > 0
  RETURN l.number AS latest_load ORDER BY l.number DESC LIMIT 1
}
CALL (a) {
  OPTIONAL MATCH (p:Payment) WHERE p.paid_on <= a.as_of
  RETURN p.paid_on AS latest_payment ORDER BY p.paid_on DESC LIMIT 1
}
CALL (a) {
  OPTIONAL MATCH (p:Progress) WHERE p.as_of <= a.as_of
  RETURN p.as_of AS latest_report ORDER BY p.as_of DESC LIMIT 1
}
RETURN a.as_of AS as_of, a.made_at AS made_at, a.rule AS rule, a.load AS assessed_load, latest_load, latest_payment, latest_report,
  coalesce(x.revised, false) AS revised, coalesce(x.ruled, false) AS ruled
