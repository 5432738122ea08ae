// Ids and titles of deliverables, to find the nearest ones to an id that nobody has.
//
// params:  limit
// returns: id, title
CYPHER 25
MATCH (d:Deliverable)
RETURN d.id AS id, coalesce(d.title, d.id) AS title
LIMIT $limit
