// The agreements that answer for a target's days: its own, and those of the cascades of one rank that it supports. Repeated from the highest rank down.
//
// params:  rank
CYPHER 25
MATCH (t:Target)-[:SUPPORTS]->(c:Cascade {rank: $rank})
WITH t, c ORDER BY c.id
WITH t, collect(c.bearers) AS above
WITH t, reduce(all = t.bearers, codes IN above | all + [x IN codes WHERE NOT x IN all]) AS bearers
WHERE size(bearers) > size(t.bearers)
SET t.bearers = bearers
