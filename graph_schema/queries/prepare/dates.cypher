// The planned days of each deliverable with their defaults, as day numbers, and the amount of each release: by the plan in force where it was revised.
//
// An undated milestone stays undated.
//
// params:  epoch, revised (true: only what was revised)
CYPHER 25
MATCH (d:Deliverable)-[:IN_YEAR]->(y:PlanYear) WHERE NOT $revised OR d:Revised
OPTIONAL MATCH (v:InForce)-[:STANDS_FOR]->(d)
WITH d, y, coalesce(v, d) AS plan
WITH d, y, plan, CASE
    WHEN d:Release THEN plan.planned_on
    WHEN d:Milestone THEN CASE WHEN d.planned_finish IS NOT NULL THEN plan.planned_finish END
    WHEN d.measure = 'date' THEN coalesce(plan.planned_finish, plan.excellent, y.ends)
    WHEN d.measure = 'quantity' AND coalesce(d.better, '') <> 'unknown' THEN coalesce(plan.planned_finish, y.ends)
  END AS finish
WITH d, plan, duration.inDays($epoch, finish).days AS planned, duration.inDays($epoch, plan.planned_start).days AS start, duration.inDays($epoch, y.ends).days AS ends
SET d.planned_day = planned, d.start_day = CASE WHEN planned IS NOT NULL THEN coalesce(start, planned) END, d.span = planned - coalesce(start, planned),
    d.ends_day = ends, d.promised = CASE WHEN d:Release THEN plan.amount END
