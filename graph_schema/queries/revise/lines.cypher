// The budget lines of which a release was revised: their releases with day and amount in force, and their payments, in turn.
//
// params:  none
// returns: line, releases, payments
CYPHER 25
MATCH (:Revised&Release)-[:FROM]->(l:BudgetLine)
WITH DISTINCT l ORDER BY l.id
CALL (l) {
  MATCH (l)<-[:FROM]-(r:Release)
  WITH r ORDER BY r.planned_day, r.id
  RETURN collect([r.id, r.promised]) AS releases
}
CALL (l) {
  MATCH (l)<-[:PAID]-(p:Payment)
  WITH p ORDER BY p.paid_day, p.reference
  RETURN collect([p.key, p.paid_day, p.amount, p.release]) AS payments
}
RETURN l.id AS line, releases, payments
