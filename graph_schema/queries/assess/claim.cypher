// Waits until no load and no other assessment is being written, and holds them off until this one is: the lock is on the one Graph node.
//
// params:  none
CYPHER 25
MATCH (g:Graph)
SET g.loads = g.loads
