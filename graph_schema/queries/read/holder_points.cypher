// Points of a plan year's agreements that began at each deliverable, by tier, with the time on which they lie: its own days, its planned day, the days that its own work was planned for.
//
// own_loss: what it carried as its own loss (its own score, or come down a cascade), of the agreements of that tier. first_start and first_finish are the first promise's, starts and ends those of the plan year that named it.
//
// params:  plan_year
// returns: tier, id, title, agency, measure, points, own_loss, raw, raw_planned, shortfall, own_units, finish_day, own_days, planned_day, first_start, first_finish, starts, ends
CYPHER 25
MATCH (:PlanYear {id: $plan_year})<-[:IN_YEAR]-(g:Agreement)<-[c:CHARGED]-(d:Deliverable)
WITH g, c, d ORDER BY g.code
WITH g.tier AS tier, d, collect(g.code) AS codes, sum(c.points) AS points
WHERE points > 0
MATCH (d)-[:IN_YEAR]->(y:PlanYear)
MATCH (d)-[:OWNED_BY]->(a:Agency)
RETURN tier, d.id AS id, coalesce(d.title, d.id) AS title, a.id AS agency, d.measure AS measure, points,
  reduce(sum = 0.0, k IN range(0, coalesce(size(d.own_by), 0) - 1) | sum + CASE WHEN d.own_by[k] IN codes THEN d.own_points[k] ELSE 0.0 END) AS own_loss,
  d.raw AS raw, d.raw_planned AS raw_planned, d.shortfall AS shortfall, d.own_units AS own_units, d.finish_day AS finish_day, d.own_days AS own_days, d.planned_day AS planned_day,
  d.planned_start AS first_start, d.planned_finish AS first_finish, y.starts AS starts, y.ends AS ends
ORDER BY tier, id
