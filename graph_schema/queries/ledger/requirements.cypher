// The rows of the sheet requirements, as the graph holds them.
//
// params:  none
// returns: plan_year, values, file, row, load
CYPHER 25
MATCH (t:Deliverable)<-[r:FINANCES|ENABLES]-(g:Deliverable)
RETURN r.plan_year AS plan_year, r {.needed_by, .lag_days, .agreed_on, .if_not_met, deliverable: t.id, requires: g.id} AS values, r.file AS file, r.row AS row, r.load AS load
