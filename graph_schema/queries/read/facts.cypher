// The assessed facts of the given deliverables, with their owners: what answers that recompute along the graph start from.
//
// amount: of a release, in force. Only the first node has a label: whatever the graph's size was when this was planned, it starts there.
//
// params:  ids
// returns: id, title, kind, measure, dated, agency, name, external, plan_year, agreement, rank, planned_day, start_day, span, ends_day, started_day, forecast_day, finished_day, finish_day, due, delay_days, own_days, shortfall, own_units, unit, whole, goal, sign, scale, achieved, came_on, came, amount, missed, raw, raw_planned, loss, weight, stake
CYPHER 25
UNWIND $ids AS id
MATCH (d:Deliverable {id: id})
MATCH (d)-[:OWNED_BY]->(a)
RETURN d.id AS id, coalesce(d.title, d.id) AS title, CASE WHEN d:Target THEN 'target' WHEN d:Release THEN 'release' ELSE 'milestone' END AS kind, coalesce(d.measure, '') AS measure,
  d:Dated AS dated, a.id AS agency, coalesce(a.name, a.id) AS name, coalesce(a.external, false) AS external, d.plan_year AS plan_year, d.agreement AS agreement, coalesce(d.rank, 0) AS rank,
  d.planned_day AS planned_day, d.start_day AS start_day, d.span AS span, d.ends_day AS ends_day, d.started_day AS started_day, d.forecast_day AS forecast_day,
  d.finished_day AS finished_day, d.finish_day AS finish_day, coalesce(d.due, false) AS due, coalesce(d.delay_days, 0.0) AS delay_days, coalesce(d.own_days, 0.0) AS own_days,
  coalesce(d.shortfall, 0.0) AS shortfall, coalesce(d.own_units, 0.0) AS own_units, coalesce(d.unit, '') AS unit, coalesce(d.whole, 0.0) AS whole, d.goal AS goal, coalesce(d.sign, 1) AS sign, d.scale AS scale,
  d.achieved AS achieved, coalesce(d.came_on, []) AS came_on, coalesce(d.came, []) AS came, coalesce(d.promised, d.amount, 0.0) AS amount, coalesce(d.missed, 0.0) AS missed,
  coalesce(d.raw, 100.0) AS raw, coalesce(d.raw_planned, 100.0) AS raw_planned, coalesce(d.loss, 0.0) AS loss, coalesce(d.weight_used, 0.0) AS weight, coalesce(d.stake, 0.0) AS stake
