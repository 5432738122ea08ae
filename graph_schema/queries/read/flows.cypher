// What reaches each of the given deliverables: days, units, shares of a cascade, releases that count in it.
//
// params:  ids
// returns: cause, affected, type, days, units, share
CYPHER 25
UNWIND $ids AS id
MATCH (t:Deliverable {id: id})<-[r:DELAYED|CUT|SUPPORTS|COUNTS_IN]-(g:Deliverable)
WHERE NOT r:COUNTS_IN OR g.missed > 0
RETURN g.id AS cause, t.id AS affected, type(r) AS type, r.days AS days, r.units AS units, r.share AS share
ORDER BY affected, cause, type
