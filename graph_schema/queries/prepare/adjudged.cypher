// Which deliverable answers for days or units of another by a ruling: it is ranked before it.
//
// params:  none
CYPHER 25
CALL () { MATCH (:Deliverable)-[old:ADJUDGED]->() DELETE old }
MATCH (x:Dispute {state: 'ruled'})-[:ABOUT]->(t:Deliverable)
MATCH (d:Deliverable {id: x.to})
MERGE (d)-[:ADJUDGED]->(t)
