// The units that each requirement cut from the quantity targets of a plan year.
//
// params:  plan_year
// returns: id, cause, agency, units
CYPHER 25
MATCH (:PlanYear {id: $plan_year})<-[:IN_YEAR]-(t:Target)<-[c:CUT]-(g)
RETURN t.id AS id, g.id AS cause, g.agency AS agency, c.units AS units
ORDER BY id, cause
