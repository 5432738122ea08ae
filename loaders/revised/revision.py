"""One revision: the row and column it is about, and its new value, typed as that column is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from loaders.columns import DELIVERABLES, Column, text_of
from loaders.defaults import COMPUTED, GRID, day
from loaders.plan import Key, Row, State, Value
from loaders.problems import quoted
from loaders.read.cells import Wrong as WrongCell
from loaders.read.cells import grid_reader, reader
from loaders.sheets import SHEETS

REVISABLE: Mapping[str, tuple[str, ...]] = {
    "targets": ("weight", "planned_start", "planned_finish", "target", *GRID, "agency", "post"),
    "releases": ("planned_on", "amount", "released_by"),
    "milestones": ("planned_start", "planned_finish", "agency"),
    "requirements": ("needed_by", "lag_days"),
}
"""The columns of each sheet that a revision may change."""

OF_COMPUTED = ("weight", "target", *GRID)
"""The columns that a revision may change of a target measured by cascade or releases."""

OWNERS = frozenset({"agency", "released_by", "post"})
"""The columns that say who answers."""

BLANK_AGAIN = frozenset({"planned_start", "needed_by"})
"""The columns that a revision may empty."""

Name = tuple[str, Key]
"""A row by its sheet and key."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A revision that can be understood: `first` is the row it is about as first promised, `to` None = blank again."""

    row: Row
    first: Row
    column: str
    on: date
    to: Value | None

    @property
    def name(self) -> Name:
        """The row it is about."""
        return self.first.sheet, self.first.key


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why a revision cannot be understood: a cell of its row, and the message about it."""

    column: str
    message: str


@dataclass(frozen=True, slots=True)
class Unusable:
    """A revision of which nothing can be said here: it lacks a cell, or names what no row has, as is said elsewhere."""


def _text(row: Row, column: str) -> str:
    return text_of(row.values.get(column))


def read_revision(state: State, row: Row) -> Revision | Wrong | Unusable:
    """What a row of the sheet `revisions` revises."""
    sheet, column, on = _text(row, "sheet"), _text(row, "column"), day(row.values, "revised_on")
    if not (sheet and column and "id" in row.values and on):
        return Unusable()
    columns = REVISABLE.get(sheet, ())
    if column not in columns:
        found = f"expected {_listed(columns)}, found {quoted(column)}" if columns else ""
        return Wrong("column", f"{found}: of {sheet}, nothing else can be revised") if columns else Unusable()
    first = _first(state, row, sheet)
    if not isinstance(first, Row):
        return first
    measure = text_of(first.values.get("measure"))
    if sheet == "targets" and measure in COMPUTED and column not in OF_COMPUTED:
        found = f"found {quoted(column)} of {quoted(first.key[0])}, a target of measure {measure}"
        remedy = "revise the targets that support it" if measure == "cascade" else "revise the releases themselves"
        return Wrong("column", f"expected {_listed(OF_COMPUTED)}, {found}: {remedy}")
    return _typed(row, first, column, on)


def _listed(columns: tuple[str, ...]) -> str:
    return f"{', '.join(columns[:-1])} or {columns[-1]}"


def _first(state: State, row: Row, sheet: str) -> Row | Wrong | Unusable:
    """The row that is revised, as first promised."""
    rows, named = state.get(sheet, {}), _text(row, "id")
    if sheet != "requirements":
        if "requires" in row.values:
            found = f"found {quoted(_text(row, 'requires'))} beside the sheet {sheet}"
            return Wrong("requires", f"expected an empty cell, {found}: it belongs to revisions of requirements alone")
        other = next((each for each in DELIVERABLES if (named,) in state.get(each, {})), "")
        found = f"expected the id of a {_one(sheet)}, found {quoted(named)}, which is a {_one(other)}"
        return rows.get((named,)) or (Wrong("id", f"{found}: write the sheet {other}") if other else Unusable())
    needed = _text(row, "requires")
    if not needed:
        found = "expected what is required, found an empty cell"
        return Wrong("requires", f"{found}: a requirement is named by its deliverable and what it requires")
    if (named, needed) in rows:
        return rows[named, needed]
    if not all(any((each,) in state.get(other, {}) for other in DELIVERABLES) for each in (named, needed)):
        return Unusable()
    found = f"expected what {quoted(named)} requires, found {quoted(needed)}, which it does not require"
    return Wrong("requires", f"{found}: correct the id, or add the requirement to requirements.csv")


def _one(sheet: str) -> str:
    return sheet.removesuffix("s")


def _typed(row: Row, first: Row, column: str, on: date) -> Revision | Wrong | Unusable:
    declared = SHEETS[first.sheet].column(column)
    written = _text(row, "value")
    if not written:
        if column in BLANK_AGAIN:
            return Revision(row, first, column, on, None)
        zero = "; for no lag write 0" if column == "lag_days" else ""
        return Wrong("value", f"expected a new {column}, found an empty cell: only a start or a needed_by can be{zero}")
    value = _read(declared, first, written) if declared else None
    if isinstance(value, WrongCell):
        return Wrong("value", value.message)
    return Revision(row, first, column, on, value) if value is not None else Unusable()


def _read(column: Column, first: Row, written: str) -> Value | WrongCell | None:
    read = grid_reader(first.values.get("measure")) if column.kind == "grid" else reader(column)
    return read(written) if read else None
