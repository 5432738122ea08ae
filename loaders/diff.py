"""Differences between two states of a plan, and the totals by which a load is tied to the ledger."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from loaders.columns import text_of
from loaders.plan import Row, State, Value
from loaders.sheets import SHEETS

_DAY_OF = {
    "plan": "starts",
    "five_year_plans": "starts",
    "agencies": "since",
    "tenures": "since",
    "agreements": "signed_on",
    "results": "decided_on",
    "plan_targets": "due",
    "targets": "planned_finish",
    "trajectory": "by",
    "releases": "planned_on",
    "payments": "paid_on",
    "spending": "as_of",
    "milestones": "planned_finish",
    "requirements": "needed_by",
    "progress": "as_of",
    "revisions": "revised_on",
    "disputes": "raised_on",
}
"""The column whose first and last day say what time a sheet covers."""


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell of a changed row: what it held and what it holds, None where it is empty."""

    column: str
    old: Value | None
    new: Value | None


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row that both states have, with different cells; `cells` in the order of the sheet's columns.

    A deliverable that an earlier plan year turns out to have named first changes its `plan_year`, and perhaps no cell.
    """

    old: Row
    new: Row
    cells: tuple[CellChange, ...]


@dataclass(frozen=True, slots=True)
class SheetDiff:
    """What changes in one sheet: rows by key, in order."""

    sheet: str
    added: tuple[Row, ...] = ()
    changed: tuple[RowChange, ...] = ()
    removed: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Diff:
    """What turns one state into another: the sheets with any change, in the order of the plan format."""

    sheets: tuple[SheetDiff, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing changes."""
        return not self.sheets

    @property
    def added(self) -> int:
        """How many rows are new."""
        return sum(len(sheet.added) for sheet in self.sheets)

    @property
    def changed(self) -> int:
        """How many rows have other cells than before."""
        return sum(len(sheet.changed) for sheet in self.sheets)

    @property
    def removed(self) -> int:
        """How many rows are gone."""
        return sum(len(sheet.removed) for sheet in self.sheets)

    def of(self, sheet: str) -> SheetDiff:
        """What changes in one sheet; empty where nothing does."""
        return next((each for each in self.sheets if each.sheet == sheet), SheetDiff(sheet))


@dataclass(frozen=True, slots=True)
class Totals:
    """Control totals of the rows of one sheet: what a reader can tie to the ledger by hand.

    `amount` is the exact sum of its amounts in the plan's currency (of spending, which is told to date: of the latest
    of each line), None for sheets without amounts; `first` and
    `last` are the earliest and latest of its days (of payments: paid_on, …), None where it has none.
    """

    sheet: str
    rows: int
    amount: Decimal | None
    first: date | None
    last: date | None


def diff(present: State, new: State) -> Diff:
    """What turns `present` into `new`, by typed cells alone: where a row stands, and its load, are no change."""
    sheets = (_sheet_diff(name, present.get(name, {}), new.get(name, {})) for name in SHEETS)
    return Diff(tuple(sheet for sheet in sheets if sheet.added or sheet.changed or sheet.removed))


def _sheet_diff(sheet: str, present: Mapping[tuple[str, ...], Row], new: Mapping[tuple[str, ...], Row]) -> SheetDiff:
    both = [(present[key], row) for key, row in new.items() if key in present]
    changed = [RowChange(old, row, _cells(sheet, old, row)) for old, row in both if not same(old, row)]
    return SheetDiff(
        sheet,
        tuple(new[key] for key in sorted(new.keys() - present.keys())),
        tuple(sorted(changed, key=lambda change: change.new.key)),
        tuple(present[key] for key in sorted(present.keys() - new.keys())),
    )


def same(old: Row, new: Row) -> bool:
    """Whether two rows of one key say the same, wherever they stand."""
    return old.plan_year == new.plan_year and old.values == new.values


def changed_cells(old: Row, new: Row) -> tuple[CellChange, ...]:
    """The cells in which two rows of one sheet differ, in the order of its columns."""
    return _cells(old.sheet, old, new)


def _cells(sheet: str, old: Row, new: Row) -> tuple[CellChange, ...]:
    names = (column.name for column in SHEETS[sheet].columns)
    cells = (CellChange(name, old.values.get(name), new.values.get(name)) for name in names)
    return tuple(cell for cell in cells if cell.old != cell.new)


def control_totals(rows: Mapping[str, Iterable[Row]]) -> tuple[Totals, ...]:
    """The totals of every sheet in `rows` (sheet name → its rows), in the order of the plan format."""
    return tuple(_totals(name, rows[name]) for name in SHEETS if name in rows)


def _totals(sheet: str, rows: Iterable[Row]) -> Totals:
    listed = list(rows)
    has_amounts = SHEETS[sheet].column("amount") is not None
    counted = _latest_of_each_line(listed) if sheet == "spending" else listed
    amounts = (Decimal(text_of(row.values["amount"])) for row in counted if "amount" in row.values)
    days = [value for row in listed if isinstance(value := row.values.get(_DAY_OF.get(sheet, "")), date)]
    return Totals(
        sheet,
        len(listed),
        sum(amounts, Decimal(0)) if has_amounts else None,
        min(days, default=None),
        max(days, default=None),
    )


def _latest_of_each_line(spending: Iterable[Row]) -> list[Row]:
    return list({row.key[0]: row for row in sorted(spending, key=lambda row: row.key)}.values())
