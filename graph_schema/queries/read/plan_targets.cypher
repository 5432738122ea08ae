// What a five-year plan promises, with the budget lines of its money: those with a release that a contributing target requires.
//
// A sector is its own, or that of its agency in the latest plan year that lists it.
//
// params:  five_year_plan
// returns: id, title, agency, name, external, sector, unit, baseline, target, due, lines
CYPHER 25
MATCH (:FiveYearPlan {id: $five_year_plan})<-[:WITHIN]-(p:PlanTarget)-[:OWNED_BY]->(a:Agency)
CALL (a) {
  OPTIONAL MATCH (a)-[s:STANDS_IN]->(y:PlanYear)
  RETURN s.sector AS inherited ORDER BY y.starts DESC LIMIT 1
}
CALL (p) {
  MATCH (p)<-[:CONTRIBUTES_TO]-(:Target)<-[:FINANCES]-(:Release)-[:FROM]->(l:BudgetLine)
  WITH DISTINCT l.id AS line ORDER BY line
  RETURN collect(line) AS lines
}
RETURN p.id AS id, coalesce(p.title, p.id) AS title, a.id AS agency, coalesce(a.name, a.id) AS name, coalesce(a.external, false) AS external,
  coalesce(p.sector, inherited, '') AS sector, coalesce(p.unit, '') AS unit, p.baseline AS baseline, p.target AS target, p.due AS due, lines
ORDER BY id
