// What was declared about the agreements of a plan year, and what followed for whom.
//
// params:  plan_year
// returns: agreement, kind, decided_on, score, official, decided_by, decider, published_at, note, file, row, load
CYPHER 25
MATCH (:PlanYear {id: $plan_year})<-[:IN_YEAR]-(g:Agreement)<-[:FOLLOWS]-(r:Result)
OPTIONAL MATCH (r)-[:DECIDED_BY]->(p:Post)
RETURN g.id AS agreement, r.kind AS kind, r.decided_on AS decided_on, r.score AS score, coalesce(r.official, '') AS official, coalesce(p.id, '') AS decided_by,
  coalesce(p.title, p.id, '') AS decider, coalesce(r.published_at, '') AS published_at, coalesce(r.note, '') AS note, r.file AS file, r.row AS row, r.load AS load
ORDER BY decided_on, agreement, kind, official
