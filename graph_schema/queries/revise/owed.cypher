// What each requirement of or on something revised owes what needs it, for things of one rank: since when it is late, when and how much of it came, and what moving it on kept with its owner (questions.md 1).
//
// What it owes is what it had promised when the date of what needs it was set: a new date forgives what was known by then, and no more days than it was moved itself.
//
// params:  rank, today, epoch, cent (less than this is nothing)
CYPHER 25
MATCH (t:Dated {rank: $rank})<-[r:FINANCES|ENABLES]-(g:Dated)-[:OWNED_BY]->(a:Agency) WHERE t:Revised OR g:Revised
OPTIONAL MATCH (a)-[s:STANDS_IN]->(:PlanYear {id: t.plan_year})
OPTIONAL MATCH (g)-[now:REQUIRED_NOW]->(t)
OPTIONAL MATCH (v:InForce)-[:STANDS_FOR]->(t)
CALL (t) { // each day on which the date of what needs it was moved, and by how many days
  MATCH (t)<-[:REVISES]-(x:Revision {timely: true}) WHERE x.revised_day <= $today AND x.moved_to_day IS NOT NULL
  WITH DISTINCT x.revised_day AS day, x.moved_to_day - x.moved_from_day AS by ORDER BY day
  RETURN collect({day: day, by: by}) AS moves
}
CALL (g) {
  MATCH (g)<-[:REVISES]-(x:Revision {timely: true}) WHERE x.revised_day <= $today AND x.moved_to_day IS NOT NULL
  WITH DISTINCT x.revised_day AS day, x.moved_to_day AS to ORDER BY day
  RETURN collect({day: day, to: to}) AS promises
}
CALL (g) { // the amount of a release, or the value to be reached of a quantity, as revised: a blank target is its excellent value, until it is revised itself
  MATCH (g)<-[:REVISES]-(x:Revision {timely: true}) WHERE x.revised_day <= $today AND x.column IN CASE WHEN g:Release THEN ['amount'] WHEN g.measure = 'quantity' THEN ['excellent', 'target'] ELSE [] END
  WITH x ORDER BY x.revised_day
  WITH collect(x) AS all
  RETURN [x IN all WHERE x.column <> 'excellent' OR g.target IS NULL AND none(y IN all WHERE y.column = 'target' AND y.revised_day <= x.revised_day)
    | {day: x.revised_day, amount: CASE WHEN g:Release THEN x.to ELSE x.to - g.base END}] AS amounts
}
CALL (t) {
  MATCH (t)<-[:REVISES]-(x:Revision {timely: true}) WHERE x.revised_day <= $today AND t.measure = 'quantity' AND x.column IN ['excellent', 'target']
  WITH x ORDER BY x.revised_day
  WITH collect(x) AS all
  RETURN [x IN all WHERE x.column <> 'excellent' OR t.target IS NULL AND none(y IN all WHERE y.column = 'target' AND y.revised_day <= x.revised_day) | {day: x.revised_day, goal: x.to}] AS goals
}
CALL (t) {
  MATCH (t)<-[:REVISES]-(x:Revision {timely: true, column: 'planned_start'}) WHERE x.revised_day <= $today
  WITH x ORDER BY x.revised_day
  RETURN collect({day: x.revised_day, start: duration.inDays($epoch, x.to).days}) AS starts
}
CALL (t, g) {
  MATCH (u:PlanYear {id: t.plan_year})
  MATCH (w:PlanYear {id: g.plan_year}) WHERE w.starts < u.starts
  RETURN collect(duration.inDays($epoch, u.starts).days)[0] AS year
}
WITH t, r, g, moves, promises, amounts, goals, starts, coalesce(s.path, [a.id]) AS place,
  coalesce(CASE WHEN now IS NULL THEN r.lag_days ELSE now.lag_days END, 0) AS lag,
  duration.inDays($epoch, CASE WHEN now IS NULL THEN r.needed_by ELSE now.needed_by END).days AS needed,
  coalesce(g.first_planned_day, g.planned_day) AS promised_first, coalesce([p IN promises WHERE p.day < year | p.to][-1], g.first_planned_day, g.planned_day) AS base,
  t.planned_day - coalesce(t.first_planned_day, t.planned_day) AS shift, moves[-1].day AS moved_on,
  CASE WHEN t:Revised THEN t.first_start_day WHEN t.planned_start IS NOT NULL THEN t.start_day END AS first_start
WITH *, [m IN moves | {by: m.by, known: coll.max([coalesce([p IN promises WHERE p.day <= m.day | p.to][-1], promised_first), coll.min([g.finish_day, m.day])])}] AS moves
WITH *, reduce(owed = base, m IN moves | CASE WHEN m.by > 0
    THEN coll.max([owed, coll.min([m.known, owed + m.by])])
    ELSE coll.max([coll.min([owed, m.known]), owed + m.by]) END) AS owed
WITH *, lag + coll.max([base + coll.min([0, shift]), coll.min([base + coll.max([0, shift]), owed])]) AS owed,
  CASE WHEN moved_on IS NULL OR first_start IS NULL THEN first_start
    ELSE coll.max([first_start, coll.min([coalesce([x IN starts WHERE x.day <= moved_on | x.start][-1], first_start), first_start + coll.max([0, shift])])]) END AS start
WITH *, coalesce(needed, coll.max([owed, coalesce(start, owed)])) AS need
WITH *, coll.max([need, owed]) AS owed
// amounts: what is owed to t, the part of it that never comes because g was lowered, and when it was full if g was raised
WITH *, CASE WHEN g:Release THEN g.amount WHEN g.sign = 1 THEN coalesce(g.first_whole, g.whole) END AS first, coalesce(g.promised, CASE g.sign WHEN 1 THEN g.whole END) AS promised,
  reduce(last = {goal: coalesce(t.target, t.excellent), day: null}, x IN goals | CASE WHEN x.goal = last.goal THEN last ELSE x END).day AS aimed_on,
  CASE WHEN t.first_whole > 0 THEN t.whole / t.first_whole ELSE 1.0 END AS aim
WITH *, CASE WHEN aimed_on IS NULL THEN first
    ELSE coll.max([coll.min([first, first * aim]), coll.min([coll.max([first, first * aim]), coalesce([x IN amounts WHERE x.day <= aimed_on | x.amount][-1], first)])]) END AS amount
WITH *, CASE WHEN promised < amount - $cent THEN 1 - promised / amount END AS lowered,
  CASE WHEN promised > amount + $cent THEN head([k IN range(0, size(coalesce(g.came, [])) - 1)
    WHERE reduce(sum = 0.0, x IN g.came[..k + 1] | sum + x) * promised >= amount - $cent | g.came_on[k]]) END AS came,
  reduce(last = {amount: first, day: null}, x IN amounts | {amount: x.amount, day: CASE WHEN x.amount < last.amount THEN x.day ELSE last.day END}).day AS lowered_on
SET r.place = place, r.lag = lag, r.need_day = need, r.owed_day = owed, r.push_day = CASE WHEN moved_on IS NULL THEN need ELSE owed END,
  r.moved = CASE WHEN g.planned_day + lag > owed THEN g.planned_day + lag - owed END,
  r.promised_for = CASE WHEN promised <> amount THEN amount END, r.came_day = came, r.lowered = lowered,
  r.lowered_from_day = CASE WHEN lowered IS NULL THEN null WHEN moved_on >= lowered_on THEN coll.max([owed, base + lag + coll.max([0, shift])]) ELSE owed END
