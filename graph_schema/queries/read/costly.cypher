// The deliverables, or causes outside, where most points of a tier of a plan year began, with what of it was lost by the row that owns them.
//
// params:  plan_year, tier, limit
// returns: thing, title, agency, name, external, row, row_name, row_external, points, in_own, of
CYPHER 25
MATCH (g:Agreement {plan_year: $plan_year, tier: $tier})-[:BINDS]->(u:Agency)
MATCH (g)<-[c:CHARGED]-(d:Deliverable|Outside) WHERE c.points > 0
WITH d, u.id AS bearer, c.points AS points ORDER BY bearer
WITH d, collect([bearer, points]) AS parts, sum(points) AS points ORDER BY points DESC, d.id
WITH collect([d, parts, points]) AS sorted
WITH size(sorted) AS of, sorted[..$limit] AS most
UNWIND most AS x
WITH of, x[0] AS d, x[1] AS parts, x[2] AS points
OPTIONAL MATCH (d)-[:OWNED_BY]->(a:Agency)
OPTIONAL MATCH (a)-[s:STANDS_IN]->(:PlanYear {id: $plan_year})
WITH of, d, a, parts, points, coalesce(s.path[$tier - 1], s.path[-1], a.id, d.id) AS row
OPTIONAL MATCH (v:Agency {id: row})
RETURN d.id AS thing, coalesce(d.title, d.id) AS title, coalesce(a.id, d.id) AS agency, coalesce(a.name, a.id, d.name, d.id) AS name, coalesce(a.external, d:Outside) AS external,
  row, coalesce(v.name, v.id, d.name, d.id) AS row_name, coalesce(v.external, d:Outside) AS row_external,
  points, reduce(sum = 0.0, p IN parts | CASE WHEN p[0] = row THEN sum + p[1] ELSE sum END) AS in_own, of
ORDER BY points DESC, thing
