// The money of plan years by line, source, agency, sector, released-by or month, in whole minor units: its releases by the plan in force, their first promise, what was matched by the day, and what of its lines was budgeted, spent, and paid beyond them.
//
// A sector is the line's own, or that of the agency that receives the money. month: of the planned day in force (beyond: of the payment; spent: of what was added since the report before). Lines have no one who releases them, and no month for their budget: these amounts stand under ''.
// spent_of_budget: of lines that give an amount. amount_days: minor units × days after the planned day, what is not matched up to the day. points, days: charged at the releases, of the agreements of the same year and of the tier.
//
// params:  plan_years, by, tier, today, epoch
// returns: plan_year, key, title, releases, lines, withheld, budget, promised, revised, due, due_on_time, on_time, late, short, outstanding, amount_days, beyond, reported, spent, spent_of_budget, points, days
CYPHER 25
MATCH (y:PlanYear) WHERE y.id IN $plan_years
CALL (y) {
  MATCH (y)<-[:IN_YEAR]-(r:Release)-[:FROM]->(l:BudgetLine)
  MATCH (r)-[:OWNED_BY]->(by:Agency)
  CALL (r) {
    MATCH (r)<-[c:COVERS]-(p:Payment) WHERE p.paid_day <= $today
    WITH toInteger(round(c.amount * 100)) AS part, p.paid_day - r.planned_day AS after
    RETURN sum(CASE WHEN after <= 0 THEN part ELSE 0 END) AS on_time, sum(CASE WHEN after > 0 THEN part ELSE 0 END) AS late,
      sum(CASE WHEN after > 0 THEN part * after ELSE 0 END) AS waited
  }
  CALL (r, y) {
    MATCH (r)-[c:CHARGED]->(g:Agreement {plan_year: y.id, tier: $tier})
    WITH c ORDER BY g.code
    RETURN sum(c.points) AS points, sum(c.days) AS days
  }
  WITH r, l, by, on_time, late, waited, points, days, r.planned_day <= $today AS due,
    toInteger(round(r.promised * 100)) AS revised, toInteger(round(r.amount * 100)) AS promised
  WITH r, l, by, due, {id: r.id, releases: 1, promised: promised, revised: revised, on_time: on_time, late: late, points: points, days: days,
    due: CASE WHEN due THEN revised END, due_on_time: CASE WHEN due THEN on_time END,
    short: CASE WHEN due THEN revised - on_time - late END, outstanding: CASE WHEN NOT due THEN revised - on_time - late END,
    amount_days: waited + CASE WHEN due THEN (revised - on_time - late) * ($today - r.planned_day) ELSE 0 END} AS x
  RETURN l, by, toString(date($epoch) + duration({days: r.planned_day})) AS day, x
UNION ALL
  MATCH (l:BudgetLine {plan_year: y.id})
  RETURN l, null AS by, null AS day, {id: l.id, lines: 1, withheld: CASE WHEN l.amount IS NULL THEN 1 END, budget: toInteger(round(l.amount * 100))} AS x
UNION ALL
  MATCH (l:BudgetLine {plan_year: y.id})<-[:PAID]-(p:Payment) WHERE p.paid_day <= $today
  CALL (p) { MATCH (p)-[c:COVERS]->(:Release) RETURN sum(toInteger(round(c.amount * 100))) AS matched }
  WITH l, p, toInteger(round(p.amount * 100)) - matched AS beyond WHERE beyond <> 0
  RETURN l, null AS by, toString(p.paid_on) AS day, {id: p.key, beyond: beyond} AS x
UNION ALL
  MATCH (l:BudgetLine {plan_year: y.id})
  CALL (l) {
    MATCH (l)<-[:SPENT_FROM]-(s:Spending) WHERE s.as_of <= date($epoch) + duration({days: $today})
    WITH s ORDER BY s.as_of
    WITH collect([toString(s.as_of), toInteger(round(s.amount * 100))]) AS totals
    UNWIND range(0, size(totals) - 1) AS k
    RETURN totals[k][0] AS day, totals[k][1] - CASE k WHEN 0 THEN 0 ELSE totals[k - 1][1] END AS spent
  }
  RETURN l, null AS by, day, {id: l.id + day, spent: spent, spent_of_budget: CASE WHEN l.amount IS NOT NULL THEN spent END, reported: 1} AS x
}
MATCH (l)-[:FUNDS]->(a:Agency)
OPTIONAL MATCH (a)-[s:STANDS_IN]->(y)
WITH y.id AS plan_year, y.starts AS starts, x, CASE $by
    WHEN 'line' THEN [l.id, coalesce(l.title, l.id)]
    WHEN 'source' THEN [coalesce(l.source, ''), coalesce(l.source, '')]
    WHEN 'agency' THEN [a.id, coalesce(a.name, a.id)]
    WHEN 'sector' THEN [coalesce(l.sector, s.sector, ''), coalesce(l.sector, s.sector, '')]
    WHEN 'released-by' THEN [coalesce(by.id, ''), coalesce(by.name, by.id, '')]
    ELSE [coalesce(left(day, 7), ''), coalesce(left(day, 7), '')]
  END AS key ORDER BY x.id
WITH plan_year, starts, key[0] AS key, key[1] AS title, sum(x.releases) AS releases, sum(x.lines) AS lines, sum(x.withheld) AS withheld, sum(x.budget) AS budget,
  sum(x.promised) AS promised, sum(x.revised) AS revised, sum(x.due) AS due, sum(x.due_on_time) AS due_on_time, sum(x.on_time) AS on_time, sum(x.late) AS late,
  sum(x.short) AS short, sum(x.outstanding) AS outstanding, sum(x.amount_days) AS amount_days, sum(x.beyond) AS beyond, sum(x.reported) AS reported,
  sum(x.spent) AS spent, sum(x.spent_of_budget) AS spent_of_budget, toFloat(sum(x.points)) AS points, toFloat(sum(x.days)) AS days
RETURN plan_year, key, title, releases, lines, withheld, budget, promised, revised, due, due_on_time, on_time, late, short, outstanding, amount_days, beyond, reported, spent, spent_of_budget, points, days
ORDER BY starts, plan_year, key
