// Forgets the assessment against the first promise: it is the one in force.
//
// params:  none
CYPHER 25
CALL () { MATCH ()-[old:CHARGED_FIRST]->() DELETE old }
MATCH (d:Deliverable) WHERE d.first_due IS NOT NULL
SET d.first_raw = null, d.first_loss = null, d.first_due = null, d.first_weight = null, d.first_delay_days = null, d.first_finish_day = null
