// Where points and days of one agency's agreement of a plan year began, under one row of the tier; a cause outside is a row of its own.
//
// params:  plan_year, tier, bearer, causer
// returns: thing, title, agency, name, external, delay_days, points, days
CYPHER 25
MATCH (:Agency {id: $bearer})<-[:BINDS]-(g:Agreement {plan_year: $plan_year})
MATCH (g)<-[c:CHARGED]-(d:Deliverable|Outside)
OPTIONAL MATCH (d)-[:OWNED_BY]->(a:Agency)
OPTIONAL MATCH (a)-[s:STANDS_IN]->(:PlanYear {id: $plan_year})
WITH c, d, a WHERE coalesce(s.path[$tier - 1], s.path[-1], a.id, d.id) = $causer
RETURN d.id AS thing, coalesce(d.title, d.id) AS title, coalesce(a.id, d.id) AS agency, coalesce(a.name, a.id, d.name, d.id) AS name, coalesce(a.external, d:Outside) AS external, d.delay_days AS delay_days, c.points AS points, c.days AS days
ORDER BY points DESC, days DESC, thing
