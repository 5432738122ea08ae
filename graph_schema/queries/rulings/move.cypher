// One round of rulings, the next of each deliverable in the order of their days and ids: days and units go from what answered for them to another, each at most what is there (questions.md 8).
//
// Of what a ruling puts on a requirement that was not late, the days by which it moved its own date stay with it as well (questions.md 1).
//
// params:  today, round
CYPHER 25
MATCH (x:Dispute {state: 'ruled'})-[:ABOUT]->(t:Dated) WHERE x.ruled_day <= $today
WITH t, x ORDER BY x.ruled_day, x.id
WITH t, collect(x)[$round] AS x WHERE x IS NOT NULL
OPTIONAL MATCH (d:Deliverable {id: x.to})
OPTIONAL MATCH (o:Outside {id: x.to})
WITH t, x, coalesce(d, o) AS cause, d
OPTIONAL MATCH (d)-[r:FINANCES|ENABLES {counts: true}]->(t) WHERE r.moved > 0
WITH t, x, cause, toFloat(r.moved) / (r.moved + coll.max([0, coalesce(r.came_day, d.finish_day) - d.planned_day])) AS stays
CALL (t, x, cause, stays) {
  OPTIONAL MATCH (:Deliverable {id: x.from})-[f:DELAYED]->(t)
  WITH t, x, cause, f, coll.min([toFloat(x.days), coalesce(CASE x.from WHEN 'own' THEN t.own_days ELSE f.days END, 0.0)]) AS days WHERE x.days > 0 AND days > 0
  SET t.own_days = t.own_days + CASE 'own' WHEN x.from THEN -days WHEN x.to THEN days ELSE 0.0 END
  FOREACH (_ IN CASE WHEN f IS NOT NULL THEN [1] END | SET f.days = f.days - days)
  WITH t, cause, stays, days WHERE cause IS NOT NULL
  MERGE (cause)-[n:DELAYED]->(t) ON CREATE SET n.days = 0.0, n.late = 0.0, n.unruled_days = 0.0, n.stays = stays
  SET n.days = n.days + days
}
CALL (t, x, cause, stays) {
  OPTIONAL MATCH (:Deliverable {id: x.from})-[f:CUT]->(t)
  WITH t, x, cause, f, coll.min([toFloat(x.units), coalesce(CASE x.from WHEN 'own' THEN t.own_units ELSE f.units END, 0.0)]) AS units WHERE x.units > 0 AND units > 0
  SET t.own_units = t.own_units + CASE 'own' WHEN x.from THEN -units WHEN x.to THEN units ELSE 0.0 END
  FOREACH (_ IN CASE WHEN f IS NOT NULL THEN [1] END | SET f.units = f.units - units)
  WITH t, cause, stays, units WHERE cause IS NOT NULL
  MERGE (cause)-[n:CUT]->(t) ON CREATE SET n.units = 0.0, n.lost = 0.0, n.unruled_units = 0.0, n.stays = stays
  SET n.units = n.units + units
}
