// What an agency and those under it owe others in a plan year: each deliverable that those require, what held them up most first.
//
// parties: who requires it. days: summed over all that it held up there; points: charged at it in the other agreements of the tier.
//
// params:  agency, plan_year, tier, limit
// returns: id, title, parties, planned_day, finish_day, finished, delay_days, things, days, points, of, late, all_days
CYPHER 25
MATCH (a:Agency {id: $agency})
CALL (a) {
  RETURN a AS u
UNION
  MATCH (:PlanYear {id: $plan_year})<-[s:STANDS_IN]-(u:Agency) WHERE a.id IN s.path
  RETURN u
}
WITH a, collect(u) AS inside
UNWIND inside AS u
MATCH (u)<-[:OWNED_BY]-(g:Deliverable)-[:FINANCES|ENABLES]->(t:Deliverable)-[:OWNED_BY]->(o:Agency)
WHERE t.plan_year = $plan_year AND NOT o IN inside
WITH DISTINCT a, g, o, t
OPTIONAL MATCH (g)-[d:DELAYED]->(t)
WITH a, g, o, t, coalesce(d.days, 0.0) AS days ORDER BY o.id, t.id
WITH a, g, collect(DISTINCT [o.id, coalesce(o.name, o.id), coalesce(o.external, false)]) AS parties, count(t) AS things, sum(days) AS days
CALL (a, g) {
  OPTIONAL MATCH (g)-[c:CHARGED]->(b:Agreement {plan_year: $plan_year, tier: $tier}) WHERE b.agency <> a.id
  WITH c ORDER BY b.id
  RETURN coalesce(sum(c.points), 0.0) AS points
}
WITH g, parties, things, days, points ORDER BY days DESC, points DESC, g.planned_day, g.id
WITH collect([g, parties, things, days, points]) AS sorted, count(*) AS of, sum(CASE WHEN days > 0 THEN 1 ELSE 0 END) AS late, sum(days) AS all_days
UNWIND sorted[..$limit] AS x
WITH x[0] AS g, x[1] AS parties, x[2] AS things, x[3] AS days, x[4] AS points, of, late, all_days
RETURN g.id AS id, coalesce(g.title, g.id) AS title, parties, g.planned_day AS planned_day, g.finish_day AS finish_day, g.finished_day IS NOT NULL AS finished,
  coalesce(g.delay_days, 0.0) AS delay_days, things, days, points, of, late, all_days
