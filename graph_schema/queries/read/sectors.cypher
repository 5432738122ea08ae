// What targets of each sector came to in some plan years: all but cascades, which repeat what supports them. A sector is the target's own, or (inherited) that of its agency.
//
// kept: due, and as good as promised. late, short: due ones. score: mean raw score of what is due, none without any.
//
// params:  plan_years
// returns: plan_year, sector, targets, inherited, due, kept, late, short, score
CYPHER 25
MATCH (y:PlanYear)<-[:IN_YEAR]-(t:Target)-[:OWNED_BY]->(a:Agency) WHERE y.id IN $plan_years AND t.measure <> 'cascade'
OPTIONAL MATCH (a)-[s:STANDS_IN]->(y)
WITH y, t, coalesce(t.sector, s.sector, '') AS sector ORDER BY t.id
WITH y, sector, count(*) AS targets, sum(CASE WHEN t.sector IS NULL THEN 1 ELSE 0 END) AS inherited, sum(CASE WHEN t.due THEN 1 ELSE 0 END) AS due,
  sum(CASE WHEN t.due AND t.raw >= coalesce(t.raw_planned, 100.0) - 1e-9 THEN 1 ELSE 0 END) AS kept,
  sum(CASE WHEN t.due AND t.delay_days > 0 THEN 1 ELSE 0 END) AS late, sum(CASE WHEN t.due AND t.shortfall > 0 THEN 1 ELSE 0 END) AS short, avg(CASE WHEN t.due THEN t.raw END) AS score
RETURN y.id AS plan_year, sector, targets, inherited, due, kept, late, short, score
ORDER BY y.starts, plan_year, sector
