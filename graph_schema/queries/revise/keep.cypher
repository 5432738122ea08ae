// Keeps what this assessment found as the one against the first promise: delays, scores, losses.
//
// params:  none
CYPHER 25
MATCH (d:Deliverable)
WITH d, d {first_raw: d.raw, first_loss: d.loss, first_due: d.due, first_weight: d.weight_used, first_delay_days: d.delay_days, first_finish_day: d.finish_day} AS kept
WHERE any(x IN [[d.first_raw, kept.first_raw], [d.first_loss, kept.first_loss], [d.first_due, kept.first_due], [d.first_weight, kept.first_weight], [d.first_delay_days, kept.first_delay_days], [d.first_finish_day, kept.first_finish_day]]
  WHERE coalesce(x[0] <> x[1], x[0] IS NOT NULL OR x[1] IS NOT NULL))
SET d += kept
