// Every delayed thing, of any year: its owner, its delay, and the days that each requirement explains.
//
// params:  none
// returns: id, agency, delay_days, own_days, causes
CYPHER 25
MATCH (t:Dated)
WHERE t.delay_days > 0
CALL (t) { MATCH (t)<-[d:DELAYED]-(g) WITH g, d ORDER BY g.id RETURN collect([g.id, d.days]) AS causes }
RETURN t.id AS id, t.agency AS agency, t.delay_days AS delay_days, t.own_days AS own_days, causes
ORDER BY t.rank, id
