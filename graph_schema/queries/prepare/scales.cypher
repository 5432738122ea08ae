// The scale, by the plan in force, of each target measured by date, quantity or releases: its grid, higher is better (a falling grid is written as its negative, with sign −1), goal and base.
//
// params:  epoch, revised (true: only what was revised)
CYPHER 25
MATCH (t:Target) WHERE t.measure <> 'cascade' AND coalesce(t.better, '') <> 'unknown' AND (NOT $revised OR t:Revised)
OPTIONAL MATCH (v:InForce)-[:STANDS_FOR]->(t)
WITH t, coalesce(v, t) AS plan
WITH t, plan, CASE WHEN plan.poor IS NOT NULL THEN [x IN [plan.excellent, plan.very_good, plan.good, plan.fair, plan.poor] |
    CASE t.measure WHEN 'date' THEN toFloat(duration.inDays($epoch, x).days) ELSE toFloat(x) END] END AS given
WITH t, given, CASE t.measure WHEN 'date' THEN toFloat(t.planned_day) ELSE coalesce(plan.target, given[0], 100.0) END AS goal
WITH t, goal, CASE
    WHEN given IS NOT NULL THEN given
    WHEN t.measure = 'date' THEN [x IN [0, 15, 30, 45, 60] | goal + x]
    WHEN t.baseline IS NOT NULL THEN [x IN [10, 9, 8, 7, 6] | round(t.baseline + x * (goal - t.baseline) / 10, 9)]
    WHEN t.better = 'lower' THEN [x IN [10, 11, 12, 13, 14] | round(goal * x / 10, 9)]
    ELSE [x IN [10, 9, 8, 7, 6] | round(goal * x / 10, 9)]
  END AS grid
WITH t, goal, grid, CASE WHEN grid[0] > grid[4] THEN 1 ELSE -1 END AS sign
WITH t, goal, grid, sign, coalesce(t.baseline, CASE sign WHEN 1 THEN 0.0 ELSE grid[4] END) AS base
SET t.sign = sign, t.scale = [x IN grid | x * sign], t.goal = goal, t.base = base, t.whole = CASE t.measure WHEN 'quantity' THEN abs(goal - base) END
WITH t, t.scale AS scale, goal * sign AS x
SET t.raw_planned = CASE
    WHEN x >= scale[0] THEN 100.0
    WHEN x < scale[4] THEN 0.0
    ELSE head([k IN range(0, 3) WHERE scale[k + 1] <= x AND x <= scale[k] |
      CASE WHEN scale[k] = scale[k + 1] THEN 100.0 - 10 * k ELSE 90 - 10 * k + 10 * (x - scale[k + 1]) / (scale[k] - scale[k + 1]) END])
  END
