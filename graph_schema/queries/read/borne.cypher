// The targets of an agency's agreement of a plan year and those that support its cascades, everything that their delay, shortfall or lost points came through, and the row at a tier under which each owner stands.
//
// A cause outside the plan, which a ruling named, is of kind 'outside', its own owner and its own row.
// unruled_…: what is without rulings, where one is about it.
// mine: its owner is the agency or stands under it; promised: it is a target of the agreement itself; supporting: its days are the agreement's; agreement_weight and row are those of the plan year asked for.
//
// params:  plan_year, by_tier, agency
// returns: id, title, kind, measure, agency, name, external, row, mine, promised, borne, agreement_weight, rank, delay_days, own_days, shortfall, own_units, raw, raw_planned, loss, missed, lost_below, unruled_own_days, unruled_own_units
CYPHER 25
MATCH (:Agency {id: $agency})<-[:BINDS]-(g:Agreement {plan_year: $plan_year})
CALL (g) {
  MATCH (g)<-[:PROMISED_IN]-(t:Target)
  MATCH (t)<-[:SUPPORTS*0..]-(s:Target)
  WITH DISTINCT s
  MATCH (s)<-[:COUNTS_IN*0..1]-(r:Deliverable)
  WITH DISTINCT s, r WHERE s = r OR r.missed > 0
  WITH DISTINCT r
  MATCH (r)<-[:DELAYED|CUT*0..]-(d:Deliverable|Outside)
  RETURN DISTINCT d
}
OPTIONAL MATCH (d)-[:OWNED_BY]->(a:Agency)
OPTIONAL MATCH (a)-[s:STANDS_IN]->(:PlanYear {id: $plan_year})
RETURN d.id AS id, coalesce(d.title, d.id) AS title, CASE WHEN d:Target THEN 'target' WHEN d:Release THEN 'release' WHEN d:Outside THEN 'outside' ELSE 'milestone' END AS kind, d.measure AS measure,
  coalesce(a.id, d.id) AS agency, coalesce(a.name, a.id, d.name, d.id) AS name, coalesce(a.external, d:Outside) AS external,
  coalesce(s.path[$by_tier - 1], a.id, d.id) AS row, coalesce($agency IN s.path, a.id = $agency, false) AS mine,
  d.agreement = g.id AS promised, coalesce(g.code IN d.bearers, false) AS borne, coalesce(g.weight, 1.0) AS agreement_weight, d.rank AS rank, d.delay_days AS delay_days, d.own_days AS own_days,
  d.shortfall AS shortfall, d.own_units AS own_units, d.raw AS raw, d.raw_planned AS raw_planned, d.loss AS loss, d.missed AS missed, d.lost_below AS lost_below,
  d.unruled_own_days AS unruled_own_days, d.unruled_own_units AS unruled_own_units
