// The owners to whom deliverables pass on what reaches them, through any number of causes.
//
// params:  ids
// returns: agencies
CYPHER 25
UNWIND $ids AS id
MATCH (d:Deliverable {id: id})
CALL (d) {
  MATCH (d)<-[:DELAYED*1..]-(x:Deliverable)
  RETURN DISTINCT x
}
MATCH (x)-[:OWNED_BY]->(a:Agency)
WITH DISTINCT a ORDER BY a.id
RETURN collect(a.id) AS agencies
