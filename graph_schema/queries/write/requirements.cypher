// Requirements: a release finances a target, anything else enables what needs it.
//
// params:  rows
CYPHER 25
UNWIND $rows AS row
MATCH (g:Deliverable {id: row.requires})
MATCH (t:Deliverable {id: row.deliverable})
CALL (g, t, row) {
  WHEN g:Release AND t:Target THEN {
    MERGE (g)-[f:FINANCES]->(t)
    SET f += row.values
  } ELSE {
    MERGE (g)-[e:ENABLES]->(t)
    SET e += row.values
  }
}
