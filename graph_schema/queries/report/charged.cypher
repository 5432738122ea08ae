// Points of a plan year's agreements that began at each deliverable, by tier, with the row its owner stands under in that tier.
//
// An owner above the tier, external, or not in that year's tree is a row of its own, as is a cause outside that a ruling names.
// charged: CHARGED or CHARGED_FIRST; against the first promise owners are the first ones.
//
// params:  plan_year, charged
// returns: tier, id, row, points
CYPHER 25
MATCH (y:PlanYear {id: $plan_year})<-[:IN_YEAR]-(g:Agreement)<-[c:CHARGED|CHARGED_FIRST]-(d:Deliverable|Outside) WHERE type(c) = $charged
WITH y, g, c, d ORDER BY g.code
WITH y, g.tier AS tier, d, sum(c.points) AS points
WHERE points > 0
OPTIONAL MATCH (d)-[:OWNED_BY]->(o:Agency)
WITH y, tier, d, CASE $charged WHEN 'CHARGED_FIRST' THEN d.agency ELSE o.id END AS owner, points
OPTIONAL MATCH (:Agency {id: owner})-[s:STANDS_IN]->(y)
RETURN tier, d.id AS id, coalesce(s.path[tier - 1], owner, d.id) AS row, points
ORDER BY tier, id
