// The agencies of the tree of a plan year, without those outside the government: their agreement, how many targets it holds, and the post that heads them.
//
// params:  plan_year
// returns: agency, name, path, agreement, targets, head
CYPHER 25
MATCH (:PlanYear {id: $plan_year})<-[s:STANDS_IN]-(a:Agency) WHERE NOT coalesce(a.external, false)
OPTIONAL MATCH (a)<-[:BINDS]-(g:Agreement {plan_year: $plan_year})
RETURN a.id AS agency, coalesce(a.name, a.id) AS name, s.path AS path, g.id AS agreement, COUNT { (g)<-[:PROMISED_IN]-(:Target) } AS targets, [(a)<-[:IN]-(h:Post {heads: true}) | h.id][0] AS head
ORDER BY agency
