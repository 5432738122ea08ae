// What stays at each target of measure 'releases': what the plan itself costs. The rest is reached by its releases (attribution.md 6).
//
// params:  none
CYPHER 25
MATCH (n:Target {measure: 'releases'})
WITH n, CASE WHEN n.missed > 0 AND n.raw_planned > n.raw THEN (100 - n.raw_planned) / (100 - n.raw) ELSE 1.0 END AS stays
WITH n, [k IN range(0, coalesce(size(n.own_by), 0) - 1) WHERE stays > 0 | [n.own_by[k], n.own_points[k] * stays, 0.0]] AS charges
CALL (n) {
  MATCH (n)-[c:CHARGED]->(g:Agreement) WITH c, g ORDER BY g.code
  RETURN collect([g.code, c.points, c.days]) AS was
}
WITH n, charges, was WHERE was <> charges
CALL (n, charges) { MATCH (n)-[c:CHARGED]->(g:Agreement) WHERE NOT g.code IN [x IN charges | x[0]] DELETE c }
UNWIND charges AS charge
MATCH (g:Agreement {code: charge[0]})
MERGE (n)-[c:CHARGED]->(g)
SET c.points = charge[1], c.days = charge[2]
