// Points of a plan year's agreements that rulings put down to causes outside, by tier.
//
// params:  plan_year
// returns: tier, id, points
CYPHER 25
MATCH (o:Outside)-[c:CHARGED]->(g:Agreement {plan_year: $plan_year})
WITH o, c, g ORDER BY g.code
WITH g.tier AS tier, o.id AS id, sum(c.points) AS points WHERE points > 0
RETURN tier, id, points
ORDER BY tier, id
