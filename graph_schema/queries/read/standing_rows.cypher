// How each row of each tier and plan year stands: what an assessment keeps of agencies, to be compared with another.
//
// A row is an agency of the tier, an owner outside it, or, by a ruling, a cause outside. weight is none without an agreement; measured: percent of it that is due; lost and began: points × weight.
//
// params:  none
// returns: plan_year, tier, agency, name, external, weight, measured, lost, began
CYPHER 25
CALL () {
  MATCH (g:Agreement)-[:BINDS]->(a:Agency)
  CALL (g) {
    MATCH (g)<-[:PROMISED_IN]-(t:Target)
    WITH t ORDER BY t.id
    RETURN coalesce(sum(t.loss), 0.0) AS loss, coalesce(sum(CASE WHEN t.due THEN t.weight_used END), 0.0) AS measured
  }
  RETURN g.plan_year AS plan_year, g.tier AS tier, a.id AS agency, coalesce(g.weight, 1.0) AS weight, measured, loss * coalesce(g.weight, 1.0) AS lost, 0.0 AS began
UNION ALL
  MATCH (g:Agreement)<-[c:CHARGED]-(d:Deliverable|Outside)
  WITH g, c, d ORDER BY d.id, g.code
  WITH g.plan_year AS plan_year, g.tier AS tier, d, sum(c.points) AS points
  OPTIONAL MATCH (d)-[:OWNED_BY]->(a:Agency)
  OPTIONAL MATCH (a)-[s:STANDS_IN]->(:PlanYear {id: plan_year})
  WITH plan_year, tier, coalesce(s.path[tier - 1], a.id, d.id) AS agency, points ORDER BY d.id
  RETURN plan_year, tier, agency, null AS weight, null AS measured, 0.0 AS lost, sum(points) AS began
}
WITH plan_year, tier, agency, max(weight) AS weight, max(measured) AS measured, sum(lost) AS lost, sum(began) AS began
OPTIONAL MATCH (a:Agency {id: agency})
OPTIONAL MATCH (o:Outside {id: agency})
RETURN plan_year, tier, agency, coalesce(a.name, o.name, agency) AS name, coalesce(a.external, a IS NULL) AS external, weight, measured, lost, began
ORDER BY plan_year, tier, agency
