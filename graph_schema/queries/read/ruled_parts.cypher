// What rulings moved: of each deliverable ruled upon, its own days and units and those of each cause, without rulings and with them.
//
// cause is '' for its own part.
//
// params:  none
// returns: thing, title, cause, cause_title, agency, name, external, unit, without, ruled
CYPHER 25
MATCH (d:Dated) WHERE d.unruled_own_days IS NOT NULL
MATCH (d)-[:OWNED_BY]->(o)
CALL (d, o) {
  UNWIND [['days', d.unruled_own_days, d.own_days], [coalesce(d.unit, 'units'), d.unruled_own_units, d.own_units]] AS x
  RETURN '' AS cause, '' AS cause_title, o AS a, x[0] AS unit, x[1] AS without, x[2] AS ruled
UNION ALL
  MATCH (d)<-[r:DELAYED|CUT]-(g)
  OPTIONAL MATCH (g)-[:OWNED_BY]->(a)
  RETURN g.id AS cause, coalesce(g.title, g.id) AS cause_title, coalesce(a, g) AS a, CASE WHEN r:DELAYED THEN 'days' ELSE coalesce(d.unit, 'units') END AS unit,
    coalesce(r.unruled_days, r.unruled_units) AS without, coalesce(r.days, r.units) AS ruled
}
WITH d, cause, cause_title, a, unit, coalesce(without, 0.0) AS without, coalesce(ruled, 0.0) AS ruled WHERE without <> ruled
RETURN d.id AS thing, coalesce(d.title, d.id) AS title, cause, cause_title, a.id AS agency, coalesce(a.name, a.id) AS name, coalesce(a.external, a:Outside) AS external,
  unit, without, ruled
ORDER BY thing, unit, cause
