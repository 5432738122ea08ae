// The revisions approved by a day of what a plan year promises, in order: the cell as first promised, who approved it, whether it was timely.
//
// first: the value in the plan sheet, in the kind of its column. line: of a release, its budget line.
//
// params:  plan_year, as_of
// returns: sheet, thing, title, agency, name, external, requires, column, first, value, to, revised_on, revised_day, approved_by, approver, approved_in, reason, timely, timely_until_day, moved_from_day, moved_to_day, measure, sign, line, file, row, load
CYPHER 25
MATCH (:PlanYear {id: $plan_year})<-[:IN_YEAR]-(d:Deliverable)<-[:REVISES]-(r:Revision) WHERE r.revised_on <= $as_of
MATCH (d)-[:OWNED_BY]->(a:Agency)
OPTIONAL MATCH (p:Post)-[:APPROVED]->(r)
OPTIONAL MATCH (p)-[:IN]->(b:Agency)
CALL (d, r) {
  OPTIONAL MATCH (d)<-[q:FINANCES|ENABLES]-(g:Deliverable) WHERE r.sheet = 'requirements' AND g.id = r.requires
  RETURN q
}
RETURN r.sheet AS sheet, d.id AS thing, coalesce(d.title, d.id) AS title, a.id AS agency, coalesce(a.name, a.id) AS name, coalesce(a.external, false) AS external,
  coalesce(r.requires, '') AS requires, r.column AS column, CASE WHEN r.sheet = 'requirements' THEN q[r.column] ELSE d[r.column] END AS first, r.value AS value, r.to AS to,
  r.revised_on AS revised_on, r.revised_day AS revised_day, coalesce(p.id, '') AS approved_by, coalesce(p.title, p.id, '') AS approver, coalesce(b.id, '') AS approved_in, coalesce(r.reason, '') AS reason,
  coalesce(r.timely, false) AS timely, r.timely_until_day AS timely_until_day, r.moved_from_day AS moved_from_day, r.moved_to_day AS moved_to_day, coalesce(d.measure, '') AS measure, coalesce(d.sign, 1) AS sign,
  coalesce(d.budget_line, '') AS line, r.file AS file, r.row AS row, r.load AS load
ORDER BY revised_on, sheet, thing, requires, column
