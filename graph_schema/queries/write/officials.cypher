// Officials.
//
// params:  rows, load
CYPHER 25
UNWIND $rows AS row
MERGE (o:Official {id: row.values.id})
SET o += row.values, o.file = row.file, o.row = row.row, o.load = $load
