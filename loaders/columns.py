"""Columns and sheets as such: what a declaration of one says, and how a row gets its key."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from loaders.plan import Key, Value

Kind = Literal["id", "ids", "text", "choice", "yes_no", "date", "number", "money", "whole", "grid", "written"]
"""`ids`: several with ';' in one cell. `money`: at most two decimals. `grid`: a day where the row's measure is
`date`, else a number. `written`: of another column's kind, kept as the text that stands there."""

Truth = Literal["yearly", "carried", "facts"]
"""What a present sheet says. yearly: the whole truth of its kind for that plan year. carried: kept across years,
updated and ended by `until`, never removed by absence. facts: rows only add or correct."""

ID_LENGTH = 200
"""The longest id, in characters."""

INTRODUCTION = "README"
"""The one sheet of a workbook that is for people and is not read."""

ONE_ID = "give every row its own id"
"""The remedy where an id occurs twice."""

DELIVERABLES = ("targets", "releases", "milestones")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet; `says` is its sentence for people, `default` what an empty cell means.

    `refers_to` names the sheets whose ids it may hold; `default_from` the column it equals when empty.
    """

    name: str
    kind: Kind
    says: str
    required: bool = False
    choices: tuple[str, ...] = ()
    refers_to: tuple[str, ...] = ()
    default: str = ""
    default_from: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its columns in the order templates write them, what makes a row itself, and what presence means.

    `key` names columns, and "plan_year" where a row belongs to the plan year that lists it. `twice` is the remedy
    where a key occurs twice, `alike` what such rows share ('' = the key columns).
    """

    name: str
    says: str
    truth: Truth
    key: tuple[str, ...]
    twice: str
    columns: tuple[Column, ...]
    alike: str = ""

    def column(self, name: str) -> Column | None:
        """The column of that name, None where the sheet has none."""
        return next((column for column in self.columns if column.name == name), None)

    def key_of(self, values: Mapping[str, Value], plan_year: str = "") -> Key:
        """The texts of the key cells of typed `values`, '' where empty, defaults filled in."""
        return tuple(plan_year if name == "plan_year" else self._key_text(name, values) for name in self.key)

    def _key_text(self, name: str, values: Mapping[str, Value]) -> str:
        value = values.get(name)
        if value is None and (column := self.column(name)):
            value = values.get(column.default_from) if column.default_from else column.default
        return text_of(value)


def text_of(value: Value | None) -> str:
    """A value as a CSV cell of a plan folder writes it: '' where absent, ISO days, plain numbers, yes or no."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case date():
            return value.isoformat()
        case float():
            return repr(int(value)) if value.is_integer() else format(value, "f") if "e" in repr(value) else repr(value)
        case _:
            return str(value)


def ids_of(cell: Value | None) -> tuple[str, ...]:
    """The ids of a cell that may hold several with ';', each once, in the order written."""
    parts = (part.strip() for part in text_of(cell).split(";"))
    return tuple(dict.fromkeys(part for part in parts if part))


def own_id(says: str) -> Column:
    """The id column of a sheet."""
    return Column("id", "id", says, required=True)


def reference(name: str, says: str, *sheets: str, required: bool = False) -> Column:
    """A column that holds the id of a row of one of `sheets`."""
    return Column(name, "id", says, required=required, refers_to=sheets)


def words(name: str, says: str, *, required: bool = False) -> Column:
    """A column of free text."""
    return Column(name, "text", says, required=required)


def day(name: str, says: str, *, required: bool = False) -> Column:
    """A column of days."""
    return Column(name, "date", says, required=required)


def number(name: str, says: str, *, required: bool = False, default: str = "") -> Column:
    """A column of plain numbers."""
    return Column(name, "number", says, required=required, default=default)


def choice(name: str, says: str, *choices: str, required: bool = False, default: str = "") -> Column:
    """A column of one word of a closed list."""
    return Column(name, "choice", says, required=required, choices=choices, default=default)
