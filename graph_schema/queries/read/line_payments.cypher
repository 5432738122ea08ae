// Budget lines with their releases as first promised and their payments up to a day, in the order of matching.
//
// params:  ids, as_of
// returns: line, releases, payments
CYPHER 25
UNWIND $ids AS id
MATCH (l:BudgetLine {id: id})
CALL (l) {
  MATCH (l)<-[:FROM]-(r)
  RETURN collect([r.id, r.amount, duration.inDays(date('1970-01-01'), r.planned_on).days]) AS releases
}
CALL (l) {
  MATCH (l)<-[:PAID]-(p) WHERE p.paid_on <= $as_of
  WITH p ORDER BY p.paid_day, p.reference
  RETURN collect([p.key, p.paid_day, p.amount, p.release]) AS payments
}
RETURN l.id AS line, releases, payments
ORDER BY line
