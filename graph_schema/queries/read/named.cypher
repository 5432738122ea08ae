// Deliverables by their ids.
//
// params:  ids
// returns: id, title, kind, measure, agency, name, external, plan_year, delay_days, shortfall, loss
CYPHER 25
MATCH (d:Deliverable)-[:OWNED_BY]->(a:Agency) WHERE d.id IN $ids
RETURN d.id AS id, coalesce(d.title, d.id) AS title, CASE WHEN d:Target THEN 'target' WHEN d:Release THEN 'release' ELSE 'milestone' END AS kind, d.measure AS measure,
  a.id AS agency, a.name AS name, a.external AS external, d.plan_year AS plan_year, d.delay_days AS delay_days, d.shortfall AS shortfall, d.loss AS loss
ORDER BY id
