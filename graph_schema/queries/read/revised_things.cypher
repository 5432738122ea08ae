// What the timely revisions of a plan year's deliverables are about, as assessed against the first promise and in force; and the points of that year's agreements that are charged there, by tier.
//
// params:  plan_year, as_of
// returns: id, title, agency, name, external, first_agency, first_day, planned_day, first_delay, delay, first_raw, raw, first_loss, loss, first_charged, charged
CYPHER 25
MATCH (y:PlanYear {id: $plan_year})<-[:IN_YEAR]-(d:Deliverable)
WHERE EXISTS { (d)<-[:REVISES]-(r:Revision {timely: true}) WHERE r.revised_on <= $as_of }
MATCH (d)-[:OWNED_BY]->(a:Agency)
CALL (y, d) {
  OPTIONAL MATCH (d)-[c:CHARGED_FIRST]->(g:Agreement)-[:IN_YEAR]->(y)
  WITH g.tier AS tier, c.points AS points ORDER BY g.code
  WITH tier, sum(points) AS points WHERE points > 0 ORDER BY tier
  RETURN collect([tier, points]) AS first_charged
}
CALL (y, d) {
  OPTIONAL MATCH (d)-[c:CHARGED]->(g:Agreement)-[:IN_YEAR]->(y)
  WITH g.tier AS tier, c.points AS points ORDER BY g.code
  WITH tier, sum(points) AS points WHERE points > 0 ORDER BY tier
  RETURN collect([tier, points]) AS charged
}
RETURN d.id AS id, coalesce(d.title, d.id) AS title, a.id AS agency, coalesce(a.name, a.id) AS name, coalesce(a.external, false) AS external, coalesce(d.first_agency, a.id) AS first_agency,
  coalesce(d.first_planned_day, d.planned_day) AS first_day, d.planned_day AS planned_day, coalesce(d.first_delay_days, d.delay_days) AS first_delay, d.delay_days AS delay,
  coalesce(d.first_raw, d.raw) AS first_raw, d.raw AS raw, coalesce(d.first_loss, d.loss) AS first_loss, d.loss AS loss, first_charged, charged
ORDER BY id
