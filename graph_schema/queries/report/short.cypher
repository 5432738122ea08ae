// The units that each cause cut from the quantity targets of a plan year, and the part of them that stays with it.
//
// params:  plan_year
// returns: id, cause, agency, units, stays
CYPHER 25
MATCH (:PlanYear {id: $plan_year})<-[:IN_YEAR]-(t:Target)<-[c:CUT]-(g) WHERE c.units > 0
OPTIONAL MATCH (g)-[:OWNED_BY]->(b:Agency)
RETURN t.id AS id, g.id AS cause, coalesce(b.id, g.id) AS agency, c.units AS units, coalesce(c.stays, 0.0) AS stays
ORDER BY id, cause
