// What was promised first and what was released by the day, of each plan year, by budget head: the agency at the top above the one that receives the money, and the sector. In whole minor units.
//
// params:  today
// returns: plan_year, by, key, title, promised, released
CYPHER 25
MATCH (y:PlanYear)<-[:IN_YEAR]-(r:Release)-[:FROM]->(l:BudgetLine)-[:FUNDS]->(a:Agency)
OPTIONAL MATCH (a)-[s:STANDS_IN]->(y)
CALL (r) {
  MATCH (r)<-[c:COVERS]-(p:Payment) WHERE p.paid_day <= $today
  RETURN sum(toInteger(round(c.amount * 100))) AS released
}
UNWIND [['agency', coalesce(s.path[0], a.id)], ['sector', coalesce(l.sector, s.sector, '')]] AS head
WITH y, head[0] AS by, head[1] AS key, sum(toInteger(round(r.amount * 100))) AS promised, sum(released) AS released
OPTIONAL MATCH (n:Agency {id: key}) WHERE by = 'agency'
RETURN y.id AS plan_year, by, key, coalesce(n.name, key) AS title, promised, released
ORDER BY y.starts, plan_year, by, key
