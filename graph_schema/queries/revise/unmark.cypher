// The things that were revised are as first promised again.
//
// params:  none
CYPHER 25
MATCH (d:Revised)
REMOVE d:Revised
SET d.first_planned_day = null, d.first_start_day = null, d.first_whole = null, d.first_agency = null
