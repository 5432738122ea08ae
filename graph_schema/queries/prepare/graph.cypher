// The mark of a graph of this product, and how many steps its sweeps take.
//
// params:  version, ranks, cascade_ranks
CYPHER 25
MATCH (g:Graph)
SET g.version = $version, g.ranks = $ranks, g.cascade_ranks = $cascade_ranks
