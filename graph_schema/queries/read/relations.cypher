// What reaches each of the given deliverables, and what leaves the one in focus: requirements, supports, and what they did; of what a ruling is about, without it as well.
//
// params:  ids, focus
// returns: cause, affected, type, days, late, units, lost, share, need_day, owed_day, lag, counts, place, agreed_on, if_not_met, file, row, load, stays, unruled_days, unruled_units
CYPHER 25
CALL () {
  UNWIND $ids AS id
  MATCH (t:Deliverable {id: id})<-[r:FINANCES|ENABLES|SUPPORTS|COUNTS_IN|DELAYED|CUT]-(g:Deliverable|Outside)
  WHERE NOT r:COUNTS_IN OR g.missed > 0
  RETURN g, r, t
UNION ALL
  MATCH (g:Deliverable {id: $focus})-[r:FINANCES|ENABLES|SUPPORTS|COUNTS_IN|DELAYED|CUT]->(t:Deliverable)
  RETURN g, r, t
}
RETURN g.id AS cause, t.id AS affected, type(r) AS type, r.days AS days, r.late AS late, r.units AS units, r.lost AS lost, r.share AS share,
  r.need_day AS need_day, r.owed_day AS owed_day, r.lag AS lag, r.counts AS counts, r.place AS place, r.agreed_on AS agreed_on, r.if_not_met AS if_not_met,
  r.file AS file, r.row AS row, r.load AS load, r.stays AS stays, r.unruled_days AS unruled_days, r.unruled_units AS unruled_units
