// The same for cascades that support cascades.
//
// params:  rank
// returns: moved
CYPHER 25
MATCH (:Cascade {rank: $rank - 1})-[:SUPPORTS]->(t:Cascade)
WITH DISTINCT t SET t.rank = $rank
RETURN count(*) AS moved
