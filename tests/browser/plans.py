"""Plans that browser tests look at, loaded into the run's graph."""

import csv
from collections.abc import Callable, Mapping
from datetime import date
from importlib.resources import files
from pathlib import Path

from graph_schema.assess import assess
from graph_schema.graph import Graph
from loaders.load import load

VECTORS = Path(__file__).parents[1] / "vectors"
SAMPLE = Path(str(files("loaders") / "sample" / "plans"))
SAMPLE_DAY = date(2028, 3, 31)
ROAD_DAY = date(2027, 6, 30)

_EMPTY = """CYPHER 25
MATCH (n)
CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 20000 ROWS"""


def empty(graph: Graph) -> None:
    """Take everything out of the run's graph."""
    graph.write_alone(_EMPTY)


def fill(graph: Graph, folder: Path, as_of: date | None) -> None:
    """Make the run's graph hold one plan alone, assessed for a day (none: not assessed)."""
    empty(graph)
    outcome = load(graph, [folder])
    assert not [p for p in outcome.problems if p.severity != "warning"], outcome.problems
    if as_of:
        assess(graph, as_of)


def changed(folder: Path, into: Path, cell: Callable[[str, str, str], str]) -> Path:
    """A copy of a plan folder with every cell passed through `cell(sheet, column, text)`."""
    into.mkdir(parents=True)
    for sheet in sorted(folder.glob("*.csv")):
        with sheet.open(encoding="utf-8", newline="") as source:
            rows: list[Mapping[str, str]] = list(csv.DictReader(source))
        with (into / sheet.name).open("w", encoding="utf-8", newline="") as target:
            writer = csv.DictWriter(target, rows[0].keys())
            writer.writeheader()
            writer.writerows({c: cell(sheet.stem, c, text) for c, text in row.items()} for row in rows)
    return into
