// What loads changed of rows that were there before, without a revision: one text of JSON for each cell or removed row, as loaders/corrections.py writes it.
//
// params:  none
// returns: number, loaded_at, loaded_by, corrections
CYPHER 25
MATCH (l:Load) WHERE size(l.corrections) > 0
RETURN l.number AS number, l.loaded_at AS loaded_at, l.loaded_by AS loaded_by, l.corrections AS corrections
ORDER BY number
