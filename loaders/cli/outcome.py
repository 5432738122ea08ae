"""What a load says for itself in a terminal: control totals, what changed, problems."""

from datetime import date
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from loaders.columns import text_of
from loaders.diff import CellChange, Diff, Totals
from loaders.load import Outcome
from loaders.plan import Row
from loaders.problems import Problem, folded, records

_LISTED = 40
"""How many rows of one sheet a dry run lists one by one."""


def as_record(outcome: Outcome, assessed: date | None, *, dry_run: bool) -> dict[str, Any]:
    """The outcome as JSON: every problem, every total, every changed row of a dry run."""
    record: dict[str, Any] = {
        "load": outcome.number or None,
        "refused": outcome.refused,
        "nothing_changed": outcome.change.empty,
        "dry_run": dry_run,
        "assessed_as_of": assessed.isoformat() if assessed else None,
        "files": list(outcome.files),
        "totals": [_totals_record(totals) for totals in outcome.totals],
        "added": outcome.change.added,
        "changed": outcome.change.changed,
        "removed": outcome.change.removed,
        "problems": records(outcome.problems),
    }
    if outcome.refused:
        record["error"] = _refusal(outcome)
        record["exit_code"] = 1
    if dry_run:
        record["rows"] = _rows(outcome.change)
    return record


def _totals_record(totals: Totals) -> dict[str, Any]:
    return {
        "sheet": totals.sheet,
        "rows": totals.rows,
        "amount": None if totals.amount is None else str(totals.amount),
        "first": totals.first.isoformat() if totals.first else None,
        "last": totals.last.isoformat() if totals.last else None,
    }


def _rows(change: Diff) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for sheet in change.sheets:
        rows += [{"sheet": sheet.sheet, "what": "added", "key": list(row.key)} for row in sheet.added]
        rows += [
            {
                "sheet": sheet.sheet,
                "what": "changed",
                "key": list(each.new.key),
                "cells": [{"column": c.column, "old": text_of(c.old), "new": text_of(c.new)} for c in each.cells],
            }
            for each in sheet.changed
        ]
        rows += [{"sheet": sheet.sheet, "what": "removed", "key": list(row.key)} for row in sheet.removed]
    return rows


def show(outcome: Outcome, assessed: date | None, *, dry_run: bool) -> None:
    """Print the outcome for people: problems to standard error where they refuse the load."""
    out = Console(highlight=False, soft_wrap=True)
    if outcome.refused:
        _show_problems(Console(stderr=True, highlight=False, soft_wrap=True), outcome)
        return
    if outcome.totals:
        out.print(_totals_table(outcome.totals))
    _show_change(out, outcome, dry_run=dry_run)
    _show_warnings(out, outcome.problems)
    if assessed:
        out.print(Text(f"Assessed as of the end of {assessed.isoformat()}."))


def _show_problems(err: Console, outcome: Outcome) -> None:
    problems = [problem for problem in outcome.problems if problem.severity == "problem"]
    for problem in folded(problems):
        err.print(Text(str(problem)))
    err.print(Text(_refusal(outcome)))


def _refusal(outcome: Outcome) -> str:
    number = sum(problem.severity == "problem" for problem in outcome.problems)
    count = "1 problem" if number == 1 else f"{number:,} problems"
    return f"{count}: nothing was loaded, the graph is as it was."


def _show_warnings(out: Console, problems: tuple[Problem, ...]) -> None:
    warnings = [problem for problem in problems if problem.severity == "warning"]
    if warnings:
        out.print(Text("To know (these load):" if len(warnings) > 1 else "To know (this loads):"))
        for warning in folded(warnings, shown=1):
            out.print(Text(f"  {warning}"))


def _totals_table(totals: tuple[Totals, ...]) -> Table:
    table = Table("sheet", box=None, pad_edge=False, header_style="bold")
    for name, justify in (("rows", "right"), ("sum of amounts", "right"), ("first day", "left"), ("last day", "left")):
        table.add_column(name, justify=justify)  # pyright: ignore[reportArgumentType]
    for each in totals:
        amount = "" if each.amount is None else f"{each.amount:,}"
        days = (day.isoformat() if day else "" for day in (each.first, each.last))
        table.add_row(each.sheet, f"{each.rows:,}", amount, *days)
    return table


def _show_change(out: Console, outcome: Outcome, *, dry_run: bool) -> None:
    change = outcome.change
    if change.empty:
        out.print(Text("Nothing changed: the graph holds all of this already."))
        return
    rows = "row" if change.added == 1 else "rows"
    counts = f"{change.added:,} {rows} added, {change.changed:,} changed, {change.removed:,} removed"
    if not dry_run:
        out.print(Text(f"Load {outcome.number}: {counts}."))
        return
    for sheet in change.sheets:
        lines = [f"+ {_name(row)}" for row in sheet.added]
        lines += [f"~ {_name(each.new)}  {_cell(cell)}" for each in sheet.changed for cell in each.cells]
        lines += [f"- {_name(row)}" for row in sheet.removed]
        out.print(Text(sheet.sheet, style="bold"))
        for line in lines[:_LISTED]:
            out.print(Text(f"  {line}"))
        if len(lines) > _LISTED:
            out.print(Text(f"  … and {len(lines) - _LISTED:,} more (all of them with --json)"))
    out.print(Text(f"Dry run, nothing written: {counts}."))


def _cell(cell: CellChange) -> str:
    return f"{cell.column}: {text_of(cell.old) or '(empty)'} → {text_of(cell.new) or '(empty)'}"


def _name(row: Row) -> str:
    return " · ".join(part for part in row.key if part) + f"  ({row.file}:{row.row})"
