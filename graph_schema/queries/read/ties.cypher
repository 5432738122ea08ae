// What reaches each of the given deliverables by way of its causes: days, units, shares of a cascade, releases that count in it.
//
// unruled: days and units before rulings; outside: a cause outside the plan.
//
// params:  ids
// returns: cause, affected, type, days, units, unruled, stays, share, outside
CYPHER 25
UNWIND $ids AS id
MATCH (t:Deliverable {id: id})<-[r:DELAYED|CUT|SUPPORTS|COUNTS_IN]-(g)
RETURN g.id AS cause, t.id AS affected, type(r) AS type, coalesce(r.days, 0.0) AS days, coalesce(r.units, 0.0) AS units,
  coalesce(r.unruled_days, r.unruled_units, r.days, r.units, 0.0) AS unruled, coalesce(r.stays, 0.0) AS stays, coalesce(r.share, 0.0) AS share, NOT g:Deliverable AS outside
