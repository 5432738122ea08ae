// Keeps what is charged as charged against the first promise.
//
// params:  none
CYPHER 25
CALL () { MATCH ()-[old:CHARGED_FIRST]->() DELETE old }
MATCH (d)-[c:CHARGED]->(g:Agreement)
CREATE (d)-[:CHARGED_FIRST {points: c.points, days: c.days}]->(g)
