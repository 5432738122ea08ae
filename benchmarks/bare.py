"""The least that writing the rows of a plan can take: UNWIND … CREATE, in one transaction, nothing checked or prepared.

`nodes` makes each row a node and nothing else. `whole_graph` makes the nodes of the product with their unique ids, and
the relations that the rows spell out, one statement a sheet; it takes it for granted that the graph is empty, and has
its constraints.
"""

from collections.abc import Mapping, Sequence
from typing import Any, LiteralString

from benchmarks import statements
from graph_schema.graph import Graph

Rows = Mapping[str, Sequence[Mapping[str, Any]]]
"""The typed cells of each row, by sheet."""

_SHEETS: Mapping[str, LiteralString] = {
    "plan": """CYPHER 25
UNWIND $rows AS row
CREATE (n:PlanYear) SET n = row""",
    "agencies": """CYPHER 25
UNWIND $rows AS row
CREATE (n:Agency) SET n = row""",
    "posts": """CYPHER 25
UNWIND $rows AS row
CREATE (n:Post) SET n = row
WITH n, row MATCH (a:Agency {id: row.agency}) CREATE (n)-[:IN]->(a)""",
    "agreements": """CYPHER 25
UNWIND $rows AS row
CREATE (n:Agreement) SET n = row
WITH n, row MATCH (a:Agency {id: row.agency}) MATCH (y:PlanYear {id: $year}) MATCH (p:Post {id: row.signed_by})
CREATE (n)-[:BINDS]->(a) CREATE (n)-[:IN_YEAR]->(y) CREATE (p)-[:SIGNED]->(n)""",
    "targets": """CYPHER 25
UNWIND $rows AS row
CREATE (n:Deliverable:Target) SET n = row
WITH n, row MATCH (a:Agency {id: row.agency}) MATCH (y:PlanYear {id: $year}) MATCH (g:Agreement {id: row.agreement})
CREATE (n)-[:OWNED_BY]->(a) CREATE (n)-[:IN_YEAR]->(y) CREATE (n)-[:PROMISED_IN]->(g)""",
    "budget_lines": """CYPHER 25
UNWIND $rows AS row
CREATE (n:BudgetLine) SET n = row
WITH n, row MATCH (a:Agency {id: row.agency}) CREATE (n)-[:FUNDS]->(a)""",
    "releases": """CYPHER 25
UNWIND $rows AS row
CREATE (n:Deliverable:Release) SET n = row
WITH n, row MATCH (a:Agency {id: row.released_by}) MATCH (y:PlanYear {id: $year})
MATCH (l:BudgetLine {id: row.budget_line})
CREATE (n)-[:OWNED_BY]->(a) CREATE (n)-[:IN_YEAR]->(y) CREATE (n)-[:FROM]->(l)""",
    "milestones": """CYPHER 25
UNWIND $rows AS row
CREATE (n:Deliverable:Milestone) SET n = row
WITH n, row MATCH (a:Agency {id: row.agency}) MATCH (y:PlanYear {id: $year})
CREATE (n)-[:OWNED_BY]->(a) CREATE (n)-[:IN_YEAR]->(y)""",
    "requirements": """CYPHER 25
UNWIND $rows AS row
MATCH (g:Deliverable {id: row.requires}) MATCH (t:Deliverable {id: row.deliverable})
CREATE (g)-[r:ENABLES]->(t) SET r = row""",
    "payments": """CYPHER 25
UNWIND $rows AS row
CREATE (n:Payment) SET n = row
WITH n, row MATCH (l:BudgetLine {id: row.budget_line}) CREATE (n)-[:PAID]->(l)""",
    "progress": """CYPHER 25
UNWIND $rows AS row
CREATE (n:Progress) SET n = row
WITH n, row MATCH (d:Deliverable {id: row.deliverable}) CREATE (n)-[:REPORTS]->(d)""",
}


def nodes(graph: Graph, rows: Rows) -> None:
    """Write every row as a node without relations."""
    every = [row for sheet in rows.values() for row in sheet]
    with graph.writing() as tx:
        tx.run_batches(statements.NODES, every)


def whole_graph(graph: Graph, rows: Rows, year: str) -> None:
    """Write the rows as nodes with unique ids and the relations between them."""
    with graph.writing() as tx:
        for sheet, statement in _SHEETS.items():
            tx.run_batches(statement, rows.get(sheet, ()), year=year)
