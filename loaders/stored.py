"""The plan as the graph holds it: its rows read back as a `State`, and a difference written."""

import logging
from typing import Any

from graph_schema import ledger, revise
from graph_schema.graph import Graph, Transaction
from graph_schema.prepare import prepare
from loaders.diff import Diff
from loaders.matching import covers
from loaders.plan import Key, Row, State, Value
from loaders.revised import Judged, judged
from loaders.sheets import SHEETS

log = logging.getLogger("accountability.load")

_PREPARE_NOTHING = frozenset({"payments", "progress", "results", "trajectory", "spending", "revisions"})
"""Sheets whose rows change nothing that a load prepares but the matching of payments: what is prepared is the first
promise. A ruling is prepared: what it names is ranked before what it is about."""

_JUDGE_NOTHING = (_PREPARE_NOTHING | {"disputes"}) - {"revisions"}
"""Sheets that tell nothing of whether a revision was timely, or of what it moved."""


def present_state(graph: Graph) -> State:
    """Every row of every sheet that the graph holds."""
    return {sheet: _rows(graph, sheet) for sheet in ledger.SHEETS}


def _rows(graph: Graph, sheet: str) -> dict[tuple[str, ...], Row]:
    rows: dict[tuple[str, ...], Row] = {}
    for stored in ledger.rows_of(graph, sheet):
        values: dict[str, Value] = {name: value for name, value in stored.values.items() if value is not None}
        key = SHEETS[sheet].key_of(values, stored.plan_year)
        rows[key] = Row(sheet, key, stored.plan_year, values, stored.file, stored.row, stored.load)
    return rows


def write(tx: Transaction, change: Diff, new: State, number: int) -> None:
    """Write a difference, the matching of the payments that it touches, and what is prepared from the whole plan."""
    revise.take_back(tx)
    for sheet in reversed(ledger.SHEETS):
        if removed := change.of(sheet).removed:
            log.info("removing %s: %d rows", sheet, len(removed))
            ledger.remove(tx, sheet, [row.key for row in removed])
    for sheet in ledger.SHEETS:
        found = change.of(sheet)
        if rows := [*map(_added, found.added), *(_replacing(each.new) for each in found.changed)]:
            log.info("writing %s: %d rows", sheet, len(rows))
            ledger.write(tx, sheet, rows, number)
    if new.get("revisions") and any(sheet.sheet not in _JUDGE_NOTHING for sheet in change.sheets):
        log.info("judging revisions")
        judged_anew = ledger.judge(tx, [_judgement(key, each) for key, each in judged(new).items()])
        log.info("judged otherwise than before: %d revisions", judged_anew)
    lines = _lines_to_match(change)
    if lines:
        log.info("matching payments: %d lines", len(lines))
        tx.run_batches("write/uncover", [{"line": line} for line in lines])
        matched = covers(new, lines)
        tx.run_batches(
            "write/covers",
            [{"payment": c.payment, "release": c.release, "amount": c.amount} for c in matched],
        )
    if any(sheet.sheet not in _PREPARE_NOTHING for sheet in change.sheets):
        log.info("preparing")
        prepare(tx)


def _added(row: Row) -> ledger.SheetRow:
    return ledger.SheetRow(row.plan_year, row.values, row.file, row.row, key=row.key)


def _replacing(row: Row) -> ledger.SheetRow:
    """The row with its empty cells, which take away what stood there."""
    values: dict[str, Any] = {column.name: row.values.get(column.name) for column in SHEETS[row.sheet].columns}
    return ledger.SheetRow(row.plan_year, values, row.file, row.row, key=row.key)


def _judgement(key: Key, found: Judged) -> ledger.Judgement:
    days = ledger.day_number(found.moved_from), ledger.day_number(found.moved_to)
    return ledger.Judgement(ledger.joined(key), found.timely, *days, found.to, ledger.day_number(found.last_day))


def _lines_to_match(change: Diff) -> list[str]:
    lines: set[str] = set()
    for sheet in ("releases", "payments"):
        found = change.of(sheet)
        rows = [*found.added, *found.removed, *(row for each in found.changed for row in (each.old, each.new))]
        lines |= {str(row.values["budget_line"]) for row in rows}
    return sorted(lines)
