// What the given deliverables, or causes outside, can move: all that they delayed, cut, count in or support, at any depth; and beside each of these (moves: false) whatever else reaches it.
//
// params:  ids
// returns: id, moves
CYPHER 25
CALL () {
  UNWIND $ids AS id
  MATCH (:Deliverable {id: id})-[:DELAYED|CUT|COUNTS_IN|SUPPORTS*0..]->(t)
  RETURN DISTINCT t
UNION
  UNWIND $ids AS id
  MATCH (:Outside {id: id})-[:DELAYED|CUT]->()-[:DELAYED|CUT|COUNTS_IN|SUPPORTS*0..]->(t)
  RETURN DISTINCT t
}
CALL (t) {
  RETURN t AS d
UNION
  MATCH (t)<-[:FINANCES|ENABLES|SUPPORTS|COUNTS_IN|DELAYED|CUT]-(d) WHERE NOT d:Outside
  RETURN d
}
RETURN d.id AS id, max(CASE WHEN d = t THEN 1 ELSE 0 END) = 1 AS moves
