// The targets of a plan year that are assigned to posts, with their weight in force and their raw score.
//
// params:  plan_year
// returns: post, id, title, weight, raw, due
CYPHER 25
MATCH (:PlanYear {id: $plan_year})<-[:IN_YEAR]-(t:Target)-[:ASSIGNED_TO]->(p:Post)
RETURN p.id AS post, t.id AS id, coalesce(t.title, t.id) AS title, coalesce(t.weight_used, 0.0) AS weight, coalesce(t.raw, 100.0) AS raw, coalesce(t.due, false) AS due
ORDER BY post, id
