// Weights of each agreement, by the plan in force, scaled to 100 (none written: equal, assumed), and what one point of a target's raw score costs.
//
// params:  none
CYPHER 25
MATCH (t:Target)
OPTIONAL MATCH (t)-[:PROMISED_IN]->(g:Agreement)
OPTIONAL MATCH (v:InForce)-[:STANDS_FOR]->(t)
WITH g, t, coalesce(v, t).weight AS weight ORDER BY t.id
WITH g, collect({t: t, weight: weight}) AS targets, sum(CASE WHEN g IS NOT NULL THEN weight END) AS total
UNWIND targets AS x
WITH g, x.t AS t, CASE WHEN g IS NULL THEN 0.0 WHEN total > 0 THEN coalesce(x.weight, 0.0) * 100 / total ELSE 100.0 / size(targets) END AS weight, g IS NOT NULL AND coalesce(total, 0) = 0 AS assumed
WITH t, weight, assumed, weight * coalesce(g.weight, 1.0) / 100 AS stake
WHERE coalesce(t.weight_used <> weight OR t.weight_assumed <> assumed OR t.stake <> stake, true)
SET t.weight_used = weight, t.weight_assumed = assumed, t.stake = stake
