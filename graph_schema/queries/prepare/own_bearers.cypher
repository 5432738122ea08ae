// The agreement that a target's points and days are of, by its code.
//
// params:  none
CYPHER 25
MATCH (t:Target)
OPTIONAL MATCH (t)-[:PROMISED_IN]->(g:Agreement)
SET t.bearer = g.code, t.bearers = CASE WHEN g IS NULL THEN [] ELSE [g.code] END
