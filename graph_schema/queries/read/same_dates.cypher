// Records of one owner, promised for one day and finished on one day, that together delayed something of a plan year.
//
// params:  plan_year
// returns: thing, title, agency, name, external, planned_day, finish_day, records, file, row, load
CYPHER 25
MATCH (:PlanYear {id: $plan_year})<-[:IN_YEAR]-(d:Dated)<-[f:DELAYED]-(g:Dated) WHERE f.days > 0
MATCH (g)-[:OWNED_BY]->(a:Agency)
WITH d, a, g ORDER BY g.id
WITH d, a, g.planned_day AS planned_day, g.finish_day AS finish_day, collect(g) AS records
WHERE size(records) > 1
RETURN d.id AS thing, coalesce(d.title, d.id) AS title, a.id AS agency, coalesce(a.name, a.id) AS name, coalesce(a.external, false) AS external, planned_day, finish_day,
  [g IN records | g.id] AS records, records[0].file AS file, records[0].row AS row, records[0].load AS load
ORDER BY thing, agency, planned_day, finish_day
