// Keeps what is charged as charged without rulings.
//
// params:  none
CYPHER 25
CALL () { MATCH ()-[old:CHARGED_UNRULED]->() DELETE old }
MATCH (d)-[c:CHARGED]->(g:Agreement)
CREATE (d)-[:CHARGED_UNRULED {points: c.points, days: c.days}]->(g)
