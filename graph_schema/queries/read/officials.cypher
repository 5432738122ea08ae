// Every official by name.
//
// params:  none
// returns: id, name
CYPHER 25
MATCH (o:Official)
RETURN o.id AS id, coalesce(o.name, o.id) AS name
ORDER BY id
