"""The alternative to assessing in the graph: export, the rule in plain Python, write everything back."""

from collections import defaultdict
from datetime import date

from benchmarks import statements
from benchmarks.points import assessed
from benchmarks.rule import Found, Plan, Thing
from graph_schema.days import EPOCH
from graph_schema.graph import Graph


def assess(graph: Graph, as_of: date) -> None:
    """Make the numbers of a day as the product's assessment does, by way of this process's memory."""
    _write(graph, assessed(exported(graph), (as_of - EPOCH).days))


def exported(graph: Graph) -> Plan:
    """Everything that the rule needs; six round trips."""
    needs, reports = _grouped(graph.rows(statements.NEEDS), "t"), _grouped(graph.rows(statements.REPORTS), "thing")
    covers, counts = _grouped(graph.rows(statements.COVERS), "thing"), _grouped(graph.rows(statements.COUNTS), "thing")
    below = _grouped(graph.rows(statements.SUPPORTS), "thing")
    return Plan(
        {row["id"]: row for row in graph.rows(statements.THINGS)},
        needs,
        reports,
        {each: [(row["day"], row["amount"]) for row in rows] for each, rows in covers.items()},
        {each: [(row["by"], row["share"]) for row in rows] for each, rows in below.items()},
        {each: [row["release"] for row in rows] for each, rows in counts.items()},
    )


def _grouped(rows: list[Thing], by: str) -> dict[str, list[Thing]]:
    groups: defaultdict[str, list[Thing]] = defaultdict(list)
    for row in rows:
        groups[row[by]].append(row)
    return groups


def _write(graph: Graph, found: Found) -> None:
    with graph.writing() as tx:
        tx.run(statements.FORGET)
        tx.run(statements.VALUES, rows=[{"id": each, "values": values} for each, values in found.values.items()])
        tx.run(statements.DELAYED, rows=found.delayed)
        tx.run(statements.CUT, rows=found.cut)
        tx.run(statements.CHARGED, rows=found.charged)
