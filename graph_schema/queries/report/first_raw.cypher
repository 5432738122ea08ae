// The raw score of each target of a plan year against the first promise.
//
// params:  plan_year
// returns: id, raw
CYPHER 25
MATCH (:PlanYear {id: $plan_year})<-[:IN_YEAR]-(t:Target)
RETURN t.id AS id, coalesce(t.first_raw, t.raw, 100.0) AS raw
ORDER BY id
