// The number of the load that begins: counted under a lock, so that two loads never see the same graph.
//
// params:  none
// returns: number
CYPHER 25
MERGE (g:Graph)
SET g.loads = coalesce(g.loads, 0) + 1
RETURN g.loads AS number
