// Whatever a correction measures otherwise than when it was last assessed (or not at all) loses what was found of it, and is assessed as if it were new.
//
// params:  none
CYPHER 25
MATCH (d:Deliverable)
WITH d, d:Dated AS dated, coalesce(d.measure = 'releases', false) AS money, coalesce(d:Dated AND d.measure = 'quantity', false) AS counted
WHERE NOT dated AND d.finish_day IS NOT NULL
  OR NOT counted AND d.own_units IS NOT NULL
  OR NOT (money OR d:Release) AND d.missed IS NOT NULL
  OR NOT d:Cascade AND d.lost_below IS NOT NULL
  OR NOT (dated OR money) AND EXISTS { (d)-[:CHARGED]->() }
SET d.due = null, d.raw = null, d.loss = null, d.lost_below = null, d.own_by = null, d.own_points = null, d.missed = null,
    d.achieved = null, d.shortfall = null, d.own_units = null, d.started_day = null, d.forecast_day = null, d.finished_day = null,
    d.finish_day = null, d.delay_days = null, d.own_days = null, d.came_on = null, d.came = null, d.carried_by = null,
    d.carried_points = null, d.carried_days = null, d.cut_by = null, d.cut_points = null
CALL (d) { MATCH (d)-[old:DELAYED|CUT|CHARGED]-() DELETE old }
