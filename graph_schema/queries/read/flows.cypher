// What reaches each of the given deliverables: days, units, shares of a cascade, releases that count in it; of days and units the part that stays with the cause. A cause may be one outside, by its code.
//
// params:  ids
// returns: cause, affected, outside, type, days, units, share, stays
CYPHER 25
UNWIND $ids AS id
MATCH (t:Deliverable {id: id})<-[r:DELAYED|CUT|SUPPORTS|COUNTS_IN]-(g)
WHERE NOT r:COUNTS_IN OR g.missed > 0
RETURN g.id AS cause, t.id AS affected, NOT g:Deliverable AS outside, type(r) AS type, r.days AS days, r.units AS units, r.share AS share, r.stays AS stays
ORDER BY affected, cause, type
