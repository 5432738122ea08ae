// Who held which post, and when: a row without official is a holder who is not disclosed.
//
// params:  none
// returns: post, official, since, until
CYPHER 25
MATCH (t:Tenure)
RETURN t.post AS post, t.official AS official, t.since AS since, t.until AS until
ORDER BY post, since, official
