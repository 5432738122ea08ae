// The agreements of plan years, each with its official score and its measured weight.
//
// params:  plan_years
// returns: id, plan_year, tier, agency, name, weight, official, measured
CYPHER 25
UNWIND $plan_years AS plan_year
MATCH (:PlanYear {id: plan_year})<-[:IN_YEAR]-(g:Agreement)-[:BINDS]->(a:Agency)
CALL (g) {
  MATCH (g)<-[:PROMISED_IN]-(t:Target)
  WITH t ORDER BY t.id
  RETURN 100 - coalesce(sum(t.loss), 0.0) AS official, coalesce(sum(CASE WHEN t.due THEN t.weight_used END), 0.0) AS measured
}
RETURN g.id AS id, plan_year, g.tier AS tier, a.id AS agency, coalesce(a.name, a.id) AS name, coalesce(g.weight, 1.0) AS weight, official, measured
ORDER BY plan_year, tier, agency
