// Deliverables by id, by words of their id or title, or by their agency: the exact id first, then those of the plan year, then the best match.
//
// params:  exact, query, plan_year, limit
// returns: id, title, kind, measure, agency, name, external, plan_year, delay_days, shortfall, loss
CYPHER 25
CALL () {
  MATCH (d:Deliverable {id: $exact})
  RETURN d, 1000000.0 AS score
UNION ALL
  CALL db.index.fulltext.queryNodes('deliverable_words', $query, {limit: 4 * $limit}) YIELD node, score
  RETURN node AS d, 1000.0 + score AS score
UNION ALL
  CALL db.index.fulltext.queryNodes('agency_words', $query, {limit: 5}) YIELD node, score
  MATCH (node)<-[:OWNED_BY]-(d:Deliverable)
  RETURN d, score ORDER BY score DESC, coalesce(d.loss, 0.0) DESC, coalesce(d.delay_days, 0.0) DESC, d.id LIMIT $limit
}
WITH d, max(score) + CASE WHEN d.plan_year = $plan_year THEN 100000.0 ELSE 0.0 END AS score ORDER BY score DESC, d.id LIMIT $limit
MATCH (d)-[:OWNED_BY]->(a:Agency)
RETURN d.id AS id, coalesce(d.title, d.id) AS title, CASE WHEN d:Target THEN 'target' WHEN d:Release THEN 'release' ELSE 'milestone' END AS kind, d.measure AS measure,
  a.id AS agency, a.name AS name, a.external AS external, d.plan_year AS plan_year, d.delay_days AS delay_days, d.shortfall AS shortfall, d.loss AS loss
ORDER BY score DESC, id
