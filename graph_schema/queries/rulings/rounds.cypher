// How many rulings by the day any one deliverable has; the causes outside that rulings name are made.
//
// params:  today, titles, names
// returns: rounds
CYPHER 25
MATCH (x:Dispute {state: 'ruled'})-[:ABOUT]->(t:Dated) WHERE x.ruled_day <= $today
CALL (x) {
  MATCH (x) WHERE x.to <> 'own' AND NOT EXISTS { (:Deliverable {id: x.to}) }
  MERGE (o:Outside {id: x.to})
  SET o.title = coalesce($titles[x.to], x.to), o.name = coalesce($names[x.to], x.to)
}
WITH t, count(x) AS rulings
RETURN max(rulings) AS rounds
