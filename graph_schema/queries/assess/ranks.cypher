// How many steps the sweeps take; no row while there is no plan.
//
// params:  none
// returns: ranks, cascade_ranks
CYPHER 25
MATCH (g:Graph) WHERE g.ranks IS NOT NULL
RETURN g.ranks AS ranks, g.cascade_ranks AS cascade_ranks
