// Every deliverable: what a snapshot of the whole graph holds.
//
// params:  none
// returns: id, moves
CYPHER 25
MATCH (d:Deliverable)
RETURN d.id AS id, true AS moves
