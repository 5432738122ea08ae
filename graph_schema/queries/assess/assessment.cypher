// The one current assessment: its day, the last load it knows, how everything stands. The one before becomes the former, unless this one repeats it.
//
// params:  as_of, rule, standing
CYPHER 25
CALL () { OPTIONAL MATCH (l:Load) RETURN coalesce(max(l.number), 0) AS load }
CALL (load) {
  MATCH (old:Assessment) WHERE old.as_of <> $as_of OR old.rule <> $rule OR old.load <> load
  CALL () { MATCH (former:Former) DELETE former }
  SET old:Former
  REMOVE old:Assessment
}
CALL () { MATCH (old:Assessment) DELETE old }
CREATE (:Assessment {as_of: $as_of, made_at: datetime(), rule: $rule, load: load, standing: $standing})
