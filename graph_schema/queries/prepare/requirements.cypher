// Each requirement by its first promise: when it is needed, where lateness starts, whether it counts, and its owner's place in the tree.
//
// A blank needed_by is what both plans say: planned finish + lag, or the planned start of what needs it where that is later (attribution.md 2).
//
// params:  epoch, revised (true: only those of or on what was revised)
CYPHER 25
MATCH (t:Deliverable)<-[r:FINANCES|ENABLES]-(g:Deliverable)-[:OWNED_BY]->(a:Agency) WHERE NOT $revised OR t:Revised OR g:Revised
OPTIONAL MATCH (a)-[s:STANDS_IN]->(:PlanYear {id: t.plan_year})
WITH t, r, g, coalesce(s.path, [a.id]) AS place, coalesce(r.lag_days, 0) AS lag, duration.inDays($epoch, t.planned_start).days AS start
WITH t, r, g, place, lag, g.planned_day + lag AS usable, start
WITH t, r, g, place, lag, usable, coalesce(duration.inDays($epoch, r.needed_by).days, CASE WHEN start > usable THEN start ELSE usable END) AS need
SET r.lag = lag, r.need_day = need, r.owed_day = CASE WHEN need > usable THEN need ELSE usable END, r.place = place,
    r.counts = g:Dated AND t:Dated AND (g:Release OR coalesce(duration.inDays($epoch, r.agreed_on).days <= need, false)),
    r.push_day = null, r.came_day = null, r.promised_for = null, r.lowered = null, r.lowered_from_day = null, r.moved = null
