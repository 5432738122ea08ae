// Points at the cascades of one rank, by the agreement that lost them: their own loss, and what the cascades above pass down in proportion to share × (100 − raw) (attribution.md 6).
//
// params:  rank
CYPHER 25
MATCH (t:Cascade {rank: $rank})
CALL (t) {
  CALL (t) {
    WITH t WHERE t.stake * (100 - t.raw) > 0
    RETURN t.bearer AS bearer, '' AS id, t.stake * (100 - t.raw) AS points
  UNION ALL
    MATCH (t)-[s:SUPPORTS]->(c:Cascade) WHERE c.lost_below > 0 AND t.raw < 100
    WITH c, s.share * (100 - t.raw) / c.lost_below AS part
    UNWIND range(0, coalesce(size(c.own_by), 0) - 1) AS k
    RETURN c.own_by[k] AS bearer, c.id AS id, part * c.own_points[k] AS points
  }
  WITH bearer, id, points ORDER BY bearer, id
  WITH bearer, sum(points) AS points ORDER BY bearer
  RETURN collect(bearer) AS bearers, collect(points) AS points
}
WITH t, CASE WHEN size(bearers) > 0 THEN bearers END AS bearers, CASE WHEN size(bearers) > 0 THEN points END AS points
WHERE any(x IN [[t.own_by, bearers], [t.own_points, points]] WHERE coalesce(x[0] <> x[1], x[0] IS NOT NULL OR x[1] IS NOT NULL))
SET t.own_by = bearers, t.own_points = points
