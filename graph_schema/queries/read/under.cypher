// Given targets, the targets that support them at any depth, and everything that the delay, shortfall or lost points of these came through; with the place of each owner in the tree of a plan year and the post that heads it.
//
// params:  ids, plan_year
// returns: id, title, kind, measure, agency, name, external, path, head, head_title, post, post_title, agreement, agreement_weight, weight, rank, due, planned_day, finish_day, finished, delay_days, own_days, shortfall, own_units, unit, raw, raw_planned, loss, missed
CYPHER 25
CALL () {
  UNWIND $ids AS id
  MATCH (focus:Deliverable {id: id})<-[:SUPPORTS*0..]-(s:Deliverable)
  WITH DISTINCT s
  MATCH (s)<-[:COUNTS_IN*0..1]-(r:Deliverable)
  WITH DISTINCT s, r WHERE s = r OR r.missed > 0
  WITH DISTINCT r
  MATCH (r)<-[:DELAYED|CUT*0..]-(d:Deliverable)
  RETURN DISTINCT d
}
MATCH (d)-[:OWNED_BY]->(a:Agency)
OPTIONAL MATCH (a)-[s:STANDS_IN]->(:PlanYear {id: $plan_year})
OPTIONAL MATCH (d)-[:PROMISED_IN]->(g:Agreement)
OPTIONAL MATCH (d)-[:ASSIGNED_TO]->(p:Post)
WITH d, a, s, g, p, [(a)<-[:IN]-(h:Post {heads: true}) | h][0] AS h
RETURN d.id AS id, coalesce(d.title, d.id) AS title, CASE WHEN d:Target THEN 'target' WHEN d:Release THEN 'release' ELSE 'milestone' END AS kind, d.measure AS measure,
  a.id AS agency, coalesce(a.name, a.id) AS name, coalesce(a.external, false) AS external, coalesce(s.path, []) AS path, h.id AS head, h.title AS head_title, p.id AS post, p.title AS post_title,
  g.id AS agreement, coalesce(g.weight, 1.0) AS agreement_weight, d.weight_used AS weight, d.rank AS rank, coalesce(d.due, false) AS due,
  d.planned_day AS planned_day, d.finish_day AS finish_day, d.finished_day IS NOT NULL AS finished, d.delay_days AS delay_days, d.own_days AS own_days,
  d.shortfall AS shortfall, d.own_units AS own_units, d.unit AS unit, d.raw AS raw, d.raw_planned AS raw_planned, d.loss AS loss, d.missed AS missed
ORDER BY id
