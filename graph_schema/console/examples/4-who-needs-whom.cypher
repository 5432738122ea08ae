// Which agency needs most from which
MATCH (a:Agency)<-[:OWNED_BY]-(d:Deliverable)<-[:FINANCES|ENABLES]-(needed)-[:OWNED_BY]->(b:Agency)
WHERE a <> b
RETURN a.id AS agency, b.id AS needs, count(*) AS times, sum(CASE WHEN needed.delay_days > 0 THEN 1 ELSE 0 END) AS late
ORDER BY times DESC, agency LIMIT 20
