// Whether the graph holds numbers against the first promise, and without rulings, beside those in force.
//
// params:  revised, ruled
CYPHER 25
MATCH (g:Graph)
SET g.revised = $revised, g.ruled = $ruled
