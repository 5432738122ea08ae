"""Loads: what was loaded when, what each changed, and what was wrong with the one that was refused last."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from graph_schema.answers.status import status
from graph_schema.answers.tables import Status
from graph_schema.graph import Readable
from graph_schema.refusals import Refused, last

LOADS = 50
"""Loads of an answer, unless more are asked for."""


@dataclass(frozen=True, slots=True)
class SheetChange:
    """Rows of a sheet that a load added, changed and removed."""

    sheet: str
    added: int
    changed: int
    removed: int


@dataclass(frozen=True, slots=True)
class Correction:
    """A cell that a load changed in what was promised, or a row that it removed (`column` '').

    Empty cells are ''.  `thing`: the row's key; `plan_year`: '' where it has none.
    """

    sheet: str
    thing: str
    plan_year: str
    column: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class LoadRow:
    """One load: when, by whom, which files, how many rows it changed, in all and by sheet.

    `corrections`: of targets, requirements, releases, milestones and tenures alone.
    """

    number: int
    at: datetime
    by: str
    version: str
    files: tuple[str, ...]
    added: int
    changed: int
    removed: int
    sheets: tuple[SheetChange, ...]
    corrections: tuple[Correction, ...]


@dataclass(frozen=True, slots=True)
class Loads:
    """The latest loads, of all `of`; and the load that was refused last.

    `after`: the number of the latest load where it came after that refusal, else 0.  `text` says it in words.
    """

    rows: tuple[LoadRow, ...]
    of: int
    refused: Refused | None
    after: int
    text: str
    status: Status


@dataclass(frozen=True, slots=True)
class _Load:
    number: int
    loaded_at: datetime
    loaded_by: str
    version: str
    sources: list[str]
    added: int
    changed: int
    removed: int
    summary: str
    corrections: list[str]
    of: int


def loads(graph: Readable, home: Path, limit: int = LOADS) -> Loads:
    """Answer from the graph and from what is kept below `home`; two round trips. Needs no assessment."""
    known_by = status(graph)
    found = graph.read("read/loads", _Load, limit=limit)
    rows = tuple(map(_row, found))
    refused = last(home)
    after = rows[0].number if rows and refused and rows[0].at >= refused.at else 0
    return Loads(rows, found[0].of if found else 0, refused, after, _text(rows, refused, after, known_by), known_by)


def _row(load: _Load) -> LoadRow:
    summary: dict[str, dict[str, int]] = json.loads(load.summary)
    changes = (
        SheetChange(sheet, *(counts.get(n, 0) for n in ("added", "changed", "removed")))
        for sheet, counts in summary.items()
    )
    return LoadRow(
        number=load.number,
        at=load.loaded_at,
        by=load.loaded_by,
        version=load.version,
        files=tuple(load.sources),
        added=load.added,
        changed=load.changed,
        removed=load.removed,
        sheets=tuple(each for each in changes if each.added or each.changed or each.removed),
        corrections=tuple(_correction(json.loads(text)) for text in load.corrections),
    )


def _correction(record: dict[str, Any]) -> Correction:
    key: Sequence[str] = record["key"]
    return Correction(
        record["sheet"], " → ".join(key), record["plan_year"] or "", record["column"], record["was"], record["now"]
    )


def _text(rows: Sequence[LoadRow], refused: Refused | None, after: int, known_by: Status) -> str:
    if refused and not after:
        count = sum(problem.severity == "problem" for problem in refused.problems)
        what = "1 problem" if count == 1 else f"{count:,} problems"
        before = "the graph is as it was" if rows else "nothing is loaded yet"
        return f"The last load was refused: {what}, and {before}."
    if not rows:
        return "Nothing is loaded yet."
    if known_by.as_of is None:
        return f"Load {rows[0].number} is in the graph, and not assessed yet."
    if known_by.stale:
        return f"Load {rows[0].number} came after the assessment: assess it to bring the numbers up to date."
    return f"Load {rows[0].number} is assessed: the numbers are up to date."
