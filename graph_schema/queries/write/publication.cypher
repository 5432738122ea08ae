// A published assessment with its document, numbered from 1; whoever makes it final at once is named.
//
// params:  record, content, by (none: it is provisional)
// returns: number, plan_year, as_of, state, published_at, published_by, final_at, final_by, note, rule, version, load, inputs, digest, size
CYPHER 25
MATCH (g:Graph)
SET g.publications = coalesce(g.publications, 0) + 1
CREATE (p:Publication)-[:KEPT_AS]->(:Document {content: $content})
SET p = $record, p.number = g.publications, p.published_at = datetime()
FOREACH (_ IN CASE WHEN $by IS NOT NULL THEN [1] END | SET p.final_at = p.published_at, p.final_by = $by)
RETURN p.number AS number, p.plan_year AS plan_year, p.as_of AS as_of, p.state AS state, p.published_at AS published_at, p.published_by AS published_by, p.final_at AS final_at, p.final_by AS final_by,
  p.note AS note, p.rule AS rule, p.version AS version, p.load AS load, p.inputs AS inputs, p.digest AS digest, p.size AS size
