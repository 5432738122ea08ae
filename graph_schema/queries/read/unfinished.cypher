// Everything dated that is not finished; and beside it (moves: false) whatever else it requires.
//
// params:  none
// returns: id, moves
CYPHER 25
MATCH (t:Dated) WHERE t.finished_day IS NULL
CALL (t) {
  RETURN t AS d
UNION
  MATCH (t)<-[:FINANCES|ENABLES]-(d) WHERE d.planned_day IS NOT NULL
  RETURN d
}
RETURN d.id AS id, max(CASE WHEN d = t THEN 1 ELSE 0 END) = 1 AS moves
