// What reaches each of the given deliverables by way of its causes: days, units, shares of a cascade, releases that count in it.
//
// unruled: days and units before rulings; outside: a cause outside the plan. Only rulings and revisions make unruled and stays: read from a map, their names need not exist in the database.
//
// params:  ids
// returns: cause, affected, type, days, units, unruled, stays, share, outside
CYPHER 25
UNWIND $ids AS id
MATCH (t:Deliverable {id: id})<-[r:DELAYED|CUT|SUPPORTS|COUNTS_IN]-(g)
WITH t, r, g, properties(r) AS found
RETURN g.id AS cause, t.id AS affected, type(r) AS type, coalesce(r.days, 0.0) AS days, coalesce(r.units, 0.0) AS units,
  coalesce(found.unruled_days, found.unruled_units, r.days, r.units, 0.0) AS unruled, coalesce(found.stays, 0.0) AS stays, coalesce(r.share, 0.0) AS share, NOT g:Deliverable AS outside
