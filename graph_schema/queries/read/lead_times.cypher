// The requests that releases of a plan year wait for: when each was due and sent, and when the release was due and paid; of several requests of one release each stands alone.
//
// params:  plan_year
// returns: request, request_title, agency, name, external, release, release_title, by_agency, by_name, by_external, request_planned_day, request_finished_day, planned_day, finished_day
CYPHER 25
MATCH (y:PlanYear {id: $plan_year})
MATCH (y)<-[:IN_YEAR]-(r:Release)<-[:ENABLES]-(m:Milestone) WHERE toLower(m.kind) = 'request'
MATCH (m)-[:OWNED_BY]->(a:Agency)
MATCH (r)-[:OWNED_BY]->(b:Agency)
RETURN m.id AS request, coalesce(m.title, m.id) AS request_title, a.id AS agency, coalesce(a.name, a.id) AS name, coalesce(a.external, false) AS external,
  r.id AS release, coalesce(r.title, r.id) AS release_title, b.id AS by_agency, coalesce(b.name, b.id) AS by_name, coalesce(b.external, false) AS by_external,
  m.planned_day AS request_planned_day, m.finished_day AS request_finished_day, r.planned_day AS planned_day, r.finished_day AS finished_day
ORDER BY planned_day, release, request
