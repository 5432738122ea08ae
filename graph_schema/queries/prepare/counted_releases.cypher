// The releases that each target of measure 'releases' answers for: those of its plan year, of its agency and of the agencies under it.
//
// params:  none
CYPHER 25
CALL () { MATCH (:Release)-[old:COUNTS_IN]->() DELETE old }
MATCH (r:Release)-[:OWNED_BY]->(owner:Agency)
WITH owner, r.plan_year AS year, collect(r) AS releases
MATCH (owner)-[s:STANDS_IN]->(:PlanYear {id: year})
UNWIND s.path AS above
WITH above, year, collect(releases) AS groups
MATCH (t:Target {measure: 'releases'})-[:OWNED_BY]->(:Agency {id: above}) WHERE t.plan_year = year
UNWIND groups AS releases
UNWIND releases AS r
CREATE (r)-[:COUNTS_IN]->(t)
