// The targets and milestones of a plan year on which reports are expected (no releases, cascades, undated milestones), as planned first and in force, and as assessed.
//
// first_start: absent where no start is planned. first_day: the day first promised.
//
// params:  plan_year
// returns: id, title, measure, agency, name, external, unit, sign, first_start, first_day, planned_day, finished_day, finish_day, delay_days, due, shortfall
CYPHER 25
MATCH (:PlanYear {id: $plan_year})<-[:IN_YEAR]-(d:Target|Milestone)-[:OWNED_BY]->(a:Agency)
WHERE coalesce(d.measure, 'date') IN ['date', 'quantity'] AND (d:Target OR d:Dated)
RETURN d.id AS id, coalesce(d.title, d.id) AS title, coalesce(d.measure, '') AS measure, a.id AS agency, coalesce(a.name, a.id) AS name, coalesce(a.external, false) AS external,
  coalesce(d.unit, '') AS unit, coalesce(d.sign, 1) AS sign, d.planned_start AS first_start, coalesce(d.first_planned_day, d.planned_day) AS first_day, d.planned_day AS planned_day,
  d.finished_day AS finished_day, d.finish_day AS finish_day, coalesce(d.delay_days, 0.0) AS delay_days, coalesce(d.due, false) AS due, coalesce(d.shortfall, 0.0) AS shortfall
ORDER BY id
