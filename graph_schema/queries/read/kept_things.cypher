// Every deliverable and cause outside with everything that reaches it: what "who delayed this?" is answered from, of the whole graph at once.
//
// The columns are those of read/things; part and status are about one deliverable, and empty here; into: every relation; first and cost: of each.
//
// params:  none
// returns: part, id, title, kind, measure, milestone, dated, agency, name, external, post, plan_year, planned_day, started_day, finish_day, finished_day, due, delay_days, own_days, unit, goal, whole, achieved, shortfall, own_units, raw, raw_planned, weight, loss, agreement, agreement_title, agreement_weight, missed, lost_below, amount, currency, rank, file, row, load, unruled_own_days, unruled_own_units, into, first, cost, status
CYPHER 25
MATCH (d:Deliverable|Outside)
OPTIONAL MATCH (d)-[:OWNED_BY]->(a:Agency)
RETURN '' AS part, d.id AS id, coalesce(d.title, d.id) AS title, CASE WHEN d:Target THEN 'target' WHEN d:Release THEN 'release' WHEN d:Outside THEN 'outside' ELSE 'milestone' END AS kind,
  d.measure AS measure, d.kind AS milestone, d:Dated AS dated, coalesce(a.id, d.id) AS agency, coalesce(a.name, a.id, d.name, d.id) AS name, coalesce(a.external, d:Outside) AS external,
  [(a)<-[:IN]-(p:Post {heads: true}) | p.title][0] AS post, d.plan_year AS plan_year, d.planned_day AS planned_day, d.started_day AS started_day,
  d.finish_day AS finish_day, d.finished_day AS finished_day, coalesce(d.due, false) AS due, d.delay_days AS delay_days, d.own_days AS own_days,
  d.unit AS unit, d.goal AS goal, d.whole AS whole, d.achieved AS achieved, d.shortfall AS shortfall, d.own_units AS own_units, d.raw AS raw, d.raw_planned AS raw_planned,
  d.weight_used AS weight, d.loss AS loss, d.agreement AS agreement,
  [(d)-[:PROMISED_IN]->(g:Agreement) | coalesce(g.title, g.id)][0] AS agreement_title,
  [(d)-[:PROMISED_IN]->(g:Agreement) | coalesce(g.weight, 1.0)][0] AS agreement_weight, d.missed AS missed, d.lost_below AS lost_below, d.amount AS amount, [(d)-[:IN_YEAR]->(y:PlanYear) | y.currency][0] AS currency, d.rank AS rank,
  coalesce(d.file, '') AS file, coalesce(d.row, 0) AS row, coalesce(d.load, 0) AS load, d.unruled_own_days AS unruled_own_days, d.unruled_own_units AS unruled_own_units,
  COLLECT {
    MATCH (g:Deliverable|Outside)-[r:FINANCES|ENABLES|SUPPORTS|COUNTS_IN|DELAYED|CUT]->(d)
    WITH g, r ORDER BY g.id, type(r)
    RETURN [g.id, d.id, type(r), r.days, r.late, r.units, r.lost, r.share, r.need_day, r.owed_day, r.lag, r.counts, r.place, r.agreed_on, r.if_not_met, r.file, r.row, r.load, r.stays, r.unruled_days, r.unruled_units]
  } AS into,
  {planned_day: coalesce(d.first_planned_day, d.planned_day), finish_day: coalesce(d.first_finish_day, d.finish_day), delay_days: coalesce(d.first_delay_days, d.delay_days),
    raw: coalesce(d.first_raw, d.raw), loss: coalesce(d.first_loss, d.loss)} AS first,
  COLLECT {
    MATCH (d)-[r:DELAYED|CUT]->(t)
    WITH t, CASE WHEN r:DELAYED THEN r.days / t.delay_days ELSE r.units / t.shortfall END AS share, CASE WHEN r:DELAYED THEN t.carried_by ELSE t.cut_by END AS bearers,
      CASE WHEN r:DELAYED THEN t.carried_points ELSE t.cut_points END AS points ORDER BY t.id
    UNWIND range(0, coalesce(size(bearers), 0) - 1) AS k
    MATCH (g:Agreement {code: bearers[k]})
    WITH g.plan_year AS plan_year, g.tier AS tier, sum(share * points[k]) AS points WHERE points > 0
    ORDER BY plan_year, tier
    RETURN [plan_year, tier, points]
  } AS cost, null AS status
ORDER BY id
