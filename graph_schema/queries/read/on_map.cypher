// What a map shows of the given things of a plan, agencies, agreements, budget lines, five-year targets and causes outside.
//
// asked: [{kind, id}]. path: the agencies from the root down to its owner (of an agency: to itself) in the plan year. type: what sort of its kind it is.
//
// params:  asked, plan_year
// returns: kind, id, title, type, measure, agency, name, external, path, planned_day, finish_day, finished, due, delay_days, shortfall, unit, raw, loss
CYPHER 25
UNWIND $asked AS each
CALL (each) {
  MATCH (n:Deliverable {id: each.id}) WHERE each.kind = 'thing'
  RETURN n
UNION
  MATCH (n:Agency {id: each.id}) WHERE each.kind = 'agency'
  RETURN n
UNION
  MATCH (n:Agreement {id: each.id}) WHERE each.kind = 'agreement'
  RETURN n
UNION
  MATCH (n:BudgetLine {id: each.id}) WHERE each.kind = 'line'
  RETURN n
UNION
  MATCH (n:PlanTarget {id: each.id}) WHERE each.kind = 'promise'
  RETURN n
UNION
  MATCH (n:Outside {id: each.id}) WHERE each.kind = 'outside'
  RETURN n
}
CALL (n) {
  OPTIONAL MATCH (n)-[:OWNED_BY|BINDS|FUNDS]->(a:Agency)
  RETURN CASE WHEN n:Agency THEN n ELSE a END AS a LIMIT 1
}
OPTIONAL MATCH (a)-[s:STANDS_IN]->(:PlanYear {id: coalesce(n.plan_year, $plan_year)})
RETURN each.kind AS kind, n.id AS id, coalesce(n.title, n.name, n.id) AS title,
  CASE WHEN n:Target THEN 'target' WHEN n:Release THEN 'release' WHEN n:Deliverable THEN 'milestone' ELSE each.kind END AS type, coalesce(n.measure, '') AS measure,
  coalesce(a.id, n.id) AS agency, coalesce(a.name, a.id, n.name, n.id) AS name, coalesce(a.external, n:Outside) AS external, coalesce(s.path, []) AS path,
  n.planned_day AS planned_day, n.finish_day AS finish_day, n.finished_day IS NOT NULL AS finished, coalesce(n.due, false) AS due, coalesce(n.delay_days, 0.0) AS delay_days,
  coalesce(n.shortfall, 0.0) AS shortfall, coalesce(n.unit, '') AS unit, n.raw AS raw, coalesce(n.loss, 0.0) AS loss
