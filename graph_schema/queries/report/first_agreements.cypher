// Each agreement of a plan year against the first promise: official score, measured weight, and its weight in its tier.
//
// params:  plan_year
// returns: tier, agency, weight, official, measured
CYPHER 25
MATCH (:PlanYear {id: $plan_year})<-[:IN_YEAR]-(g:Agreement)
CALL (g) {
  MATCH (g)<-[:PROMISED_IN]-(t:Target)
  WITH t ORDER BY t.id
  RETURN 100 - coalesce(sum(coalesce(t.first_loss, t.loss)), 0.0) AS official,
    coalesce(sum(CASE WHEN coalesce(t.first_due, t.due) THEN coalesce(t.first_weight, t.weight_used) END), 0.0) AS measured
}
RETURN g.tier AS tier, g.agency AS agency, coalesce(g.weight, 1.0) AS weight, official, measured
ORDER BY tier, agency
