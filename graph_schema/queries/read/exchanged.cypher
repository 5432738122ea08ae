// Points of the agreements of plan years that began under another row of their tier than the one that lost them.
//
// A row is the agency of the tier that the owner stands under, else the owner itself, or a cause outside.
//
// params:  plan_years
// returns: plan_year, tier, bearer, causer, name, external, points
CYPHER 25
UNWIND $plan_years AS plan_year
MATCH (y:PlanYear {id: plan_year})<-[:IN_YEAR]-(g:Agreement)<-[c:CHARGED]-(d) WHERE c.points > 0
OPTIONAL MATCH (d)-[:OWNED_BY]->(a:Agency)
OPTIONAL MATCH (a)-[s:STANDS_IN]->(y)
WITH plan_year, g, coalesce(s.path[g.tier - 1], a.id, d.id) AS causer, c.points AS points, d ORDER BY d.id
WITH plan_year, g.tier AS tier, g.agency AS bearer, causer, sum(points) AS points
WHERE bearer <> causer
OPTIONAL MATCH (v:Agency {id: causer})
RETURN plan_year, tier, bearer, causer, coalesce(v.name, causer) AS name, coalesce(v.external, v IS NULL) AS external, points
ORDER BY plan_year, tier, bearer, causer
