// What of a plan year is late or fell short, with the agencies that it requires something of, and the points of that year's agreements that it carries along days, and that are charged there: [tier, points].
//
// params:  plan_year
// returns: id, title, agency, name, external, milestone, path, delay, own_days, shortfall, own_units, unit, requires, carried, charged, file, row, load
CYPHER 25
MATCH (y:PlanYear {id: $plan_year})<-[:IN_YEAR]-(d:Dated)-[:OWNED_BY]->(a:Agency) WHERE d.delay_days > 0 OR d.shortfall > 0
OPTIONAL MATCH (a)-[s:STANDS_IN]->(y)
CALL (d) {
  MATCH (d)<-[:FINANCES|ENABLES]-(g)-[:OWNED_BY]->(o:Agency)
  RETURN collect(DISTINCT o.id) AS requires
}
CALL (y, d) {
  UNWIND range(0, coalesce(size(d.carried_by), 0) - 1) AS k
  MATCH (g:Agreement {code: d.carried_by[k]})-[:IN_YEAR]->(y)
  WITH g.tier AS tier, d.carried_points[k] AS points ORDER BY g.code
  WITH tier, sum(points) AS points WHERE points > 0 ORDER BY tier
  RETURN collect([tier, points]) AS carried
}
CALL (y, d) {
  MATCH (d)-[c:CHARGED]->(g:Agreement)-[:IN_YEAR]->(y)
  WITH g.tier AS tier, c.points AS points ORDER BY g.code
  WITH tier, sum(points) AS points WHERE points > 0 ORDER BY tier
  RETURN collect([tier, points]) AS charged
}
RETURN d.id AS id, coalesce(d.title, d.id) AS title, a.id AS agency, coalesce(a.name, a.id) AS name, coalesce(a.external, false) AS external, d:Milestone AS milestone, coalesce(s.path, []) AS path,
  coalesce(d.delay_days, 0.0) AS delay, coalesce(d.own_days, 0.0) AS own_days, coalesce(d.shortfall, 0.0) AS shortfall, coalesce(d.own_units, 0.0) AS own_units, coalesce(d.unit, '') AS unit,
  requires, carried, charged, d.file AS file, d.row AS row, d.load AS load
ORDER BY id
