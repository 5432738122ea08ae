// The rows of each tier and plan year under which other points began without rulings than with them, with the weight of their agreement.
//
// params:  none
// returns: plan_year, tier, agency, name, external, weight, without, ruled
CYPHER 25
MATCH (x:Graph {ruled: true})
CALL () {
  MATCH (g:Agreement)<-[c:CHARGED_UNRULED]-(d)
  RETURN g, d, c.points AS without, 0.0 AS ruled
UNION ALL
  MATCH (g:Agreement)<-[c:CHARGED]-(d)
  RETURN g, d, 0.0 AS without, c.points AS ruled
}
WITH g, d, without, ruled ORDER BY d.id, g.code
WITH g.plan_year AS plan_year, g.tier AS tier, d, sum(without) AS without, sum(ruled) AS ruled
OPTIONAL MATCH (d)-[:OWNED_BY]->(a:Agency)
OPTIONAL MATCH (a)-[s:STANDS_IN]->(:PlanYear {id: plan_year})
WITH plan_year, tier, coalesce(s.path[tier - 1], a.id, d.id) AS agency, without, ruled ORDER BY d.id
WITH plan_year, tier, agency, sum(without) AS without, sum(ruled) AS ruled WHERE abs(without - ruled) > 1e-9
OPTIONAL MATCH (a:Agency {id: agency})
OPTIONAL MATCH (o:Outside {id: agency})
OPTIONAL MATCH (a)<-[:BINDS]-(g:Agreement {plan_year: plan_year, tier: tier})
RETURN plan_year, tier, agency, coalesce(a.name, o.name, agency) AS name, coalesce(a.external, a IS NULL) AS external, CASE WHEN g IS NOT NULL THEN coalesce(g.weight, 1.0) END AS weight, without, ruled
ORDER BY plan_year, tier, agency
