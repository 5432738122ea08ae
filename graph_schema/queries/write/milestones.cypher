// Milestones, with owner and year.
//
// params:  rows
CYPHER 25
UNWIND $rows AS row
MERGE (m:Deliverable {id: row.id})
SET m:Milestone, m += row
CALL (m) { MATCH (m)-[old:OWNED_BY|IN_YEAR]->() DELETE old }
CALL (m) { MATCH (a:Agency {id: m.agency}) CREATE (m)-[:OWNED_BY]->(a) }
CALL (m) { MATCH (y:PlanYear {id: m.plan_year}) CREATE (m)-[:IN_YEAR]->(y) }
