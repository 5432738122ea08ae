// The name of every index; a constraint's index has the constraint's name.
//
// params:  none
// returns: name
CYPHER 25
SHOW INDEXES YIELD name
RETURN name
