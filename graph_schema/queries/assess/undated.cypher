// Undated milestones and targets whose direction nobody knows are never due.
//
// params:  none
CYPHER 25
MATCH (d:Deliverable) WHERE NOT d:Dated AND NOT d:Cascade AND coalesce(d.measure, '') <> 'releases'
WITH d WHERE coalesce(d.due, true)
SET d.due = false
