// The money of a plan year as it flowed, month by month, in whole minor units: promised first and in force by planned day, released and paid beyond by day of payment, spent since the report before.
//
// params:  plan_year, today, epoch
// returns: month, promised, revised, released, beyond, spent
CYPHER 25
MATCH (y:PlanYear {id: $plan_year})
CALL (y) {
  MATCH (y)<-[:IN_YEAR]-(r:Release)
  RETURN r.planned_on AS day, {promised: toInteger(round(r.amount * 100))} AS x
UNION ALL
  MATCH (y)<-[:IN_YEAR]-(r:Release)
  RETURN date($epoch) + duration({days: r.planned_day}) AS day, {revised: toInteger(round(r.promised * 100))} AS x
UNION ALL
  MATCH (y)<-[:IN_YEAR]-(:Release)<-[c:COVERS]-(p:Payment) WHERE p.paid_day <= $today
  RETURN p.paid_on AS day, {released: toInteger(round(c.amount * 100))} AS x
UNION ALL
  MATCH (:BudgetLine {plan_year: y.id})<-[:PAID]-(p:Payment) WHERE p.paid_day <= $today
  CALL (p) { MATCH (p)-[c:COVERS]->(:Release) RETURN sum(toInteger(round(c.amount * 100))) AS matched }
  RETURN p.paid_on AS day, {beyond: toInteger(round(p.amount * 100)) - matched} AS x
UNION ALL
  MATCH (l:BudgetLine {plan_year: y.id})
  CALL (l) {
    MATCH (l)<-[:SPENT_FROM]-(s:Spending) WHERE s.as_of <= date($epoch) + duration({days: $today})
    WITH s ORDER BY s.as_of
    WITH collect([s.as_of, toInteger(round(s.amount * 100))]) AS totals
    UNWIND range(0, size(totals) - 1) AS k
    RETURN totals[k][0] AS day, totals[k][1] - CASE k WHEN 0 THEN 0 ELSE totals[k - 1][1] END AS spent
  }
  RETURN day, {spent: spent} AS x
}
WITH left(toString(day), 7) AS month, x
RETURN month, sum(x.promised) AS promised, sum(x.revised) AS revised, sum(x.released) AS released, sum(x.beyond) AS beyond, sum(x.spent) AS spent
ORDER BY month
