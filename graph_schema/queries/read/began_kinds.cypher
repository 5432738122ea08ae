// Points of a tier's agreements of a plan year by bearer, by the row under which they began, and by whether they began with a release, a target or a milestone.
//
// params:  plan_year, tier
// returns: bearer, row, kind, points
CYPHER 25
MATCH (y:PlanYear {id: $plan_year})<-[:IN_YEAR]-(g:Agreement {tier: $tier})<-[c:CHARGED]-(d:Deliverable)-[:OWNED_BY]->(a:Agency)
WITH y, g, a, CASE WHEN d:Release THEN 'release' WHEN d:Target THEN 'target' ELSE 'milestone' END AS kind, c.points AS points ORDER BY d.id
WITH y, g, a, kind, sum(points) AS points WHERE points > 0
OPTIONAL MATCH (a)-[s:STANDS_IN]->(y)
WITH g.agency AS bearer, coalesce(s.path[$tier - 1], a.id) AS row, kind, points, a ORDER BY a.id
RETURN bearer, row, kind, sum(points) AS points
ORDER BY bearer, row, kind
