// The plan in force by the day: beside each thing that was revised in time its columns with their latest values; the first days and amounts are kept on the thing itself (questions.md 1).
//
// params:  today
CYPHER 25
MATCH (r:Revision {timely: true})-[:REVISES]->(d:Deliverable) WHERE r.revised_day <= $today
WITH DISTINCT d
SET d:Revised, d.first_planned_day = d.planned_day, d.first_start_day = CASE WHEN d.planned_start IS NOT NULL THEN d.start_day END, d.first_whole = d.whole, d.first_agency = d.agency
CREATE (v:InForce)-[:STANDS_FOR]->(d)
SET v = d {.agency, .post, .released_by, .planned_on, .amount, .planned_start, .planned_finish, .weight, .target, .excellent, .very_good, .good, .fair, .poor}
WITH d, v
MATCH (d)<-[:REVISES]-(r:Revision {timely: true}) WHERE r.revised_day <= $today AND r.sheet <> 'requirements'
WITH v, r ORDER BY r.revised_day
WITH v, r.column AS column, collect(r) AS revisions
SET v[CASE column WHEN 'released_by' THEN 'agency' ELSE column END] = revisions[-1].to
