// What was reported of the given deliverables by the day, and the payments that cover them.
//
// A report that says nothing new is left out: kept are starts, finishes, forecasts, the owner's words, and the latest quantity; each with the quantity it told.
//
// params:  ids, as_of
// returns: thing, kind, day, by, reported_on, achieved, started_on, finished_on, forecast_finish, status, cause, note, evidence, amount, currency, line, file, row, load
CYPHER 25
UNWIND $ids AS id
MATCH (d:Deliverable {id: id})
CALL (d) {
  MATCH (d)<-[:REPORTS]-(p:Progress) WHERE p.as_of <= $as_of
  WITH p ORDER BY p.as_of_day, coalesce(p.source = 'verified', false), p.reported_day
  WITH collect(p) AS reports
  WITH reports, [p IN reports WHERE p.achieved IS NOT NULL][-1] AS latest
  UNWIND reports AS p
  WITH p, latest WHERE p = latest OR p.started_on IS NOT NULL OR p.finished_on IS NOT NULL OR p.forecast_finish IS NOT NULL
    OR p.status IS NOT NULL OR p.cause IS NOT NULL OR p.note IS NOT NULL OR p.evidence IS NOT NULL
  RETURN 'report' AS kind, p.as_of AS day, coalesce(p.source, 'self') AS by, coalesce(p.reported_on, p.as_of) AS reported_on,
    p.achieved AS achieved, p.started_on AS started_on, p.finished_on AS finished_on, p.forecast_finish AS forecast_finish,
    p.status AS status, p.cause AS cause, p.note AS note, p.evidence AS evidence, null AS amount, null AS currency, null AS line,
    p.file AS file, p.row AS row, p.load AS load
UNION ALL
  MATCH (d)<-[c:COVERS]-(p:Payment) WHERE p.paid_on <= $as_of
  MATCH (d)-[:IN_YEAR]->(y:PlanYear)
  RETURN 'payment' AS kind, p.paid_on AS day, '' AS by, p.paid_on AS reported_on,
    null AS achieved, null AS started_on, null AS finished_on, null AS forecast_finish,
    null AS status, null AS cause, null AS note, null AS evidence, c.amount AS amount, y.currency AS currency, p.budget_line AS line,
    p.file AS file, p.row AS row, p.load AS load
}
RETURN d.id AS thing, kind, day, by, reported_on, achieved, started_on, finished_on, forecast_finish, status, cause, note, evidence, amount, currency, line, file, row, load
ORDER BY day, by DESC, reported_on, thing, file, row
