// The agreements of plan years: who signed for whom and when, where they were published, and how they stand.
//
// params:  plan_years
// returns: id, title, kind, plan_year, agency, name, external, tier, weight, signed_on, signed_by, signer, signed_in, signed_for, signer_for, published_at, targets, assumed, official, measured, file, row, load
CYPHER 25
UNWIND $plan_years AS plan_year
MATCH (:PlanYear {id: plan_year})<-[:IN_YEAR]-(g:Agreement)-[:BINDS]->(a:Agency)
CALL (g) {
  OPTIONAL MATCH (g)<-[:PROMISED_IN]-(t:Target)
  WITH t ORDER BY t.id
  RETURN count(t) AS targets, coalesce(any(x IN collect(t.weight_assumed) WHERE x), false) AS assumed,
    100 - coalesce(sum(t.loss), 0.0) AS official, toFloat(coalesce(sum(CASE WHEN t.due THEN t.weight_used END), 0.0)) AS measured
}
OPTIONAL MATCH (by:Post)-[:SIGNED]->(g)
OPTIONAL MATCH (by)-[:IN]->(b:Agency)
OPTIONAL MATCH (for:Post)-[:SIGNED_FOR]->(g)
RETURN g.id AS id, coalesce(g.title, g.id) AS title, coalesce(g.kind, '') AS kind, plan_year, a.id AS agency, coalesce(a.name, a.id) AS name, coalesce(a.external, false) AS external,
  g.tier AS tier, coalesce(g.weight, 1.0) AS weight, g.signed_on AS signed_on, coalesce(by.id, '') AS signed_by, coalesce(by.title, by.id, '') AS signer, coalesce(b.id, '') AS signed_in,
  coalesce(for.id, '') AS signed_for, coalesce(for.title, for.id, '') AS signer_for, coalesce(g.published_at, '') AS published_at, targets, assumed, official, measured,
  g.file AS file, g.row AS row, g.load AS load
ORDER BY plan_year, tier, agency
