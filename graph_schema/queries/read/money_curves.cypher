// What a plan year promised and what came, day by day, of all its releases (key '') and of some lines, sources, agencies that receive, sectors or agencies that release, in whole minor units.
//
// promised: first amounts on their first planned days; revised: those in force; came: matched up to the day. A sector is the line's own, or that of the agency that receives the money.
//
// params:  plan_year, by, keys, today
// returns: key, day, promised, revised, came
CYPHER 25
MATCH (y:PlanYear {id: $plan_year})<-[:IN_YEAR]-(r:Release)-[:FROM]->(l:BudgetLine)-[:FUNDS]->(a:Agency)
MATCH (r)-[:OWNED_BY]->(by:Agency)
OPTIONAL MATCH (a)-[s:STANDS_IN]->(y)
CALL (r) {
  RETURN duration.inDays(date('1970-01-01'), r.planned_on).days AS day, {promised: toInteger(round(r.amount * 100))} AS x
UNION ALL
  RETURN r.planned_day AS day, {revised: toInteger(round(r.promised * 100))} AS x
UNION ALL
  MATCH (r)<-[c:COVERS]-(p:Payment) WHERE p.paid_day <= $today
  RETURN p.paid_day AS day, {came: toInteger(round(c.amount * 100))} AS x
}
WITH day, x, CASE $by
    WHEN 'line' THEN l.id
    WHEN 'source' THEN coalesce(l.source, '')
    WHEN 'agency' THEN a.id
    WHEN 'sector' THEN coalesce(l.sector, s.sector, '')
    ELSE by.id
  END AS mine
UNWIND CASE WHEN mine <> '' AND mine IN $keys THEN ['', mine] ELSE [''] END AS key
RETURN key, day, sum(x.promised) AS promised, sum(x.revised) AS revised, sum(x.came) AS came
ORDER BY key, day
