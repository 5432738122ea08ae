// The assessed facts of each deliverable of a plan year.
//
// params:  plan_year
// returns: id, agency, measure, dated, due, raw, loss, finish_day, delay_days, own_days, shortfall, own_units, achieved
CYPHER 25
MATCH (:PlanYear {id: $plan_year})<-[:IN_YEAR]-(d:Deliverable)-[:OWNED_BY]->(a:Agency)
RETURN d.id AS id, a.id AS agency, d.measure AS measure, d:Dated AS dated, d.due AS due, coalesce(d.raw, 100.0) AS raw, coalesce(d.loss, 0.0) AS loss, d.finish_day AS finish_day,
  d.delay_days AS delay_days, d.own_days AS own_days, d.shortfall AS shortfall, d.own_units AS own_units, d.achieved AS achieved
ORDER BY id
