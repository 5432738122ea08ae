// Points of a plan year's agreements that began under another row of their tier than the one that lost them, where one of the two is among given agencies.
//
// A row is the agency of the tier that the owner stands under, else the owner itself, or a cause outside.
//
// params:  plan_year, agencies
// returns: tier, bearer, row, id, title, agency, name, points
CYPHER 25
MATCH (y:PlanYear {id: $plan_year})<-[:IN_YEAR]-(g:Agreement)<-[c:CHARGED]-(d) WHERE c.points > 0
OPTIONAL MATCH (d)-[:OWNED_BY]->(a:Agency)
OPTIONAL MATCH (a)-[s:STANDS_IN]->(y)
WITH g, d, a, c.points AS points, coalesce(s.path[g.tier - 1], a.id, d.id) AS row
WHERE g.agency <> row AND (g.agency IN $agencies OR row IN $agencies)
RETURN g.tier AS tier, g.agency AS bearer, row, d.id AS id, coalesce(d.title, d.id) AS title, coalesce(a.id, d.id) AS agency, coalesce(a.name, a.id, d.name, d.id) AS name, points
ORDER BY tier, bearer, points DESC, id
