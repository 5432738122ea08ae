// What takes part in the sweeps over dates, and its planned days with their defaults, as day numbers.
//
// params:  epoch
CYPHER 25
MATCH (d:Deliverable)-[:IN_YEAR]->(y:PlanYear)
WITH d, y, CASE
    WHEN d:Release THEN d.planned_on
    WHEN d:Milestone THEN d.planned_finish
    WHEN d.measure = 'date' THEN coalesce(d.planned_finish, d.excellent, y.ends)
    WHEN d.measure = 'quantity' AND coalesce(d.better, '') <> 'unknown' THEN coalesce(d.planned_finish, y.ends)
  END AS finish
WITH d, duration.inDays($epoch, finish).days AS planned, duration.inDays($epoch, d.planned_start).days AS start, duration.inDays($epoch, y.ends).days AS ends
REMOVE d:Dated:Cascade
SET d.planned_day = planned, d.start_day = CASE WHEN planned IS NOT NULL THEN coalesce(start, planned) END, d.span = planned - coalesce(start, planned),
    d.ends_day = ends, d.rank = null, d.sign = null, d.scale = null, d.goal = null, d.base = null, d.whole = null, d.raw_planned = null
WITH d, planned
FOREACH (_ IN CASE WHEN planned IS NOT NULL THEN [1] END | SET d:Dated, d.rank = 0)
FOREACH (_ IN CASE WHEN d.measure = 'cascade' THEN [1] END | SET d:Cascade, d.rank = 0)
