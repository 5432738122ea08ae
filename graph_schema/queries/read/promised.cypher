// The targets of an agency's agreement of a plan year.
//
// params:  agency, plan_year
// returns: id
CYPHER 25
MATCH (:Agency {id: $agency})<-[:BINDS]-(g:Agreement {plan_year: $plan_year})<-[:PROMISED_IN]-(t:Target)
RETURN t.id AS id
ORDER BY id
