// Deliverables whose latest reported status, known on a day (none: the latest of all), is one of some, with the post that answers for each (the one assigned, else the one that heads the owner) and who held it then: a row for each holder.
//
// params:  statuses, plan_year (none: all), as_of (none: the latest report)
// returns: id, title, kind, measure, agency, name, external, plan_year, status, reported, note, post, post_title, by_head, held, official, official_name, file, row, load
CYPHER 25
MATCH (said:Progress) WHERE said.status IN $statuses AND ($as_of IS NULL OR said.as_of <= $as_of)
MATCH (said)-[:REPORTS]->(d:Deliverable) WHERE $plan_year IS NULL OR d.plan_year = $plan_year
WITH DISTINCT d
CALL (d) {
  MATCH (d)<-[:REPORTS]-(p:Progress) WHERE p.status IS NOT NULL AND ($as_of IS NULL OR p.as_of <= $as_of)
  RETURN p ORDER BY p.as_of DESC, coalesce(p.source = 'verified', false) DESC, p.reported_day DESC LIMIT 1
}
WITH d, p WHERE p.status IN $statuses
MATCH (d)-[:OWNED_BY]->(a:Agency)
OPTIONAL MATCH (d)-[:ASSIGNED_TO]->(own:Post)
CALL (a) {
  OPTIONAL MATCH (a)<-[:IN]-(h:Post {heads: true})
  RETURN h ORDER BY h.id LIMIT 1
}
WITH d, p, a, coalesce(own, h) AS post, own IS NULL AND h IS NOT NULL AS by_head
CALL (post, p) {
  OPTIONAL MATCH (post)<-[:OF]-(t:Tenure)
    WHERE coalesce(t.since <= coalesce($as_of, p.as_of), true) AND coalesce(t.until >= coalesce($as_of, p.as_of), true)
  OPTIONAL MATCH (t)<-[:HOLDS]-(o:Official)
  RETURN t, o
}
RETURN d.id AS id, coalesce(d.title, d.id) AS title, CASE WHEN d:Target THEN 'target' WHEN d:Release THEN 'release' ELSE 'milestone' END AS kind, d.measure AS measure,
  a.id AS agency, a.name AS name, a.external AS external, d.plan_year AS plan_year, p.status AS status, p.as_of AS reported, p.note AS note,
  post.id AS post, post.title AS post_title, by_head, t IS NOT NULL AS held, o.id AS official, o.name AS official_name, p.file AS file, p.row AS row, p.load AS load
ORDER BY id, t.since, official_name, official
