// What the plan sheets say of given targets that were never revised in time, with what was reached: to score them by other values.
//
// params:  ids
// returns: id, measure, values, achieved, finish_day, finished, weight, raw, ends_day
CYPHER 25
UNWIND $ids AS id
MATCH (t:Deliverable {id: id}) WHERE t.measure IN ['date', 'quantity'] AND NOT t:Revised
RETURN t.id AS id, t.measure AS measure, t {.weight, .planned_finish, .target, .better, .baseline, .excellent, .very_good, .good, .fair, .poor} AS values,
  t.achieved AS achieved, t.finish_day AS finish_day, t.finished_day IS NOT NULL AS finished, coalesce(t.weight_used, 0.0) AS weight, coalesce(t.raw, 100.0) AS raw, t.ends_day AS ends_day
ORDER BY id
