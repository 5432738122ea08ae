// Forgets earlier rulings: what they moved, what was without them, and the causes outside.
//
// params:  none
CYPHER 25
CALL () { MATCH (o:Outside) DETACH DELETE o }
CALL () { MATCH ()-[old:CHARGED_UNRULED]->() DELETE old }
CALL () {
  MATCH (t:Dated) WHERE t.unruled_own_days IS NOT NULL
  SET t.unruled_own_days = null, t.unruled_own_units = null
  WITH t
  MATCH (t)<-[f:DELAYED|CUT]-()
  SET f.unruled_days = null, f.unruled_units = null
}
