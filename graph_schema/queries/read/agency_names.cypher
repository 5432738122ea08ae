// What agencies are called.
//
// params:  ids
// returns: id, name, external
CYPHER 25
MATCH (a:Agency) WHERE a.id IN $ids
RETURN a.id AS id, coalesce(a.name, a.id) AS name, coalesce(a.external, false) AS external
