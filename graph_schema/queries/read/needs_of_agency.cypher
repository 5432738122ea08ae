// What others owe an agency and those under it in a plan year: each deliverable that they require, what held them up most first.
//
// days: summed over all that it held up there; points: charged at it in the agency's own agreement.
//
// params:  agency, plan_year, limit
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
MATCH (u)<-[:OWNED_BY]-(t:Deliverable) WHERE t.plan_year = $plan_year
MATCH (t)<-[:FINANCES|ENABLES]-(g:Deliverable)-[:OWNED_BY]->(o:Agency) WHERE NOT o IN inside
WITH DISTINCT a, g, o, t
OPTIONAL MATCH (g)-[d:DELAYED]->(t)
WITH a, g, o, t, coalesce(d.days, 0.0) AS days ORDER BY t.id
WITH a, g, o, count(t) AS things, sum(days) AS days
CALL (a, g) {
  OPTIONAL MATCH (g)-[c:CHARGED]->(:Agreement {agency: a.id, plan_year: $plan_year})
  RETURN coalesce(sum(c.points), 0.0) AS points
}
WITH g, o, things, days, points ORDER BY days DESC, points DESC, g.planned_day, g.id
WITH collect([g, o, things, days, points]) AS sorted, count(*) AS of, sum(CASE WHEN days > 0 THEN 1 ELSE 0 END) AS late, sum(days) AS all_days
UNWIND sorted[..$limit] AS x
WITH x[0] AS g, x[1] AS o, x[2] AS things, x[3] AS days, x[4] AS points, of, late, all_days
RETURN g.id AS id, coalesce(g.title, g.id) AS title, [[o.id, coalesce(o.name, o.id), coalesce(o.external, false)]] AS parties, g.planned_day AS planned_day,
  g.finish_day AS finish_day, g.finished_day IS NOT NULL AS finished, coalesce(g.delay_days, 0.0) AS delay_days, things, days, points, of, late, all_days
