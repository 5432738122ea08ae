// Officials.
//
// params:  rows
CYPHER 25
UNWIND $rows AS row
MERGE (o:Official {id: row.id})
SET o += row
