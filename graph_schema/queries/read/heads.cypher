// The head posts of some agencies.
//
// params:  ids
// returns: agency, post
CYPHER 25
UNWIND $ids AS id
MATCH (a:Agency {id: id})<-[:IN]-(p:Post {heads: true})
RETURN a.id AS agency, coalesce(p.title, p.id) AS post
ORDER BY agency, p.id
