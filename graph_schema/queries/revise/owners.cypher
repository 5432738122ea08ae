// Owners and posts: those in force, or the first ones again. Says how many releases changed hands.
//
// params:  first (true: the first ones)
// returns: releases
CYPHER 25
MATCH (v:InForce)-[:STANDS_FOR]->(d:Deliverable)
WITH d, CASE WHEN $first THEN d.agency ELSE v.agency END AS agency, CASE WHEN $first THEN d.post ELSE v.post END AS post
CALL (d, agency) {
  MATCH (d)-[old:OWNED_BY]->(a:Agency) WHERE a.id <> agency
  MATCH (b:Agency {id: agency})
  DELETE old
  CREATE (d)-[:OWNED_BY]->(b)
  RETURN count(b) AS moved
}
CALL (d, post) {
  OPTIONAL MATCH (d)-[old:ASSIGNED_TO]->(p:Post) WHERE p.id <> post OR post IS NULL
  DELETE old
  WITH DISTINCT d, post
  MATCH (p:Post {id: post}) WHERE NOT (d)-[:ASSIGNED_TO]->(p)
  CREATE (d)-[:ASSIGNED_TO]->(p)
}
RETURN sum(CASE WHEN d:Release THEN moved ELSE 0 END) AS releases
