"""The product's own numbers for a plan folder, for tests to hold to the answer files and the reference."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from graph_schema.answers.report import report
from graph_schema.assess import assess
from graph_schema.graph import Graph
from loaders.load import load

VECTORS = Path(__file__).parent / "vectors"

_EMPTY = "CYPHER 25 MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 20000 ROWS"


def worked_cases() -> list[Path]:
    """The folders of worked cases with answer files."""
    return [folder for folder in sorted(VECTORS.iterdir()) if (folder / "expected").is_dir()]


def loaded(graph: Graph, folder: Path) -> None:
    """The plan of the folder, and nothing else, in the graph."""
    graph.write_alone(_EMPTY)
    outcome = load(graph, [folder])
    assert not outcome.refused, [str(problem) for problem in outcome.problems if problem.severity == "problem"]


def reports(graph: Graph, as_of: str, plan_years: tuple[str, ...]) -> dict[str, dict[str, Any]]:
    """The report of each plan year as of a day."""
    assess(graph, date.fromisoformat(as_of))
    return {year: report(graph, year) for year in plan_years}


def differences(expected: Any, found: Any, where: str = "") -> Iterator[str]:
    """Every place in which two reports differ by more than 1e-9, as sentences."""
    if isinstance(expected, dict) and isinstance(found, dict):
        for key in sorted(expected.keys() | found.keys()):
            if key not in expected or key not in found:
                yield f"{where}/{key}: expected {expected.get(key, 'nothing')}, found {found.get(key, 'nothing')}"
            else:
                yield from differences(expected[key], found[key], f"{where}/{key}")
    elif isinstance(expected, float) and isinstance(found, int | float):
        if abs(expected - found) > 1e-9 * max(1.0, abs(expected)):
            yield f"{where}: expected {expected}, found {found}"
    elif expected != found:
        yield f"{where}: expected {expected}, found {found}"
