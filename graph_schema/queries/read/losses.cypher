// What the targets of some agreements lost.
//
// params:  agreements
// returns: agreement, id, loss
CYPHER 25
UNWIND $agreements AS agreement
MATCH (:Agreement {id: agreement})<-[:PROMISED_IN]-(t:Target)
RETURN agreement, t.id AS id, coalesce(t.loss, 0.0) AS loss
ORDER BY agreement, id
