// The days by which each requirement delayed what needs it: its lateness, shared by the airport rule down the tree of agencies (attribution.md 3).
//
// What g was lowered by never came: its part of the wait is the first of its lateness, and stays with g, as do the days by which g moved its own date (questions.md 1).
// A requirement stands at the end of the path [root agency, …, owner, '' (the owner itself), its id].
//
// params:  none
CYPHER 25
MATCH (t:Dated)
CALL (t) {
  MATCH (t)<-[r:FINANCES|ENABLES {counts: true}]-(g:Dated) WHERE t.delay_days > 0
  WITH g, r, coalesce(r.came_day, g.finish_day) AS came
  WITH g, r, coll.max([0, coll.min([came + r.lag, t.finish_day]) - r.owed_day]) AS late, coalesce(r.lowered * coll.max([0, t.finish_day - r.lowered_from_day]), 0.0) AS lowered,
    CASE WHEN r.moved > 0 THEN toFloat(r.moved) / (r.moved + coll.max([0, came - g.planned_day])) ELSE 0.0 END AS moved
  WITH g, r, toFloat(coll.max([late, lowered])) AS size, late, moved WHERE size > 0
  WITH {id: g.id, g: g, size: size, lowered: CASE WHEN size > late THEN size - late END, stays: CASE WHEN size > late OR moved > 0 THEN 1 - late / size * (1 - moved) END, path: r.place + ['', g.id]} AS part ORDER BY part.id
  RETURN collect(part) AS parts, coalesce(max(part.size), 0.0) AS most
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
  WITH part, reduce(share = 1.0, fraction IN fractions | share * fraction) AS share ORDER BY part.id
  RETURN collect({id: part.id, g: part.g, late: part.size, lowered: part.lowered, stays: part.stays, share: share}) AS shares
}
WITH t, shares, CASE WHEN t.delay_days < most THEN t.delay_days ELSE most END AS explained
WITH t, t.delay_days - explained AS own, [x IN shares | {id: x.id, g: x.g, late: x.late, lowered: x.lowered, stays: x.stays, days: x.share * explained}] AS flows
CALL (t) { MATCH (t)<-[d:DELAYED]-(g) WITH d, g ORDER BY g.id RETURN collect(d) AS old, collect([g.id, d.days, d.late, coalesce(d.lowered, 0), coalesce(d.stays, 0)]) AS was }
WITH t, own, flows, old, was, was <> [x IN flows | [x.id, x.days, x.late, coalesce(x.lowered, 0), coalesce(x.stays, 0)]] AS changed
WHERE changed OR coalesce(t.own_days <> own, true)
SET t.own_days = own
FOREACH (d IN CASE WHEN changed THEN [d IN old WHERE NOT startNode(d).id IN [x IN flows | x.id]] ELSE [] END | DELETE d)
CALL (t, flows, changed) {
  WITH t, flows WHERE changed
  UNWIND flows AS flow
  WITH t, flow, flow.g AS g
  MERGE (g)-[d:DELAYED]->(t)
  SET d.days = flow.days, d.late = flow.late, d.lowered = flow.lowered, d.stays = flow.stays
}
