"""The rows of the plan sheets, as the graph keeps them: read back as written, and written by sheet.

A row travels as `SheetRow`; `loaders` turns it into its own `Row` and back. One sheet is one statement
(in batches), so the number of statements never grows with the graph.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from graph_schema.days import EPOCH
from graph_schema.graph import Readable, Transaction

SHEETS = (
    "five_year_plans", "plan", "agencies", "posts", "officials", "tenures", "agreements", "plan_targets", "targets",
    "budget_lines", "releases", "milestones", "requirements", "payments", "progress",
    "results", "trajectory", "spending", "revisions", "disputes",
)  # fmt: skip
"""In the order of writing: what a row names is there before it."""

_LONGEST_KEY = 2000
"""Bytes; an index of Neo4j takes 8,167."""

_OF_A_YEAR = frozenset({"agreements", "targets", "budget_lines", "releases", "milestones", "results", "trajectory"})
_KEYED = frozenset({"tenures", "payments", "progress", "results", "trajectory", "spending", "revisions"})
"""Sheets whose rows have no id of their own: their nodes keep the key."""

_DAYS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "payments": (("paid_day", "paid_on"),),
    "progress": (
        ("as_of_day", "as_of"),
        ("reported_day", "reported_on"),
        ("started_day", "started_on"),
        ("finished_day", "finished_on"),
        ("forecast_day", "forecast_finish"),
    ),
    "revisions": (("revised_day", "revised_on"),),
    "disputes": (("ruled_day", "ruled_on"),),
}
"""The days that are kept as day numbers too: property, column."""

_REMOVED = {"targets": "deliverables", "releases": "deliverables", "milestones": "deliverables"}


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row of a sheet: its cells by column, None where empty, and its place.

    On the way in, a row that replaces another holds every column; a new one need not hold the empty ones.

    `key` is what makes it itself within its sheet; rows read back have none.
    """

    plan_year: str
    values: Mapping[str, Any]
    file: str
    row: int
    load: int = 0
    key: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is judged of the revision with this key (`joined`): all None where nothing was judged yet.

    `moved_from_day`, `moved_to_day`: where it moved the planned day of its thing. `to`: its value, typed.
    `timely_until_day`: the last day on which it could have been timely.
    """

    key: str
    timely: bool | None
    moved_from_day: int | None
    moved_to_day: int | None
    to: str | float | date | None
    timely_until_day: int | None


def rows_of(graph: Readable, sheet: str) -> list[SheetRow]:
    """Every row of the sheet that the graph holds, in no order."""
    return graph.read(f"ledger/{sheet}", SheetRow)


def inputs_digest(graph: Readable) -> str:
    """SHA-256 of every cell of every row that the graph holds, whatever files they came from; a round trip a sheet."""
    found = hashlib.sha256()
    for sheet in SHEETS:
        rows = (
            (row.plan_year, {k: v for k, v in row.values.items() if v is not None}) for row in rows_of(graph, sheet)
        )
        for line in (sheet, *sorted(json.dumps(row, sort_keys=True, default=str) for row in rows)):
            found.update(line.encode("ascii") + b"\n")
    return found.hexdigest()


def write(tx: Transaction, sheet: str, rows: Sequence[SheetRow], load: int) -> None:
    """Add or replace rows of one sheet."""
    tx.run_batches(f"write/{sheet}", [_sent(sheet, row, load) for row in rows])
    if sheet == "targets":
        tx.run_batches("write/supports", [sent for row in rows if (sent := _supports(row))])


def judge(tx: Transaction, judgements: Sequence[Judgement]) -> int:
    """Keep what is judged of revisions, and say of how many it is new; what the graph holds already stays untouched."""
    known = {each.key: each for each in tx.read("ledger/judgements", Judgement)}
    other = [each for each in judgements if known.get(each.key) != each]
    tx.run_batches("write/judgements", [asdict(each) for each in other])
    return len(other)


def day_number(day: date | None) -> int | None:
    """A day as the graph reckons with it; None where there is none."""
    return None if day is None else (day - EPOCH).days


def remove(tx: Transaction, sheet: str, keys: Sequence[tuple[str, ...]]) -> None:
    """Remove rows of one sheet by key. A deliverable goes with its requirements."""
    if sheet == "requirements":
        tx.run_batches("write/remove_requirements", [{"deliverable": t, "requires": g} for t, g in keys])
    else:
        tx.run_batches(f"write/remove_{_REMOVED.get(sheet, sheet)}", [{"key": joined(key)} for key in keys])


def joined(key: tuple[str, ...]) -> str:
    """A key of several cells as the one text that the graph keeps; a key of one cell is that cell.

    Cells that no index could hold (a reference may be a text of any length) are kept as their SHA-256.
    """
    text = "\x1f".join(key)
    data = text.encode()
    return text if len(data) <= _LONGEST_KEY else hashlib.sha256(data).hexdigest()


def _sent(sheet: str, row: SheetRow, load: int) -> dict[str, Any]:
    """What the sheet's statement takes of a row: flat, as few words as can be, since the driver packs each of them.

    Where the node is another than the row's own, or it is a relationship, `values` are set on that.
    """
    cells = {**row.values, "file": row.file, "row": row.row, "load": load}
    match sheet:
        case "agencies" | "posts":
            return {"id": cells.pop("id"), "plan_year": row.plan_year, "values": cells}
        case "requirements":
            ends = {"deliverable": cells.pop("deliverable"), "requires": cells.pop("requires")}
            return {**ends, "values": {**cells, "plan_year": row.plan_year}}
        case _:
            pass
    if sheet in _KEYED:
        cells["key"] = joined(row.key)
    if sheet in _OF_A_YEAR:
        cells["plan_year"] = row.plan_year
    for name, column in _DAYS.get(sheet, ()):
        if column in row.values:
            cells[name] = day_number(row.values[column])
    if sheet == "progress" and cells.get("reported_day") is None:
        cells["reported_day"] = cells["as_of_day"]
    return cells


def _supports(row: SheetRow) -> dict[str, Any] | None:
    above = (name.strip() for name in (row.values.get("supports") or "").split(";"))
    if not (names := list(dict.fromkeys(name for name in above if name))):
        return None
    return {"id": row.values["id"], "supports": names, "share": row.values.get("supports_share")}
