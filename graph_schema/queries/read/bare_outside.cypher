// What external agencies own and no report known by a day gives evidence of, though it delayed or cut something of a plan year; points of that year's agreements charged there: [tier, points].
//
// params:  plan_year, as_of
// returns: id, title, agency, name, days, charged, file, row, load
CYPHER 25
MATCH (y:PlanYear {id: $plan_year})<-[:IN_YEAR]-(d:Dated)<-[f:DELAYED|CUT]-(g:Deliverable)-[:OWNED_BY]->(a:Agency {external: true})
WHERE NOT EXISTS { (g)<-[:REPORTS]-(p:Progress) WHERE p.evidence IS NOT NULL AND p.as_of <= $as_of }
WITH y, g, a, f, d ORDER BY d.id
WITH y, g, a, toFloat(sum(coalesce(f.days, 0.0))) AS days
CALL (y, g) {
  MATCH (g)-[c:CHARGED]->(x:Agreement)-[:IN_YEAR]->(y)
  WITH x.tier AS tier, c.points AS points ORDER BY x.code
  WITH tier, sum(points) AS points WHERE points > 0 ORDER BY tier
  RETURN collect([tier, points]) AS charged
}
RETURN g.id AS id, coalesce(g.title, g.id) AS title, a.id AS agency, coalesce(a.name, a.id) AS name, days, charged, g.file AS file, g.row AS row, g.load AS load
ORDER BY id
