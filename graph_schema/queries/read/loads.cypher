// The loads that the graph has taken, the latest first; of: how many there are.
//
// params:  limit
// returns: number, loaded_at, loaded_by, version, sources, added, changed, removed, summary, corrections, of
CYPHER 25
MATCH (l:Load) WHERE l.number > 0
WITH l ORDER BY l.number DESC LIMIT $limit
RETURN l.number AS number, l.loaded_at AS loaded_at, l.loaded_by AS loaded_by, l.version AS version, l.sources AS sources, l.added AS added, l.changed AS changed, l.removed AS removed,
  l.summary AS summary, coalesce(l.corrections, []) AS corrections, COUNT { (:Load) } AS of
ORDER BY number DESC
