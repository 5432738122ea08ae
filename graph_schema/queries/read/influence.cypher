// The shortest way by which one thing of a plan, or anything of an agency and those under it, affects another: a way that lateness, shortage or loss took before one that it could take; else the other way round.
//
// travelled: something came this way. back: it leads from `to` to `start`. way: what it leads over, as [kind, id]. At most one row.
//
// params:  start_kind, start, to_kind, to, plan_year
// returns: travelled, back, way
CYPHER 25
CALL () {
  MATCH (a:Deliverable {id: $start}) WHERE $start_kind = 'thing'
  RETURN a
UNION
  MATCH (a:Agency {id: $start}) WHERE $start_kind = 'agency'
  RETURN a
UNION
  MATCH (a:Outside {id: $start}) WHERE $start_kind = 'outside'
  RETURN a
}
CALL () {
  MATCH (b:Deliverable {id: $to}) WHERE $to_kind = 'thing'
  RETURN b
UNION
  MATCH (b:Agency {id: $to}) WHERE $to_kind = 'agency'
  RETURN b
UNION
  MATCH (b:Outside {id: $to}) WHERE $to_kind = 'outside'
  RETURN b
}
CALL (a, b) {
  MATCH p = SHORTEST 1 (a) (()<-[u:OWNED_BY|PART_OF WHERE u.plan_year IS NULL OR u.plan_year = $plan_year]-()){0,9}
    ((x)-[r:DELAYED|CUT|SUPPORTS|COUNTS_IN]->() WHERE r:DELAYED OR r:CUT OR x.raw < 100 OR x.missed > 0){1,60} (()-[v:OWNED_BY|PART_OF WHERE v.plan_year IS NULL OR v.plan_year = $plan_year]->()){0,9} (b)
  RETURN 0 AS rank, nodes(p) AS way
UNION ALL
  MATCH p = SHORTEST 1 (b) (()<-[u:OWNED_BY|PART_OF WHERE u.plan_year IS NULL OR u.plan_year = $plan_year]-()){0,9}
    ((x)-[r:DELAYED|CUT|SUPPORTS|COUNTS_IN]->() WHERE r:DELAYED OR r:CUT OR x.raw < 100 OR x.missed > 0){1,60} (()-[v:OWNED_BY|PART_OF WHERE v.plan_year IS NULL OR v.plan_year = $plan_year]->()){0,9} (a)
  RETURN 1 AS rank, nodes(p) AS way
UNION ALL
  MATCH p = SHORTEST 1 (a) (()<-[u:OWNED_BY|PART_OF WHERE u.plan_year IS NULL OR u.plan_year = $plan_year]-()){0,9}
    (()-[:FINANCES|ENABLES|SUPPORTS|COUNTS_IN]->()){1,60} (()-[v:OWNED_BY|PART_OF WHERE v.plan_year IS NULL OR v.plan_year = $plan_year]->()){0,9} (b)
  RETURN 2 AS rank, nodes(p) AS way
UNION ALL
  MATCH p = SHORTEST 1 (b) (()<-[u:OWNED_BY|PART_OF WHERE u.plan_year IS NULL OR u.plan_year = $plan_year]-()){0,9}
    (()-[:FINANCES|ENABLES|SUPPORTS|COUNTS_IN]->()){1,60} (()-[v:OWNED_BY|PART_OF WHERE v.plan_year IS NULL OR v.plan_year = $plan_year]->()){0,9} (a)
  RETURN 3 AS rank, nodes(p) AS way
}
WITH rank, way ORDER BY rank LIMIT 1
RETURN rank < 2 AS travelled, rank IN [1, 3] AS back, [n IN way | [CASE WHEN n:Deliverable THEN 'thing' WHEN n:Agency THEN 'agency' ELSE 'outside' END, n.id]] AS way
