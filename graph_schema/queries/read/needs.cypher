// The requirements of the given deliverables on dated ones: what each owes, since when it is late, and whether it counts.
//
// came_day, promised_for: where they differ from finish and amount of the cause; lowered: the part of it that will never come.
//
// params:  ids
// returns: cause, affected, lag, need_day, owed_day, push_day, counts, came_day, promised_for, lowered, lowered_from_day
CYPHER 25
UNWIND $ids AS id
MATCH (t:Deliverable {id: id})<-[r:FINANCES|ENABLES]-(g)
WHERE t.planned_day IS NOT NULL AND g.planned_day IS NOT NULL // both are dated
RETURN g.id AS cause, t.id AS affected, r.lag AS lag, r.need_day AS need_day, r.owed_day AS owed_day, coalesce(r.push_day, r.need_day) AS push_day, r.counts AS counts,
  r.came_day AS came_day, r.promised_for AS promised_for, coalesce(r.lowered, 0.0) AS lowered, coalesce(r.lowered_from_day, r.owed_day) AS lowered_from_day
