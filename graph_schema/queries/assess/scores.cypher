// Raw score and loss of each target but cascades: linear between the points of its scale; 0 for what is unreported, or a date unfinished at the year's end (attribution.md 5).
//
// params:  today
CYPHER 25
MATCH (t:Target) WHERE t.measure <> 'cascade'
WITH t, t.scale AS s, t.sign * CASE WHEN t.measure <> 'date' THEN t.achieved WHEN t.finished_day IS NOT NULL OR $today < t.ends_day THEN toFloat(t.finish_day) END AS x
WITH t, CASE
    WHEN NOT coalesce(t.due, false) OR s IS NULL THEN 100.0
    WHEN x IS NULL THEN 0.0
    WHEN x >= s[0] THEN 100.0
    WHEN x < s[4] THEN 0.0
    ELSE head([k IN range(0, 3) WHERE s[k + 1] <= x AND x <= s[k] | CASE WHEN s[k] = s[k + 1] THEN 100.0 - 10 * k ELSE 90 - 10 * k + 10 * (x - s[k + 1]) / (s[k] - s[k + 1]) END])
  END AS raw
WITH t, raw, t.weight_used * (100 - raw) / 100 AS loss, coalesce(t.due, false) AS due
WHERE any(x IN [[t.raw, raw], [t.loss, loss], [t.due, due]] WHERE coalesce(x[0] <> x[1], x[0] IS NOT NULL OR x[1] IS NOT NULL))
SET t.raw = raw, t.loss = loss, t.due = due
