// Points and days that agreements of a tier lost in some plan years, by the year of the deliverable where they began; those that began in another year by deliverable, the rest as one (id '', a cause outside: its code).
//
// params:  plan_years, tier
// returns: plan_year, began_in, id, title, agency, name, external, points, days
CYPHER 25
MATCH (g:Agreement {tier: $tier})<-[c:CHARGED]-(d:Deliverable|Outside) WHERE g.plan_year IN $plan_years
WITH g, c, d, CASE WHEN d.plan_year = g.plan_year THEN '' ELSE d.id END AS id
ORDER BY d.id, g.code
WITH g.plan_year AS plan_year, coalesce(d.plan_year, '') AS began_in, id, sum(c.points) AS points, sum(c.days) AS days
OPTIONAL MATCH (d:Deliverable {id: id})-[:OWNED_BY]->(a:Agency)
RETURN plan_year, began_in, id, coalesce(d.title, id) AS title, coalesce(a.id, id) AS agency, coalesce(a.name, a.id, id) AS name, coalesce(a.external, false) AS external,
  toFloat(points) AS points, toFloat(days) AS days
ORDER BY plan_year, points DESC, days DESC, id
