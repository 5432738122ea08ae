// One step of ranking: whatever depends on rank $rank − 1 has rank $rank at least. Repeated until nothing moves.
//
// params:  rank
// returns: moved
CYPHER 25
MATCH (:Dated {rank: $rank - 1})-[:FINANCES|ENABLES|ADJUDGED]->(t:Dated)
WITH DISTINCT t SET t.rank = $rank
RETURN count(*) AS moved
