// How deep an agency stands in the tree of a plan year (none: not in it), and the agreement that binds it, if any; one row.
//
// params:  agency, plan_year
// returns: tier, agreement, title, kind, weight, signed_on, signer, published_at, assumed
CYPHER 25
MATCH (a:Agency {id: $agency})
OPTIONAL MATCH (a)-[s:STANDS_IN]->(:PlanYear {id: $plan_year})
OPTIONAL MATCH (a)<-[:BINDS]-(g:Agreement {plan_year: $plan_year})
OPTIONAL MATCH (by:Post)-[:SIGNED]->(g)
RETURN s.tier AS tier, g.id AS agreement, coalesce(g.title, g.id) AS title, g.kind AS kind, g.weight AS weight, g.signed_on AS signed_on, coalesce(by.title, by.id) AS signer,
  g.published_at AS published_at, EXISTS { (g)<-[:PROMISED_IN]-(:Target {weight_assumed: true}) } AS assumed
