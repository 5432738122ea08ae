// Money spent to date, with its budget line.
//
// params:  rows
CYPHER 25
UNWIND $rows AS row
MERGE (s:Spending {key: row.key})
SET s += row
WITH s, row
MATCH (l:BudgetLine {id: row.budget_line})
MERGE (s)-[:SPENT_FROM]->(l)
