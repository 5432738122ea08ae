// Points of a plan year's agreements that began at each deliverable against the first promise, by tier, with the row its first owner stands under in that tier.
//
// params:  plan_year
// returns: tier, id, row, points
CYPHER 25
MATCH (x:Graph)
MATCH (y:PlanYear {id: $plan_year})<-[:IN_YEAR]-(g:Agreement)<-[c:CHARGED|CHARGED_FIRST]-(d:Deliverable)
WHERE type(c) = CASE WHEN coalesce(x.revised, false) THEN 'CHARGED_FIRST' ELSE 'CHARGED' END
WITH y, g, c, d ORDER BY g.code
WITH y, g.tier AS tier, d, sum(c.points) AS points
WHERE points > 0
OPTIONAL MATCH (:Agency {id: d.agency})-[s:STANDS_IN]->(y)
RETURN tier, d.id AS id, coalesce(s.path[tier - 1], d.agency) AS row, points
ORDER BY tier, id
