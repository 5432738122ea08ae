// Releases, with owner, year and budget line.
//
// params:  rows
CYPHER 25
UNWIND $rows AS row
MERGE (r:Deliverable {id: row.id})
SET r:Release, r += row, r.agency = row.released_by
CALL (r) { MATCH (r)-[old:OWNED_BY|IN_YEAR|FROM]->() DELETE old }
CALL (r) { MATCH (a:Agency {id: r.agency}) CREATE (r)-[:OWNED_BY]->(a) }
CALL (r) { MATCH (y:PlanYear {id: r.plan_year}) CREATE (r)-[:IN_YEAR]->(y) }
CALL (r) { MATCH (l:BudgetLine {id: r.budget_line}) CREATE (r)-[:FROM]->(l) }
