// Every agency: those of the highest tier first, owners outside the government last.
//
// params:  none
// returns: id, name, external
CYPHER 25
MATCH (a:Agency)
OPTIONAL MATCH (a)-[s:STANDS_IN]->(:PlanYear)
WITH a, coalesce(a.external, false) AS external, min(s.tier) AS tier
RETURN a.id AS id, coalesce(a.name, a.id) AS name, external
ORDER BY external, coalesce(tier, 1000), id
