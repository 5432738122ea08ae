// Declared results and what followed, with the agreement, the official and the post that decided.
//
// params:  rows
CYPHER 25
UNWIND $rows AS row
MERGE (r:Result {key: row.key})
SET r += row
CALL (r) { MATCH (r)-[old:FOLLOWS|CONCERNS|DECIDED_BY]->() DELETE old }
CALL (r) { MATCH (g:Agreement {id: r.agreement}) CREATE (r)-[:FOLLOWS]->(g) }
CALL (r) { MATCH (o:Official {id: r.official}) CREATE (r)-[:CONCERNS]->(o) }
CALL (r) { MATCH (p:Post {id: r.decided_by}) CREATE (r)-[:DECIDED_BY]->(p) }
