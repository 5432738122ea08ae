// Points of a plan year's agreements that began at each deliverable, by tier, with the row its owner stands under in that tier.
//
// An owner above the tier, external, or not in that year's tree is a row of its own, as is a cause outside that a ruling names.
//
// params:  plan_year
// returns: tier, id, row, points
CYPHER 25
MATCH (y:PlanYear {id: $plan_year})<-[:IN_YEAR]-(g:Agreement)<-[c:CHARGED]-(d:Deliverable|Outside)
WITH y, g, c, d ORDER BY g.code
WITH y, g.tier AS tier, d, sum(c.points) AS points
WHERE points > 0
OPTIONAL MATCH (d)-[:OWNED_BY]->(a:Agency)
OPTIONAL MATCH (a)-[s:STANDS_IN]->(y)
RETURN tier, d.id AS id, coalesce(s.path[tier - 1], a.id, d.id) AS row, points
ORDER BY tier, id
