// The relations among the given things of a plan, agencies, agreements, budget lines, five-year targets and causes outside.
//
// asked: [{kind, id}]. relation: 'needs', 'supports' (also: counts in), 'ruled', 'belongs', 'agreement', 'money' or 'five years'; days and units: what a delay or a shortfall travelled by it.
//
// params:  asked, plan_year
// returns: kind, id, relation, other_kind, other, days, units, counts, share
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
WITH collect({node: n, kind: each.kind}) AS found
WITH found, [x IN found | x.node] AS nodes
UNWIND found AS x
WITH x.node AS n, x.kind AS kind, nodes, found
MATCH (n)-[r:FINANCES|ENABLES|SUPPORTS|COUNTS_IN|DELAYED|CUT|OWNED_BY|PART_OF|PROMISED_IN|BINDS|FROM|FUNDS|CONTRIBUTES_TO]->(m)
WHERE m IN nodes AND (NOT r:PART_OF OR r.plan_year = $plan_year)
WITH n, kind, m, collect(r) AS relations
WITH n, kind, m, relations, [r IN relations WHERE NOT r:DELAYED AND NOT r:CUT][0] AS promise
RETURN kind, n.id AS id, CASE
    WHEN promise IS NULL THEN 'ruled'
    WHEN promise:FINANCES OR promise:ENABLES THEN 'needs'
    WHEN promise:SUPPORTS OR promise:COUNTS_IN THEN 'supports'
    WHEN promise:OWNED_BY OR promise:PART_OF THEN 'belongs'
    WHEN promise:PROMISED_IN OR promise:BINDS THEN 'agreement'
    WHEN promise:FROM OR promise:FUNDS THEN 'money'
    ELSE 'five years' END AS relation, CASE
    WHEN m:Deliverable THEN 'thing' WHEN m:Agency THEN 'agency' WHEN m:Agreement THEN 'agreement'
    WHEN m:BudgetLine THEN 'line' WHEN m:PlanTarget THEN 'promise' ELSE 'outside' END AS other_kind, m.id AS other,
  reduce(s = 0.0, r IN relations | s + CASE WHEN r:DELAYED THEN coalesce(r.days, 0.0) ELSE 0.0 END) AS days,
  reduce(s = 0.0, r IN relations | s + CASE WHEN r:CUT THEN coalesce(r.units, 0.0) ELSE 0.0 END) AS units,
  coalesce(promise.counts, true) AS counts, coalesce(promise.share, 0.0) AS share
ORDER BY id, other
