// The requirements in force by the day, beside those that were revised in time.
//
// params:  today
CYPHER 25
MATCH (r:Revision {timely: true, sheet: 'requirements'})-[:REVISES]->(t:Deliverable) WHERE r.revised_day <= $today
WITH t, r ORDER BY r.revised_day
WITH t, r.requires AS id, r.column AS column, collect(r) AS revisions
MATCH (t)<-[first:FINANCES|ENABLES]-(g:Deliverable {id: id})
MERGE (g)-[now:REQUIRED_NOW]->(t)
  ON CREATE SET now = first {.needed_by, .lag_days}
SET now[column] = revisions[-1].to
