// How everything stands by the current assessment, and by the one before.
//
// params:  none
// returns: former, as_of, made_at, rule, load, standing
CYPHER 25
MATCH (a:Assessment|Former) WHERE a.standing IS NOT NULL
RETURN a:Former AS former, a.as_of AS as_of, a.made_at AS made_at, a.rule AS rule, a.load AS load, a.standing AS standing
