// Agreements that nobody signed
MATCH (g:Agreement)-[:BINDS]->(a:Agency)
WHERE g.signed_on IS NULL
RETURN g.id AS agreement, g.plan_year AS year, a.id AS agency, a.name AS name
ORDER BY year, agreement LIMIT 100
