// Every published assessment, without its document.
//
// params:  none
// returns: number, plan_year, as_of, state, published_at, published_by, final_at, final_by, note, rule, version, load, inputs, digest, size
CYPHER 25
MATCH (p:Publication)
RETURN p.number AS number, p.plan_year AS plan_year, p.as_of AS as_of, p.state AS state, p.published_at AS published_at, p.published_by AS published_by, p.final_at AS final_at, p.final_by AS final_by,
  p.note AS note, p.rule AS rule, p.version AS version, p.load AS load, p.inputs AS inputs, p.digest AS digest, p.size AS size
ORDER BY number
