// The rows of a tier under which owners of a plan year's releases stand, with how many releases each has.
//
// params:  plan_year, tier
// returns: row, name, external, releases
CYPHER 25
MATCH (y:PlanYear {id: $plan_year})<-[:IN_YEAR]-(r:Release)-[:OWNED_BY]->(a:Agency)
WITH y, a, count(r) AS releases
OPTIONAL MATCH (a)-[s:STANDS_IN]->(y)
WITH coalesce(s.path[$tier - 1], a.id) AS row, sum(releases) AS releases
MATCH (v:Agency {id: row})
RETURN row, coalesce(v.name, row) AS name, coalesce(v.external, false) AS external, releases
ORDER BY row
