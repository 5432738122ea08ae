// What a database holds, from its counts alone: every label in use, and the number of nodes.
//
// params:  none
// returns: labels, nodes
CYPHER 25
CALL () {
  CALL db.labels() YIELD label
  RETURN collect(label) AS labels
}
CALL () {
  MATCH (n)
  RETURN count(n) AS nodes
}
RETURN labels, nodes
