// Each agreement's tier and code: its number in the order of years, tiers and ids.
//
// params:  none
CYPHER 25
MATCH (y:PlanYear)<-[:IN_YEAR]-(g:Agreement)-[:BINDS]->(:Agency)-[s:STANDS_IN]->(y)
WITH g, s.tier AS tier ORDER BY y.starts, y.id, tier, g.id
WITH collect([g, tier]) AS agreements
UNWIND range(0, size(agreements) - 1) AS code
WITH code, agreements[code][0] AS g, agreements[code][1] AS tier
SET g.code = code, g.tier = tier
