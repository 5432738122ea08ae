// Interim targets, with what they are expected of.
//
// params:  rows
CYPHER 25
UNWIND $rows AS row
MERGE (i:Interim {key: row.key})
SET i += row
WITH i, row
MATCH (d:Deliverable {id: row.deliverable})
MERGE (i)-[:EXPECTED_OF]->(d)
