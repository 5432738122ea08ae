// Keeps what the rule alone found of the things that a ruling is about: their own days and units, and those of each cause.
//
// params:  today
CYPHER 25
MATCH (x:Dispute {state: 'ruled'})-[:ABOUT]->(t:Dated) WHERE x.ruled_day <= $today
WITH DISTINCT t
SET t.unruled_own_days = t.own_days, t.unruled_own_units = t.own_units
CALL (t) { MATCH (t)<-[f:DELAYED]-() SET f.unruled_days = f.days }
CALL (t) { MATCH (t)<-[f:CUT]-() SET f.unruled_units = f.units }
