// Disputes, with the deliverable, the agency that raised it and the post that ruled.
//
// params:  rows
CYPHER 25
UNWIND $rows AS row
MERGE (s:Dispute {id: row.id})
SET s += row
CALL (s) { MATCH (s)-[old:ABOUT]->() DELETE old }
CALL (s) { MATCH (s)<-[old:RAISED|RULED]-() DELETE old }
CALL (s) { MATCH (d:Deliverable {id: s.deliverable}) CREATE (s)-[:ABOUT]->(d) }
CALL (s) { MATCH (a:Agency {id: s.raised_by}) CREATE (a)-[:RAISED]->(s) }
CALL (s) { MATCH (p:Post {id: s.ruled_by}) CREATE (p)-[:RULED]->(s) }
