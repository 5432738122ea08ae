// Requirements: a release finances a target, anything else enables what needs it.
//
// params:  rows, load
CYPHER 25
UNWIND $rows AS row
MATCH (g:Deliverable {id: row.requires})
MATCH (t:Deliverable {id: row.deliverable})
CALL (g, t, row) {
  WHEN g:Release AND t:Target THEN {
    MERGE (g)-[f:FINANCES]->(t)
    SET f += row.needs, f.plan_year = row.plan_year, f.file = row.file, f.row = row.row, f.load = $load
  } ELSE {
    MERGE (g)-[e:ENABLES]->(t)
    SET e += row.needs, e.plan_year = row.plan_year, e.file = row.file, e.row = row.row, e.load = $load
  }
}
