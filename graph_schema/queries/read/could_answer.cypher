// The owners to whom deliverables could ever pass on what reaches them: those of all that they wait for, or that rulings let answer, at any distance, by the first promise or by any revision.
//
// params:  rulings (of each its id and those of the ends that are asked for)
// returns: id, agencies
CYPHER 25
UNWIND $rulings AS ruling
CALL (ruling) {
  UNWIND ruling.ends AS end
  MATCH (d:Deliverable {id: end})
  CALL (d) {
    MATCH (d)<-[:FINANCES|ENABLES|ADJUDGED*1..]-(x:Deliverable)
    RETURN DISTINCT x
  }
  CALL (x) {
    MATCH (x)-[:OWNED_BY]->(a:Agency)
    RETURN a.id AS agency
  UNION
    MATCH (x)<-[:REVISES]-(r:Revision) WHERE r.column IN ['agency', 'released_by']
    RETURN r.value AS agency
  }
  WITH DISTINCT agency ORDER BY agency
  RETURN collect(agency) AS agencies
}
RETURN ruling.id AS id, agencies
