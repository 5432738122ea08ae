// Progress reports, with what they are about.
//
// params:  rows, load, epoch
CYPHER 25
UNWIND $rows AS row
MERGE (p:Progress {key: row.key})
SET p += row.values, p.file = row.file, p.row = row.row, p.load = $load,
    p.as_of_day = duration.inDays($epoch, p.as_of).days,
    p.reported_day = duration.inDays($epoch, coalesce(p.reported_on, p.as_of)).days,
    p.started_day = duration.inDays($epoch, p.started_on).days,
    p.finished_day = duration.inDays($epoch, p.finished_on).days,
    p.forecast_day = duration.inDays($epoch, p.forecast_finish).days
WITH p
MATCH (d:Deliverable {id: p.deliverable})
MERGE (p)-[:REPORTS]->(d)
