// The one current assessment: its day, and the last load it knows.
//
// params:  as_of, rule
CYPHER 25
CALL () { MATCH (old:Assessment) DELETE old }
OPTIONAL MATCH (l:Load)
WITH max(l.number) AS load
CREATE (:Assessment {as_of: $as_of, made_at: datetime(), rule: $rule, load: coalesce(load, 0)})
