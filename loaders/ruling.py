"""Disputes by command: raised, answered, ruled and withdrawn, each a load of one row, held to what the sheet is."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace

from graph_schema.errors import UsageError
from graph_schema.graph import Graph
from loaders.columns import text_of
from loaders.disputed import COMMAND
from loaders.load import Outcome, load_rows
from loaders.plan import Row, State, Value
from loaders.problems import nearest
from loaders.read.grid import Grid
from loaders.read.reading import Reading, SourceFile, Tables
from loaders.read.table import read_table
from loaders.sheets import SHEETS

Cells = Mapping[str, Value | None]
"""What a command says of a dispute, by column of the sheet; None where it says nothing."""

_SHEET = SHEETS["disputes"]
_OPEN = ("raised", "answered")
_REMEDIES = {
    "ruled": "It stays; a mistake is corrected in the sheet disputes.",
    "withdrawn": "Raise another: accountability disputes add",
}


class UnknownDisputeError(UsageError):
    """No dispute has this id."""

    def __init__(self, asked: str, near: str) -> None:
        remedy = f"Did you mean {near!r}?" if near else "List them: accountability disputes"
        super().__init__(f"No dispute has the id {asked!r}.", remedy)


class DisputeStandsError(UsageError):
    """The dispute is further than the command would take it, or there is one of this id already."""

    def __init__(self, dispute: str, state: str, remedy: str) -> None:
        super().__init__(f"The dispute {dispute!r} is {state}.", remedy)


def add(graph: Graph, dispute: str, cells: Cells) -> Outcome:
    """Raise a dispute. Raises DisputeStandsError where there is one of this id, and the errors of `load`."""

    def read(present: State) -> Reading:
        old = present.get("disputes", {}).get((dispute,))
        if old:
            raise DisputeStandsError(
                dispute, f"there already: {old.values['state']}", "Give this one an id of its own."
            )
        return _reading("add", {**_said(cells), "id": dispute, "state": "raised"})

    return load_rows(graph, read)


def take_further(graph: Graph, dispute: str, state: str, cells: Cells) -> Outcome:
    """Answer ('answered'), rule on ('ruled') or withdraw ('withdrawn') a dispute; what is not said stays.

    Raises UnknownDisputeError, DisputeStandsError where it is ruled or withdrawn, and the errors of `load`.
    """
    verb = {"answered": "answer", "ruled": "rule", "withdrawn": "withdraw"}[state]

    def read(present: State) -> Reading:
        old = _found(present, dispute)
        stands = str(old.values["state"])
        if stands not in _OPEN:
            remedy = (
                "It stays; a mistake is corrected in the sheet disputes." if stands == "ruled" else "Raise another."
            )
            raise DisputeStandsError(dispute, stands, remedy)
        before = {name: text_of(value) for name, value in old.values.items()}
        return _reading(verb, {**before, **_said(cells), "state": state})

    return load_rows(graph, read)


def _found(present: State, dispute: str) -> Row:
    known = present.get("disputes", {})
    if (dispute,) not in known:
        raise UnknownDisputeError(dispute, nearest(dispute, (key[0] for key in known)))
    return known[dispute,]


def _said(cells: Cells) -> dict[str, str]:
    return {name: text_of(value) for name, value in cells.items() if value is not None}


def _reading(verb: str, cells: Mapping[str, str]) -> Reading:
    """The one row, read as it would be from a sheet."""
    name = f"{COMMAND} {verb}"
    columns = [column.name for column in _SHEET.columns]
    written = [cells.get(column, "") for column in columns]
    grid = Grid(name, _SHEET.name, lambda _: iter(((1, columns), (2, written))), most_rows=2)
    table = read_table(grid, _SHEET, "")
    digest = hashlib.sha256(json.dumps(dict(cells), sort_keys=True).encode("ascii")).hexdigest()
    rows = {"disputes": tuple(replace(row, row=0) for row in table.rows)}
    broken = frozenset({"disputes"} if table.broken else ())
    problems = tuple(replace(each, row=0) for each in table.problems)
    return Reading((Tables("", rows, broken),), problems, (SourceFile(name, digest),))
