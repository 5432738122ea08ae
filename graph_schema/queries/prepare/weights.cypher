// Weights of each agreement, scaled to 100 (none written: equal, assumed), and what one point of a target's raw score costs.
//
// params:  none
CYPHER 25
MATCH (t:Target)
OPTIONAL MATCH (t)-[:PROMISED_IN]->(g:Agreement)
WITH g, t ORDER BY t.id
WITH g, collect(t) AS targets, sum(CASE WHEN g IS NOT NULL THEN t.weight END) AS total
UNWIND targets AS t
WITH g, t, CASE WHEN g IS NULL THEN 0.0 WHEN total > 0 THEN coalesce(t.weight, 0.0) * 100 / total ELSE 100.0 / size(targets) END AS weight, g IS NOT NULL AND coalesce(total, 0) = 0 AS assumed
SET t.weight_used = weight, t.weight_assumed = assumed, t.bearer = g.code, t.bearers = CASE WHEN g IS NULL THEN [] ELSE [g.code] END,
    t.stake = weight * coalesce(g.weight, 1.0) / 100
