// The record of a load.
//
// params:  record
CYPHER 25
CREATE (l:Load)
SET l = $record, l.loaded_at = datetime()
