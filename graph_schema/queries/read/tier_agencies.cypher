// The agencies of a tier of a plan year, with the official score and the measured weight of those that have an agreement.
//
// params:  plan_year, tier
// returns: agency, name, external, agreement, weight, lost, measured
CYPHER 25
MATCH (:PlanYear {id: $plan_year})<-[s:STANDS_IN {tier: $tier}]-(a:Agency)
OPTIONAL MATCH (a)<-[:BINDS]-(g:Agreement {plan_year: $plan_year})
CALL (g) {
  OPTIONAL MATCH (g)<-[:PROMISED_IN]-(t:Target)
  WITH t ORDER BY t.id
  RETURN toFloat(sum(t.loss)) AS lost, toFloat(sum(CASE WHEN t.due THEN t.weight_used ELSE 0.0 END)) AS measured
}
RETURN a.id AS agency, a.name AS name, a.external AS external, g.id AS agreement, CASE WHEN g IS NOT NULL THEN coalesce(g.weight, 1.0) END AS weight,
  lost, measured
ORDER BY agency
