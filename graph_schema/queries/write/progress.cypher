// Progress reports, with what they are about.
//
// params:  rows
CYPHER 25
UNWIND $rows AS row
MERGE (p:Progress {key: row.key})
SET p += row
WITH p, row
MATCH (d:Deliverable {id: row.deliverable})
MERGE (p)-[:REPORTS]->(d)
