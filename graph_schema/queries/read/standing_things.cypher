// Whatever is late, short or lost points: what an assessment keeps of deliverables, to be compared with another.
//
// lost: points × agreement weight, in the tier of its agreement (none: in no agreement).
//
// params:  none
// returns: id, title, kind, measure, agency, name, external, plan_year, tier, unit, delay_days, shortfall, raw, lost
CYPHER 25
MATCH (d:Deliverable) WHERE d.delay_days > 0 OR d.shortfall > 0 OR d.loss > 0
MATCH (d)-[:OWNED_BY]->(a)
OPTIONAL MATCH (d)-[:PROMISED_IN]->(g)
RETURN d.id AS id, coalesce(d.title, d.id) AS title, CASE WHEN d:Target THEN 'target' WHEN d:Release THEN 'release' ELSE 'milestone' END AS kind, coalesce(d.measure, '') AS measure,
  a.id AS agency, coalesce(a.name, a.id) AS name, coalesce(a.external, false) AS external, d.plan_year AS plan_year, g.tier AS tier, coalesce(d.unit, '') AS unit,
  coalesce(d.delay_days, 0.0) AS delay_days, coalesce(d.shortfall, 0.0) AS shortfall, coalesce(d.raw, 100.0) AS raw, coalesce(d.loss, 0.0) * coalesce(g.weight, 1.0) AS lost
ORDER BY id
