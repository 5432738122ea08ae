"""Cells as written, strictly read: a typed value, nothing where empty, or what is wrong and what to write instead."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from loaders.columns import ID_LENGTH, Column, Kind, text_of
from loaders.plan import Value
from loaders.problems import did_you_mean, quoted
from loaders.read.remedies import date_remedy, number_remedy

RawCell = str | float | int | bool | date | datetime | time | timedelta | None
"""A cell of a CSV (always str) or of a workbook."""

LARGEST_NUMBER = 1e15
LARGEST_MONEY = 9e13
"""Up to here every minor unit (a hundredth) is exact."""
LARGEST_WHOLE = 100_000

_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_DAY = re.compile(r"[1-2][0-9]{3}-[0-9]{2}-[0-9]{2}")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_LINE_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_MONEY_DECIMALS = 2


@dataclass(frozen=True, slots=True)
class Wrong:
    """A cell that cannot be read, and the message that says so."""

    message: str


Read = Callable[[RawCell], Value | Wrong | None]


def described(cell: RawCell) -> str:
    """What was found, for a message: `'high'`, `the date 2026-08-15`, `the number 46204`."""
    match cell:
        case bool():
            return "the truth value " + ("TRUE" if cell else "FALSE")
        case datetime():
            return f"the moment {cell.isoformat(' ', 'minutes')}"
        case date():
            return f"the date {cell.isoformat()}"
        case time() | timedelta():
            return f"the time {cell}"
        case int() | float():
            return f"the number {text_of(cell)}"
        case _:
            return quoted(cell)


def _number(cell: RawCell) -> float | Wrong | None:
    match cell:
        case str():
            text = cell.strip()
            if not text:
                return None
            if not _NUMBER.fullmatch(text):
                return Wrong(f"expected a number, found {quoted(text)}{number_remedy(text)}")
            value = float(text)
        case bool() | date() | time() | timedelta():
            return Wrong(
                f"expected a number, found {described(cell)}: format the cell as a number and write the number"
            )
        case None:
            return None
        case _:
            value = float(cell)
    if abs(value) <= LARGEST_NUMBER:  # also false for NaN
        return value
    return Wrong(f"expected a number up to {LARGEST_NUMBER:,.0f}, found {described(cell)}: use a larger unit")


def _money(cell: RawCell) -> float | Wrong | None:
    value = _number(cell)
    if not isinstance(value, float):
        return value
    if abs(value) > LARGEST_MONEY:
        return Wrong(
            f"expected an amount up to {LARGEST_MONEY:,.0f}, found {described(cell)}: "
            "write all amounts of the plan in thousands or millions"
        )
    # A workbook's 0.1 + 0.2 is money too: what is left beyond two decimals is below a float's own error.
    rounded = round(value, _MONEY_DECIMALS)
    exact = len(cell.strip().partition(".")[2].rstrip("0")) <= _MONEY_DECIMALS if isinstance(cell, str) else None
    if exact is False or (exact is None and abs(value - rounded) > 1e-12 * max(1.0, abs(value))):
        return Wrong(f"expected an amount with at most two decimals, found {described(cell)}: write {rounded:.2f}")
    return rounded


def _whole(cell: RawCell) -> int | Wrong | None:
    value = _number(cell)
    if not isinstance(value, float):
        return value
    if not value.is_integer():
        return Wrong(f"expected a whole number, found {described(cell)}: write it without decimals")
    if abs(value) > LARGEST_WHOLE:
        return Wrong(f"expected a whole number up to {LARGEST_WHOLE:,}, found {described(cell)}")
    return int(value)


def _day(cell: RawCell) -> date | Wrong | None:
    match cell:
        case str():
            text = cell.strip()
            if not text:
                return None
            if _DAY.fullmatch(text):
                try:
                    return date.fromisoformat(text)
                except ValueError:
                    return Wrong(f"expected a date, found {quoted(text)}: there is no such day in the calendar")
            return Wrong(f"expected a date such as 2026-08-15, found {quoted(text)}{date_remedy(text)}")
        case datetime():
            remedy = f"write the day alone, {cell.date().isoformat()}"
            return Wrong(f"expected a date, found {described(cell)}: {remedy}")
        case date():
            return cell
        case None:
            return None
        case _:
            return Wrong(f"expected a date, found {described(cell)}: format the cell as a date, or write 2026-08-15")


def _text(cell: RawCell) -> str | Wrong | None:
    match cell:
        case str():
            text = cell.strip()
        case bool() | date() | time() | timedelta():
            return Wrong(f"expected text, found {described(cell)}: format the cell as text and write it again")
        case None:
            return None
        case _:
            text = text_of(cell)
    if bad := _CONTROL.search(text):
        return Wrong(f"expected text, found a control character (code {ord(bad.group())}): write the cell again")
    return text.replace("\r\n", "\n").replace("\r", "\n") or None


def _written(cell: RawCell) -> str | Wrong | None:
    if isinstance(cell, date) and not isinstance(cell, datetime):
        return cell.isoformat()
    return _text(cell)


def _id(cell: RawCell) -> str | Wrong | None:
    match cell:
        case str():
            text = cell.strip()
        case None:
            return None
        case bool() | date() | time() | timedelta():
            return Wrong(f"expected an id, found {described(cell)}: format the cell as text and write it again")
        case _:
            if not float(cell).is_integer():
                return Wrong(f"expected an id, found {described(cell)}: format the cell as text and write it again")
            text = text_of(cell)
    if len(text) > ID_LENGTH:
        return Wrong(f"expected an id of at most {ID_LENGTH} characters, found {len(text)}: shorten it everywhere")
    if ";" in text:
        return Wrong(
            f"expected one id, found {quoted(text)}: ';' separates ids, so no id may hold it; write the id without it "
            "everywhere"
        )
    if bad := _LINE_CONTROL.search(text):
        return Wrong(
            f"expected an id on one line, found a control character (code {ord(bad.group())}) in it: remove it"
        )
    return text or None


def _ids(cell: RawCell) -> str | Wrong | None:
    if isinstance(cell, str) and ";" in cell:
        parts = [_id(part) for part in cell.split(";")]
        wrong = next((part for part in parts if isinstance(part, Wrong)), None)
        return wrong or ";".join("" if part is None else str(part) for part in parts) or None
    return _id(cell)


def _yes_no(cell: RawCell) -> bool | Wrong | None:
    if isinstance(cell, bool):
        return cell
    text = cell.strip() if isinstance(cell, str) else cell
    if text is None or text == "":
        return None
    if text in ("yes", "no"):
        return text == "yes"
    guess = {"y": "yes", "true": "yes", "1": "yes", "n": "no", "false": "no", "0": "no"}
    word = text_of(text).casefold() if isinstance(text, str | int | float) else ""
    meant = guess.get(word, word if word in ("yes", "no") else "")
    return Wrong(f"expected yes or no, found {described(cell)}" + f": write {meant or 'yes or no'}")


def _choice(column: Column) -> Read:
    listed = ", ".join(column.choices[:-1]) + f" or {column.choices[-1]}"

    def read(cell: RawCell) -> str | Wrong | None:
        text = cell.strip() if isinstance(cell, str) else cell
        if text is None or text == "":
            return None
        if isinstance(text, str):
            if text in column.choices:
                return text
            return Wrong(f"expected {listed}, found {quoted(text)}{did_you_mean(text, column.choices)}")
        return Wrong(f"expected {listed}, found {described(cell)}")

    return read


_READERS: dict[Kind, Read] = {
    "id": _id,
    "ids": _ids,
    "text": _text,
    "written": _written,
    "yes_no": _yes_no,
    "date": _day,
    "number": _number,
    "money": _money,
    "whole": _whole,
}


def grid_reader(measure: Value | None) -> Read | None:
    """How the grid cells of a target are read: days for measure date, numbers for others, not at all without one."""
    if measure is None:
        return None
    return _day if measure == "date" else _number


def reader(column: Column) -> Read:
    """How cells of this column are read; repeated texts are read once. Not for `grid` columns."""
    read = _choice(column) if column.kind == "choice" else _READERS[column.kind]
    if column.kind == "text":
        return read
    known: dict[str, Value | Wrong | None] = {}

    def read_once(cell: RawCell) -> Value | Wrong | None:
        if not isinstance(cell, str):
            return read(cell)
        if cell not in known:
            known[cell] = read(cell)
        return known[cell]

    return read_once
