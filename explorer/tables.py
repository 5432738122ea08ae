"""Answers as tables to take away: exact numbers, and nothing that a spreadsheet would run."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from typing import Any

from graph_schema.answers.tables import Party, ScoreRow, Source

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001 - as spreadsheets read them
"""What a spreadsheet takes for the start of a formula (or drops before looking for one)."""

_BOM = "\ufeff"

_SORTED_BY = {"band": "official"}


def sheet(rows: Iterable[object], *columns: str) -> bytes:
    """A CSV file (UTF-8 with a mark, so that spreadsheets see it) of rows: dataclasses or mappings.

    `columns` picks and orders; all where none are named. Agencies become two columns (id, name), a source three.
    Numbers stay exact numbers, days are ISO dates, text that would start a formula gets an apostrophe before it.
    """
    flat = [dict(_flat(row, columns)) for row in rows]
    names = list(dict.fromkeys(name for row in flat for name in row))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_cell(name) for name in names])
    writer.writerows([_cell(row.get(name, "")) for name in names] for row in flat)
    return (_BOM + out.getvalue()).encode()


def ordered(rows: Sequence[ScoreRow], column: str, *, down: bool) -> list[ScoreRow]:
    """Rows of a scorecard by a column (grades by the score they name); rows without a value come last, either way."""

    def value(row: ScoreRow) -> str | float | None:
        if column == "lost" and row.standing != "agency":
            return None  # without an agreement nothing could be lost
        return row.agency.name.casefold() if column == "agency" else getattr(row, _SORTED_BY.get(column, column))

    having = sorted((r for r in rows if value(r) is not None), key=value, reverse=down)  # type: ignore[arg-type]
    return having + [r for r in rows if value(r) is None]


def safe(text: str) -> str:
    """Text as a spreadsheet may have it: never a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text


def _flat(row: object, columns: tuple[str, ...]) -> Iterable[tuple[str, object]]:
    values = _values(row)
    for name in columns or values:
        value = values[name]
        if isinstance(value, Party):
            yield name, value.id
            yield f"{name}_name", value.name
        elif isinstance(value, Source):
            yield from (("file", value.file), ("row", value.row), ("load", value.load))
        elif isinstance(value, tuple):
            parts: tuple[Any, ...] = value
            yield name, "; ".join(_part(part) for part in parts)
        else:
            yield name, value


def _part(part: object) -> str:
    """One of several in a cell: an agency by its id, a row by its values."""
    if isinstance(part, Party):
        return part.id
    return " ".join(_part(value) for value in _values(part).values()) if is_dataclass(part) else str(part)


def _values(row: object) -> Mapping[str, object]:
    if isinstance(row, Mapping):
        given: Mapping[str, object] = row
        return given
    if is_dataclass(row):
        return {field.name: getattr(row, field.name) for field in fields(row)}
    raise TypeError(row)


def _cell(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    return safe(str(value))
