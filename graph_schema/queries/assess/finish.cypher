// When each dated thing of one rank finishes: as happened, as forecast, or as its plan and its requirements push it (attribution.md 2).
//
// params:  rank, today
CYPHER 25
MATCH (t:Dated {rank: $rank})
CALL (t) {
  MATCH (t)<-[r:FINANCES|ENABLES]-(g:Dated)
  RETURN coalesce(max(coalesce(r.came_day, g.finish_day) + r.lag - coalesce(r.push_day, r.need_day)), 0) AS push
}
WITH t, $today + 1 AS tomorrow, CASE WHEN push > 0 THEN push ELSE 0 END AS push
WITH t, CASE
    WHEN t.finished_day IS NOT NULL THEN t.finished_day
    WHEN t.forecast_day IS NOT NULL THEN reduce(latest = tomorrow, x IN [t.forecast_day] | CASE WHEN x > latest THEN x ELSE latest END)
    ELSE reduce(latest = tomorrow, x IN [t.planned_day + push, t.span + coalesce(t.started_day, CASE WHEN t.start_day > tomorrow THEN t.start_day ELSE tomorrow END)] |
      CASE WHEN x > latest THEN x ELSE latest END)
  END AS finish
WITH t, finish, CASE WHEN finish > t.planned_day THEN toFloat(finish - t.planned_day) ELSE 0.0 END AS delay
WHERE coalesce(t.finish_day <> finish OR t.delay_days <> delay, true)
SET t.finish_day = finish, t.delay_days = delay
