// Where the given deliverables could have been moved from: all that delayed or cut them, counts in them or supports them, at any depth; and beside each of these (moves: false) whatever else it requires.
//
// params:  ids
// returns: id, moves
CYPHER 25
CALL () {
  UNWIND $ids AS id
  MATCH (:Deliverable {id: id})<-[:DELAYED|CUT|COUNTS_IN|SUPPORTS*0..]-(t) WHERE NOT t:Outside
  RETURN DISTINCT t
}
CALL (t) {
  RETURN t AS d
UNION
  MATCH (t)<-[:FINANCES|ENABLES]-(d)
  RETURN d
}
RETURN d.id AS id, max(CASE WHEN d = t THEN 1 ELSE 0 END) = 1 AS moves
