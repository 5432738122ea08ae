// Tenures, with their post and holder.
//
// params:  rows
CYPHER 25
UNWIND $rows AS row
MERGE (t:Tenure {key: row.key})
SET t += row
CALL (t) { MATCH (t)-[old:OF]->() DELETE old }
CALL (t) { MATCH (t)<-[old:HOLDS]-() DELETE old }
CALL (t) { MATCH (p:Post {id: t.post}) CREATE (t)-[:OF]->(p) }
CALL (t) { MATCH (o:Official {id: t.official}) CREATE (o)-[:HOLDS]->(t) }
