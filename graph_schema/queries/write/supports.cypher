// What the targets written support: a second pass, once every target is there.
//
// params:  rows
CYPHER 25
UNWIND $rows AS row
MATCH (t:Deliverable {id: row.id})
UNWIND row.supports AS above
MATCH (c:Deliverable {id: above})
CREATE (t)-[:SUPPORTS {share: coalesce(row.share, 1.0)}]->(c)
