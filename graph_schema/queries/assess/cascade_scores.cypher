// Raw score and loss of the cascades of one rank: the mean of their supports by share (attribution.md 5).
//
// params:  rank
CYPHER 25
MATCH (t:Cascade {rank: $rank})
CALL (t) {
  MATCH (t)<-[s:SUPPORTS]-(c:Target) WITH s, c ORDER BY c.id
  RETURN CASE WHEN count(c) = 0 THEN 100.0 ELSE sum(s.share * c.raw) / sum(s.share) END AS raw, coalesce(max(CASE WHEN c.due THEN 1 ELSE 0 END) = 1, false) AS due, toFloat(sum(s.share * (100 - c.raw))) AS lost_below
}
WITH t, raw, due, lost_below, t.weight_used * (100 - raw) / 100 AS loss
WHERE any(x IN [[t.raw, raw], [t.due, due], [t.lost_below, lost_below], [t.loss, loss]] WHERE coalesce(x[0] <> x[1], x[0] IS NOT NULL OR x[1] IS NOT NULL))
SET t.raw = raw, t.due = due, t.lost_below = lost_below, t.loss = loss
