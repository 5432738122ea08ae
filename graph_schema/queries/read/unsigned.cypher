// The requirements of a plan year's deliverables that count for nothing, since they were not agreed in time, or what they name is not dated.
//
// params:  plan_year
// returns: cause, cause_title, affected, title, agency, name, external, agreed_on, undated, file, row, load
CYPHER 25
MATCH (:PlanYear {id: $plan_year})<-[:IN_YEAR]-(d:Deliverable)-[:OWNED_BY]->(a:Agency)
MATCH (d)<-[r:FINANCES|ENABLES]-(g:Deliverable) WHERE NOT coalesce(r.counts, false) OR NOT g:Dated
RETURN g.id AS cause, coalesce(g.title, g.id) AS cause_title, d.id AS affected, coalesce(d.title, d.id) AS title, a.id AS agency, coalesce(a.name, a.id) AS name,
  coalesce(a.external, false) AS external, r.agreed_on AS agreed_on, NOT g:Dated AS undated, r.file AS file, r.row AS row, r.load AS load
ORDER BY affected, cause
