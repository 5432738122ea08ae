// Points and days charged to causes outside that rulings name: all that reaches them (questions.md 8).
//
// params:  none
CYPHER 25
MATCH (o:Outside)
CALL (o) {
  CALL (o) {
    MATCH (o)-[d:DELAYED]->(t)
    WITH t, d.days / t.delay_days AS part
    UNWIND range(0, coalesce(size(t.carried_by), 0) - 1) AS k
    RETURN t.carried_by[k] AS bearer, t.id AS id, part * t.carried_points[k] AS points, part * t.carried_days[k] AS days
  UNION ALL
    MATCH (o)-[c:CUT]->(t)
    WITH t, c.units / t.shortfall AS part
    UNWIND range(0, coalesce(size(t.cut_by), 0) - 1) AS k
    RETURN t.cut_by[k] AS bearer, t.id AS id, part * t.cut_points[k] AS points, 0.0 AS days
  }
  WITH bearer, points, days ORDER BY bearer, id
  RETURN bearer, sum(points) AS points, sum(days) AS days
}
WITH o, bearer, points, days WHERE points > 0 OR days > 0
MATCH (g:Agreement {code: bearer})
MERGE (o)-[c:CHARGED]->(g)
SET c.points = points, c.days = days
