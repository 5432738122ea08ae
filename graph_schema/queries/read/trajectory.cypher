// The interim targets of a plan year, each with what it is expected of.
//
// params:  plan_year
// returns: thing, title, agency, name, external, unit, sign, by, planned, file, row, load
CYPHER 25
MATCH (:PlanYear {id: $plan_year})<-[:IN_YEAR]-(d:Deliverable)<-[:EXPECTED_OF]-(i:Interim)
MATCH (d)-[:OWNED_BY]->(a:Agency)
RETURN d.id AS thing, coalesce(d.title, d.id) AS title, a.id AS agency, coalesce(a.name, a.id) AS name, coalesce(a.external, false) AS external, coalesce(d.unit, '') AS unit,
  coalesce(d.sign, 1) AS sign, i.by AS by, i.planned AS planned, i.file AS file, i.row AS row, i.load AS load
ORDER BY thing, by
