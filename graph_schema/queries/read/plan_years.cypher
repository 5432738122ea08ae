// Plan years, the latest last, with the tiers that have agreements.
//
// params:  none
// returns: id, title, starts, ends, currency, tiers
CYPHER 25
MATCH (y:PlanYear)
CALL (y) {
  MATCH (g:Agreement {plan_year: y.id})
  WITH DISTINCT g.tier AS tier ORDER BY tier
  RETURN collect(tier) AS tiers
}
RETURN y.id AS id, y.title AS title, y.starts AS starts, y.ends AS ends, y.currency AS currency, tiers
ORDER BY y.starts, y.id
