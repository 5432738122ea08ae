// Forgets the plan in force; what was prepared of the things revised is to be prepared anew.
//
// params:  none
CYPHER 25
CALL () { MATCH (v:InForce) DETACH DELETE v }
CALL () { MATCH ()-[now:REQUIRED_NOW]->() DELETE now }
