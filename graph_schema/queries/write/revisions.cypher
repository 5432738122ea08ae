// Approved changes of plan, with the deliverable (of a requirement: the one that requires) and the post that approved.
//
// params:  rows
CYPHER 25
UNWIND $rows AS row
MERGE (v:Revision {key: row.key})
SET v += row
WITH v, row
MATCH (d:Deliverable {id: row.id})
MERGE (v)-[:REVISES]->(d)
WITH v
CALL (v) { MATCH (v)<-[old:APPROVED]-() DELETE old }
CALL (v) { MATCH (p:Post {id: v.approved_by}) CREATE (p)-[:APPROVED]->(v) }
