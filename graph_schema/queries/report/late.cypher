// Every delayed thing, of any year: its owner, its delay, and each cause: [id, days, the part of them that stays with it, its owner].
//
// A cause outside, that a ruling names, is its own owner.
//
// params:  none
// returns: id, agency, delay_days, own_days, causes
CYPHER 25
MATCH (t:Dated)-[:OWNED_BY]->(a:Agency)
WHERE t.delay_days > 0
CALL (t) {
  MATCH (t)<-[d:DELAYED]-(g) WHERE d.days > 0
  OPTIONAL MATCH (g)-[:OWNED_BY]->(b:Agency)
  WITH g, d, b ORDER BY g.id
  RETURN collect([g.id, d.days, coalesce(d.stays, 0.0), coalesce(b.id, g.id)]) AS causes
}
RETURN t.id AS id, a.id AS agency, t.delay_days AS delay_days, t.own_days AS own_days, causes
ORDER BY t.rank, id
