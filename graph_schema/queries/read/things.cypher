// A deliverable, everything that its delay, shortfall or lost points came through, what it requires, and what it held up next; with what reaches each.
//
// A cause outside the plan, which a ruling named, is of kind 'outside' and its own owner.
// part: 'cause' (the deliverable itself, too), 'near' (it requires it) or 'next' (it held it up); one may come as a cause and as another.
// into: what reaches a cause, or from the deliverable a next one: [cause, affected, type, days, late, units, lost, share, need_day, owed_day, lag, counts, place, agreed_on, if_not_met, file, row, load, stays, unruled_days, unruled_units].
// first: on the deliverable's own row what the first promise gives, where the graph holds it. unruled_…: what is without rulings, where one is about it.
// cost: on the deliverable's own row points that targets lost through what it held up or cut: [plan year, tier, points].
// status: on the deliverable's own row what the numbers rest on, as in read/status.
//
// params:  id
// returns: part, id, title, kind, measure, milestone, dated, agency, name, external, post, plan_year, planned_day, started_day, finish_day, finished_day, due, delay_days, own_days, unit, goal, whole, achieved, shortfall, own_units, raw, raw_planned, weight, loss, agreement, agreement_title, agreement_weight, missed, lost_below, amount, currency, rank, file, row, load, unruled_own_days, unruled_own_units, into, first, cost, status
CYPHER 25
MATCH (focus:Deliverable {id: $id})
CALL () {
  OPTIONAL MATCH (a:Assessment) WHERE a.as_of IS NOT NULL
  OPTIONAL MATCH (x:Graph {id: 'graph'})
  CALL () {
    OPTIONAL MATCH (l:Load) WHERE l.number > 0
    RETURN l.number AS latest_load ORDER BY l.number DESC LIMIT 1
  }
  CALL (a) {
    OPTIONAL MATCH (p:Payment) WHERE p.paid_on <= a.as_of
    RETURN p.paid_on AS latest_payment ORDER BY p.paid_on DESC LIMIT 1
  }
  CALL (a) {
    OPTIONAL MATCH (p:Progress) WHERE p.as_of <= a.as_of
    RETURN p.as_of AS latest_report ORDER BY p.as_of DESC LIMIT 1
  }
  RETURN {as_of: a.as_of, made_at: a.made_at, rule: a.rule, assessed_load: a.load, latest_load: latest_load, latest_payment: latest_payment, latest_report: latest_report,
    revised: coalesce(x.revised, false), ruled: coalesce(x.ruled, false)} AS status
}
CALL (focus) {
  MATCH (focus)<-[:SUPPORTS*0..]-(s:Deliverable)
  WITH DISTINCT focus, s WHERE s = focus OR s.raw < 100
  MATCH (s)<-[:COUNTS_IN*0..1]-(r:Deliverable)
  WITH DISTINCT s, r WHERE s = r OR r.missed > 0
  WITH DISTINCT r
  MATCH (r)<-[:DELAYED|CUT*0..]-(d:Deliverable|Outside)
  RETURN DISTINCT d, 'cause' AS part
UNION
  MATCH (focus)<-[:FINANCES|ENABLES|SUPPORTS]-(d:Deliverable)
  WHERE NOT EXISTS { (focus)<-[:DELAYED|CUT]-(d) }
  RETURN DISTINCT d, 'near' AS part
UNION
  MATCH (focus)-[:DELAYED|CUT|SUPPORTS|COUNTS_IN]->(d:Deliverable)
  RETURN DISTINCT d, 'next' AS part
}
OPTIONAL MATCH (d)-[:OWNED_BY]->(a:Agency)
RETURN part, d.id AS id, coalesce(d.title, d.id) AS title, CASE WHEN d:Target THEN 'target' WHEN d:Release THEN 'release' WHEN d:Outside THEN 'outside' ELSE 'milestone' END AS kind,
  d.measure AS measure, d.kind AS milestone, d:Dated AS dated, coalesce(a.id, d.id) AS agency, coalesce(a.name, a.id, d.name, d.id) AS name, coalesce(a.external, d:Outside) AS external,
  [(a)<-[:IN]-(p:Post {heads: true}) | p.title][0] AS post, coalesce(d.plan_year, focus.plan_year) AS plan_year, d.planned_day AS planned_day, d.started_day AS started_day,
  d.finish_day AS finish_day, d.finished_day AS finished_day, coalesce(d.due, false) AS due, d.delay_days AS delay_days, d.own_days AS own_days,
  d.unit AS unit, d.goal AS goal, d.whole AS whole, d.achieved AS achieved, d.shortfall AS shortfall, d.own_units AS own_units, d.raw AS raw, d.raw_planned AS raw_planned,
  d.weight_used AS weight, d.loss AS loss, d.agreement AS agreement,
  [(d)-[:PROMISED_IN]->(g:Agreement) WHERE d = focus | coalesce(g.title, g.id)][0] AS agreement_title,
  [(d)-[:PROMISED_IN]->(g:Agreement) WHERE d = focus | coalesce(g.weight, 1.0)][0] AS agreement_weight, d.missed AS missed, d.lost_below AS lost_below, d.amount AS amount, [(d)-[:IN_YEAR]->(y:PlanYear) | y.currency][0] AS currency, d.rank AS rank,
  coalesce(d.file, '') AS file, coalesce(d.row, 0) AS row, coalesce(d.load, 0) AS load, d.unruled_own_days AS unruled_own_days, d.unruled_own_units AS unruled_own_units,
  COLLECT {
    MATCH (g:Deliverable|Outside)-[r:FINANCES|ENABLES|SUPPORTS|COUNTS_IN|DELAYED|CUT]->(d)
    WHERE CASE part WHEN 'cause' THEN NOT r:COUNTS_IN OR g.missed > 0 WHEN 'next' THEN g = focus ELSE false END
    RETURN [g.id, d.id, type(r), r.days, r.late, r.units, r.lost, r.share, r.need_day, r.owed_day, r.lag, r.counts, r.place, r.agreed_on, r.if_not_met, r.file, r.row, r.load, r.stays, r.unruled_days, r.unruled_units]
  } AS into,
  CASE WHEN d = focus AND status.revised THEN {planned_day: coalesce(d.first_planned_day, d.planned_day), finish_day: coalesce(d.first_finish_day, d.finish_day), delay_days: coalesce(d.first_delay_days, d.delay_days),
    raw: coalesce(d.first_raw, d.raw), loss: coalesce(d.first_loss, d.loss)} END AS first,
  COLLECT {
    MATCH (d)-[r:DELAYED|CUT]->(t) WHERE d = focus AND part = 'cause'
    WITH t, CASE WHEN r:DELAYED THEN r.days / t.delay_days ELSE r.units / t.shortfall END AS share, CASE WHEN r:DELAYED THEN t.carried_by ELSE t.cut_by END AS bearers,
      CASE WHEN r:DELAYED THEN t.carried_points ELSE t.cut_points END AS points ORDER BY t.id
    UNWIND range(0, coalesce(size(bearers), 0) - 1) AS k
    MATCH (g:Agreement {code: bearers[k]})
    WITH g.plan_year AS plan_year, g.tier AS tier, sum(share * points[k]) AS points WHERE points > 0
    ORDER BY plan_year, tier
    RETURN [plan_year, tier, points]
  } AS cost, CASE WHEN d = focus THEN status END AS status
