// What takes part in the sweeps over dates, and what in those over cascades; nothing is ranked yet.
//
// params:  none
CYPHER 25
MATCH (d:Deliverable)
REMOVE d:Dated:Cascade
SET d.rank = null, d.sign = null, d.scale = null, d.goal = null, d.base = null, d.whole = null, d.raw_planned = null
FOREACH (_ IN CASE WHEN d.planned_day IS NOT NULL THEN [1] END | SET d:Dated, d.rank = 0)
FOREACH (_ IN CASE WHEN d.measure = 'cascade' THEN [1] END | SET d:Cascade, d.rank = 0)
