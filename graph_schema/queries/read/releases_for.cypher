// The releases of a budget line, or those that a deliverable requires.
//
// params:  id
// returns: id
CYPHER 25
CALL () {
  MATCH (:BudgetLine {id: $id})<-[:FROM]-(r:Release)
  RETURN r
UNION
  MATCH (:Deliverable {id: $id})<-[:FINANCES]-(r:Release)
  RETURN r
}
RETURN r.id AS id
ORDER BY id
