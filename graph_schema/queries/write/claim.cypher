// The number of the load that begins: counted under a lock, so that two loads never see the same graph, and none an assessment half written.
//
// The id is there for its constraint alone: of two first loads at once, one waits for the other's node.
//
// params:  none
// returns: number
CYPHER 25
MERGE (g:Graph {id: 'graph'})
SET g.loads = coalesce(g.loads, 0) + 1
RETURN g.loads AS number
