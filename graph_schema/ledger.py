"""The rows of the plan sheets, as the graph keeps them: read back as written, and written by sheet.

A row travels as `SheetRow`; `loaders` turns it into its own `Row` and back. One sheet is one statement
(in batches), so the number of statements never grows with the graph.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph_schema.assess import EPOCH
from graph_schema.graph import Graph, Transaction

SHEETS = (
    "five_year_plans", "plan", "agencies", "posts", "officials", "tenures", "agreements", "plan_targets", "targets",
    "budget_lines", "releases", "milestones", "requirements", "payments", "progress",
)  # fmt: skip
"""In the order of writing: what a row names is there before it."""

_LONGEST_KEY = 2000
"""Bytes; an index of Neo4j takes 8,167."""

_REMOVED = {"targets": "deliverables", "releases": "deliverables", "milestones": "deliverables"}


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row of a sheet: its cells by column, None where empty (on the way in: every column), and its place.

    `key` is what makes it itself within its sheet; rows read back have none.
    """

    plan_year: str
    values: Mapping[str, Any]
    file: str
    row: int
    load: int = 0
    key: tuple[str, ...] = ()


def rows_of(graph: Graph, sheet: str) -> list[SheetRow]:
    """Every row of the sheet that the graph holds, in no order."""
    return graph.read(f"ledger/{sheet}", SheetRow)


def write(tx: Transaction, sheet: str, rows: Sequence[SheetRow], load: int) -> None:
    """Add or replace rows of one sheet."""
    sent = [_sent(sheet, row) for row in rows]
    if sheet in ("payments", "progress"):
        tx.run_batches(f"write/{sheet}", sent, load=load, epoch=EPOCH)
    else:
        tx.run_batches(f"write/{sheet}", sent, load=load)
    if sheet == "targets":
        tx.run_batches("write/supports", [row for row in sent if row["supports"]])


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


def _sent(sheet: str, row: SheetRow) -> dict[str, Any]:
    values = dict(row.values)
    sent: dict[str, Any] = {"plan_year": row.plan_year, "file": row.file, "row": row.row}
    match sheet:
        case "agencies" | "posts":
            sent["id"] = values.pop("id")
            sent["listed"] = values
        case "requirements":
            sent |= {"deliverable": values.pop("deliverable"), "requires": values.pop("requires")}
            sent["needs"] = values
        case "targets":
            sent["values"] = values
            above = (name.strip() for name in (values["supports"] or "").split(";"))
            sent["supports"] = list(dict.fromkeys(name for name in above if name))
        case _:
            sent["values"] = values
            sent["key"] = joined(row.key)
    return sent
