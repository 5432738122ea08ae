// The agencies of some tiers of a plan year, with what each agreement lost and the weight of it that is measured; in force, or against the first promise.
//
// params:  plan_year, tiers, first
// returns: tier, agency, name, external, agreement, weight, lost, measured
CYPHER 25
MATCH (:PlanYear {id: $plan_year})<-[s:STANDS_IN]-(a:Agency) WHERE s.tier IN $tiers
OPTIONAL MATCH (a)<-[:BINDS]-(g:Agreement {plan_year: $plan_year})
CALL (g) {
  OPTIONAL MATCH (g)<-[:PROMISED_IN]-(t:Target)
  WITH t ORDER BY t.id
  WITH CASE WHEN $first THEN coalesce(t.first_loss, t.loss) ELSE t.loss END AS loss, CASE WHEN $first THEN coalesce(t.first_due, t.due) ELSE t.due END AS due,
    CASE WHEN $first THEN coalesce(t.first_weight, t.weight_used) ELSE t.weight_used END AS weight
  RETURN toFloat(sum(loss)) AS lost, toFloat(sum(CASE WHEN due THEN weight ELSE 0.0 END)) AS measured
}
RETURN s.tier AS tier, a.id AS agency, a.name AS name, a.external AS external, g.id AS agreement, CASE WHEN g IS NOT NULL THEN coalesce(g.weight, 1.0) END AS weight,
  lost, measured
ORDER BY tier, agency
