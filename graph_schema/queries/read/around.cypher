// What stands around the given things of a plan, agencies, agreements, budget lines and five-year targets: of each kind of relation the weightiest, with how many there are.
//
// asked: [{kind, id, most}], `most` of each kind of relation. relation: 'needs' (a requirement), 'supports' (also: counts in), 'ruled', 'belongs', 'agreement', 'money' or 'five years'.
// outward: the relation leads from what was asked about to what was found.
//
// params:  asked, plan_year
// returns: kind, id, relation, outward, other_kind, other, of
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
  MATCH (n)-[r:FINANCES|ENABLES|SUPPORTS|COUNTS_IN|OWNED_BY|PART_OF|PROMISED_IN|BINDS|FROM|FUNDS|CONTRIBUTES_TO]->(o)
  RETURN r, o, true AS outward
UNION ALL
  MATCH (n)<-[r:FINANCES|ENABLES|SUPPORTS|COUNTS_IN|OWNED_BY|PART_OF|PROMISED_IN|BINDS|FROM|FUNDS|CONTRIBUTES_TO]-(o)
  RETURN r, o, false AS outward
UNION ALL
  MATCH (n)<-[r:DELAYED|CUT]-(o:Outside)
  RETURN r, o, false AS outward
UNION ALL
  MATCH (n:Outside)-[r:DELAYED|CUT]->(o)
  RETURN r, o, true AS outward
}
WITH each, n, r, o, outward
WHERE NOT n:Agency OR ((r.plan_year IS NULL OR r.plan_year = $plan_year) AND (o.plan_year IS NULL OR o.plan_year = $plan_year))
WITH each, n, o, outward, CASE
    WHEN r:FINANCES OR r:ENABLES THEN 'needs'
    WHEN r:SUPPORTS OR r:COUNTS_IN THEN 'supports'
    WHEN r:DELAYED OR r:CUT THEN 'ruled'
    WHEN r:OWNED_BY OR r:PART_OF THEN 'belongs'
    WHEN r:PROMISED_IN OR r:BINDS THEN 'agreement'
    WHEN r:FROM OR r:FUNDS THEN 'money'
    ELSE 'five years' END AS relation, CASE
    WHEN o:Deliverable THEN 'thing' WHEN o:Agency THEN 'agency' WHEN o:Agreement THEN 'agreement'
    WHEN o:BudgetLine THEN 'line' WHEN o:PlanTarget THEN 'promise' ELSE 'outside' END AS other_kind
WITH DISTINCT each, n, relation, outward, other_kind, o
OPTIONAL MATCH (n)-[x:DELAYED]-(o)
WITH each, relation, outward, other_kind, o, coalesce(x.days, 0.0) AS days
ORDER BY days DESC, coalesce(o.delay_days, 0.0) DESC, coalesce(o.shortfall, 0.0) > 0 DESC, coalesce(o.loss, 0.0) DESC, coalesce(o.planned_day, 0), o.id
WITH each, relation, outward, other_kind, collect(o.id) AS found
UNWIND found[..each.most] AS other
RETURN each.kind AS kind, each.id AS id, relation, outward, other_kind, other, size(found) AS of
