// The units that each requirement cut from a quantity target: what came too late to be used, shared by the airport rule down the tree of agencies (attribution.md 4).
//
// All the money is one requirement, at the lowest agency that its releases have in common.
//
// params:  none
CYPHER 25
MATCH (t:Dated&Target {measure: 'quantity'})
CALL (t) {
  MATCH (t)<-[r:FINANCES|ENABLES {counts: true}]-(g:Dated) WHERE t.shortfall > 0
  // the arrivals as parts of what is owed to t until it is full, what g was lowered by, which never comes, and the rest on the day of finish
  WITH r, g, t.planned_day - r.need_day AS window, CASE WHEN r.promised_for IS NULL THEN coalesce(g.came, []) ELSE
      reduce(parts = [], x IN g.came | parts + coll.min([x * coalesce(g.promised, g.whole) / r.promised_for, 1 - reduce(sum = 0.0, y IN parts | sum + y)])) END AS came
  UNWIND range(0, size(came)) AS k
  WITH r, g, window, CASE WHEN k < size(came) THEN came[k] ELSE 1 - coalesce(r.lowered, 0.0) - reduce(sum = 0.0, x IN came | sum + x) END AS part,
    CASE WHEN k < size(came) THEN g.came_on[k] ELSE coalesce(r.came_day, g.finish_day) END + r.lag AS usable
  WITH r, g, window, part, CASE WHEN usable < t.planned_day THEN usable ELSE t.planned_day END - r.owed_day AS late
  WITH r, g, 1 - sum(part * CASE WHEN late <= 0 OR window <= 0 THEN 1.0 WHEN late >= window THEN 0.0 ELSE 1 - toFloat(late) / window END) AS k ORDER BY g.id
  WITH r, g, k, CASE WHEN r.moved > 0 THEN toFloat(r.moved) / (r.moved + coll.max([0, coalesce(r.came_day, g.finish_day) - g.planned_day])) ELSE 0.0 END AS moved
  WITH collect({id: g.id, g: g, place: r.place, lost: CASE WHEN k > 1e-9 THEN k ELSE 0.0 END, amount: CASE WHEN g:Release THEN coalesce(r.promised_for, g.promised) END,
    stays: CASE WHEN k > 1e-9 AND (r.lowered > 0 OR moved > 0) THEN 1 - (1 - coalesce(r.lowered, 0.0) / k) * (1 - moved) END}) AS needs
  WITH needs, [x IN needs WHERE x.amount IS NOT NULL] AS money
  WITH needs, money, reduce(sum = 0.0, x IN money | sum + x.amount * x.lost) AS lost, reduce(sum = 0.0, x IN money | sum + x.amount) AS amount,
    reduce(common = money[0].place, x IN money | [k IN range(0, size(common) - 1) WHERE common[..k + 1] = x.place[..k + 1] | common[k]]) AS common
  WITH [x IN needs WHERE x.amount IS NULL AND x.lost > 0 | {size: x.lost * t.whole, path: x.place + ['', x.id], split: [{id: x.id, g: x.g, of: 1.0, lost: x.lost * t.whole, stays: x.stays}]}]
    + CASE WHEN lost > 0 THEN [{size: t.whole * lost / amount, path: common + ['', ' money'],
        split: [x IN money WHERE x.lost > 0 | {id: x.id, g: x.g, of: x.amount * x.lost / lost, lost: t.whole * x.amount * x.lost / amount, stays: x.stays}]}] ELSE [] END AS parts
  RETURN parts, reduce(most = 0.0, x IN parts | CASE WHEN x.size > most THEN x.size ELSE most END) AS most
}
CALL (parts) {
  // size of each part of each level: the largest within it; then the airport shares of one level, each as a fraction of the largest
  UNWIND parts AS part
  UNWIND range(0, size(part.path) - 1) AS depth
  WITH part.path[..depth] AS above, part.path[depth] AS name, max(part.size) AS size ORDER BY size, name
  WITH above, collect(name) AS names, collect(size) AS sizes
  WITH above, names, sizes, reduce(sums = [0.0], k IN range(0, size(sizes) - 1) | sums + (sums[-1] + (sizes[k] - CASE k WHEN 0 THEN 0.0 ELSE sizes[k - 1] END) / (size(sizes) - k))) AS sums
  UNWIND range(0, size(names) - 1) AS k
  WITH above + names[k] AS place, sums[k + 1] / sizes[-1] AS fraction ORDER BY size(above)
  // what a single requirement answers for: the product of the fractions down its path
  UNWIND [part IN parts WHERE part.path[..size(place)] = place] AS part
  WITH part, collect(fraction) AS fractions
  WITH part, reduce(share = 1.0, fraction IN fractions | share * fraction) AS share
  UNWIND part.split AS x
  WITH x, share * x.of AS share ORDER BY x.id
  RETURN collect({id: x.id, g: x.g, lost: x.lost, stays: x.stays, share: share}) AS shares
}
WITH t, shares, CASE WHEN t.shortfall < most + 1e-9 * t.whole THEN t.shortfall ELSE most END AS explained
WITH t, t.shortfall - explained AS own, [x IN shares | {id: x.id, g: x.g, lost: x.lost, stays: x.stays, units: x.share * explained}] AS flows
CALL (t) { MATCH (t)<-[c:CUT]-(g) WITH c, g ORDER BY g.id RETURN collect(c) AS old, collect([g.id, c.units, c.lost, coalesce(c.stays, 0)]) AS was }
WITH t, own, flows, old, was <> [x IN flows | [x.id, x.units, x.lost, coalesce(x.stays, 0)]] AS changed
WHERE changed OR coalesce(t.own_units <> own, true)
SET t.own_units = own
FOREACH (c IN CASE WHEN changed THEN [c IN old WHERE NOT startNode(c).id IN [x IN flows | x.id]] ELSE [] END | DELETE c)
CALL (t, flows, changed) {
  WITH t, flows WHERE changed
  UNWIND flows AS flow
  WITH t, flow, flow.g AS g
  MERGE (g)-[c:CUT]->(t)
  SET c.units = flow.units, c.lost = flow.lost, c.stays = flow.stays
}
