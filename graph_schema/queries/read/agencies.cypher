// Every agency by name.
//
// params:  none
// returns: id, name, external
CYPHER 25
MATCH (a:Agency)
RETURN a.id AS id, coalesce(a.name, a.id) AS name, coalesce(a.external, false) AS external
ORDER BY id
