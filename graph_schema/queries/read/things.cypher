// A deliverable, everything that its delay, shortfall or lost points came through, what it requires, and what it held up next: each once.
//
// params:  id
// returns: id, title, kind, measure, milestone, dated, agency, name, external, post, plan_year, planned_day, started_day, finish_day, finished_day, due, delay_days, own_days, unit, goal, achieved, shortfall, own_units, raw, raw_planned, weight, loss, agreement, agreement_title, agreement_weight, missed, lost_below, amount, rank, file, row, load
CYPHER 25
MATCH (focus:Deliverable {id: $id})
CALL (focus) {
  MATCH (focus)<-[:SUPPORTS*0..]-(s:Deliverable)
  WITH DISTINCT focus, s WHERE s = focus OR s.raw < 100
  MATCH (s)<-[:COUNTS_IN*0..1]-(r:Deliverable)
  WITH DISTINCT s, r WHERE s = r OR r.missed > 0
  WITH DISTINCT r
  MATCH (r)<-[:DELAYED|CUT*0..]-(d:Deliverable)
  RETURN DISTINCT d
UNION
  MATCH (focus)<-[:FINANCES|ENABLES|SUPPORTS]-(d:Deliverable)
  RETURN DISTINCT d
UNION
  MATCH (focus)-[:DELAYED|CUT|SUPPORTS|COUNTS_IN]->(d:Deliverable)
  RETURN DISTINCT d
}
MATCH (d)-[:OWNED_BY]->(a:Agency)
RETURN d.id AS id, coalesce(d.title, d.id) AS title, CASE WHEN d:Target THEN 'target' WHEN d:Release THEN 'release' ELSE 'milestone' END AS kind,
  d.measure AS measure, d.kind AS milestone, d:Dated AS dated, a.id AS agency, a.name AS name, a.external AS external,
  [(a)<-[:IN]-(p:Post {heads: true}) | p.title][0] AS post, d.plan_year AS plan_year, d.planned_day AS planned_day, d.started_day AS started_day,
  d.finish_day AS finish_day, d.finished_day AS finished_day, coalesce(d.due, false) AS due, d.delay_days AS delay_days, d.own_days AS own_days,
  d.unit AS unit, d.goal AS goal, d.achieved AS achieved, d.shortfall AS shortfall, d.own_units AS own_units, d.raw AS raw, d.raw_planned AS raw_planned,
  d.weight_used AS weight, d.loss AS loss, d.agreement AS agreement,
  [(d)-[:PROMISED_IN]->(g:Agreement) WHERE d = focus | coalesce(g.title, g.id)][0] AS agreement_title,
  [(d)-[:PROMISED_IN]->(g:Agreement) WHERE d = focus | coalesce(g.weight, 1.0)][0] AS agreement_weight, d.missed AS missed, d.lost_below AS lost_below, d.amount AS amount, d.rank AS rank,
  d.file AS file, d.row AS row, d.load AS load
