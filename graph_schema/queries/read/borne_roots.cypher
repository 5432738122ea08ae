// Where points and days of one agency's agreement of a plan year began, under one row of a tier; a cause outside is a row of its own.
//
// charged: CHARGED, CHARGED_UNRULED or CHARGED_FIRST; against the first promise owners and delays are the first ones.
//
// params:  plan_year, by_tier, bearer, causer, charged
// returns: thing, title, agency, name, external, delay_days, points, days
CYPHER 25
MATCH (:Agency {id: $bearer})<-[:BINDS]-(g:Agreement {plan_year: $plan_year})
MATCH (g)<-[c:CHARGED|CHARGED_FIRST|CHARGED_UNRULED]-(d:Deliverable|Outside) WHERE type(c) = $charged
OPTIONAL MATCH (d)-[:OWNED_BY]->(o:Agency)
OPTIONAL MATCH (a:Agency {id: CASE $charged WHEN 'CHARGED_FIRST' THEN d.agency ELSE o.id END})
OPTIONAL MATCH (a)-[s:STANDS_IN]->(:PlanYear {id: $plan_year})
WITH c, d, a WHERE coalesce(s.path[$by_tier - 1], a.id, d.id) = $causer
RETURN d.id AS thing, coalesce(d.title, d.id) AS title, coalesce(a.id, d.id) AS agency, coalesce(a.name, a.id, d.name, d.id) AS name, coalesce(a.external, d:Outside) AS external,
  CASE $charged WHEN 'CHARGED_FIRST' THEN coalesce(d.first_delay_days, d.delay_days) ELSE d.delay_days END AS delay_days, c.points AS points, c.days AS days
ORDER BY points DESC, days DESC, thing
