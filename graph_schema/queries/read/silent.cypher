// Targets and milestones of a plan year of which nobody reported a thing by a day though they are due.
//
// params:  plan_year, as_of
// returns: id, title, agency, name, external, file, row, load
CYPHER 25
MATCH (:PlanYear {id: $plan_year})<-[:IN_YEAR]-(d:Target|Milestone)-[:OWNED_BY]->(a:Agency)
WHERE d:Dated AND d.due AND NOT EXISTS { (d)<-[:REPORTS]-(p:Progress) WHERE p.as_of <= $as_of }
RETURN d.id AS id, coalesce(d.title, d.id) AS title, a.id AS agency, coalesce(a.name, a.id) AS name, coalesce(a.external, false) AS external,
  d.file AS file, d.row AS row, d.load AS load
ORDER BY id
