// Disputes with what they are about, who raised and ruled, and the load that wrote each in its present form; the latest raised first.
//
// params:  none
// returns: id, deliverable, title, agency, name, external, raised_on, raised_by, raised_name, raised_external, claim, state, answered_on, answer, moved_from, from_title, moved_to, to_title, days, units, unit, ruled_on, ruled_by, ruled_title, reason, file, row, load, loaded_by, loaded_at
CYPHER 25
MATCH (x:Dispute)-[:ABOUT]->(d:Deliverable)-[:OWNED_BY]->(a:Agency)
OPTIONAL MATCH (r:Agency)-[:RAISED]->(x)
OPTIONAL MATCH (p:Post)-[:RULED]->(x)
OPTIONAL MATCH (f:Deliverable {id: x.from})
OPTIONAL MATCH (t:Deliverable {id: x.to})
OPTIONAL MATCH (l:Load {number: x.load})
RETURN x.id AS id, d.id AS deliverable, coalesce(d.title, d.id) AS title, a.id AS agency, coalesce(a.name, a.id) AS name, coalesce(a.external, false) AS external,
  x.raised_on AS raised_on, r.id AS raised_by, coalesce(r.name, r.id) AS raised_name, coalesce(r.external, false) AS raised_external, x.claim AS claim, x.state AS state,
  x.answered_on AS answered_on, x.answer AS answer, x.from AS moved_from, f.title AS from_title, x.to AS moved_to, t.title AS to_title, x.days AS days, x.units AS units, d.unit AS unit,
  x.ruled_on AS ruled_on, x.ruled_by AS ruled_by, p.title AS ruled_title, x.reason AS reason, x.file AS file, x.row AS row, x.load AS load, l.loaded_by AS loaded_by, l.loaded_at AS loaded_at
ORDER BY raised_on DESC, id
