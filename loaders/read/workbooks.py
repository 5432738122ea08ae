"""XLSX workbooks: bytes to one grid a sheet, and what their sheets as such have wrong."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from loaders.problems import Problem, did_you_mean, quoted, warning
from loaders.read.grid import Grid, Place, Record
from loaders.read.workbook_marks import Marks, percent_message, sheet_marks
from loaders.sheets import INTRODUCTION, SHEETS

MOST_BYTES = 2 * 1024**3
"""The largest workbook that is unpacked."""

_SAVE_AGAIN = "open it in a spreadsheet program and save it as XLSX"
_NO_MARKS = Marks({}, frozenset())


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets of one workbook by name, and its own problems."""

    grids: dict[str, Grid]
    problems: tuple[Problem, ...]


def read_workbook(file: str, data: bytes) -> Workbook:
    """The sheets that `data` holds; `file` is the workbook's name, a sheet's file is `file/sheet`."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            if sum(part.file_size for part in parts.infolist()) > MOST_BYTES:
                return _refused(file, f"unpacks to more than {MOST_BYTES >> 30} GB: load it as CSV sheets")
            marks = sheet_marks(parts)
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    except PasswordError:
        return _refused(file, "is protected by a password: save it without one")
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, UnicodeError, CalamineError):
        protected = data.startswith(b"\xd0\xcf\x11\xe0")
        hint = " (it is an old .xls, or protected by a password)" if protected else ""
        return _refused(file, f"is no readable XLSX workbook{hint}: {_SAVE_AGAIN}, without a password")
    return _sheets(file, book, marks)


def _refused(file: str, message: str) -> Workbook:
    return Workbook({}, (Problem(file, 0, "", message),))


def _sheets(file: str, book: CalamineWorkbook, marks: dict[str, Marks]) -> Workbook:
    grids: dict[str, Grid] = {}
    problems: list[Problem] = []
    for about in book.sheets_metadata:
        if about.typ != SheetTypeEnum.WorkSheet or about.name == INTRODUCTION:
            continue
        place = f"{file}/{about.name}"
        try:
            cells = book.get_sheet_by_name(about.name)
        except CalamineError:
            problems.append(Problem(place, 0, "", f"cannot be read: {_SAVE_AGAIN}"))
            continue
        problems += _hidden(place, about)
        if about.name in SHEETS:
            grids[about.name] = _grid(place, about.name, cells, marks.get(about.name, _NO_MARKS))
        elif cells.end is not None and about.visible == SheetVisibleEnum.Visible:
            near = did_you_mean(about.name, SHEETS) or f": rename it, remove it, or name it {INTRODUCTION}"
            problems.append(Problem(place, 0, "", f"unknown sheet {quoted(about.name)}{near}"))
    return Workbook(grids, tuple(problems))


def _hidden(place: str, about: SheetMetadata) -> list[Problem]:
    """A hidden sheet of a known name is read like any other, one of another name is left out: both are said."""
    if about.visible == SheetVisibleEnum.Visible:
        return []
    if about.name in SHEETS:
        return [warning(place, 0, "", "the sheet is hidden and was read like any other: show it, or remove it")]
    return [warning(place, 0, "", "the sheet is hidden, has no name of a plan's sheet, and was left out")]


def _grid(place: str, name: str, cells: CalamineSheet, marks: Marks) -> Grid:
    _, left = cells.start or (0, 0)
    wrong = dict(marks.faults)
    if marks.percents:
        wrong |= _percents(cells, marks.percents)
    merged = "found merged cells: unmerge them and write the value in each row"
    found = [Problem(place, first[0] + 1, "", merged) for first, _ in cells.merged_cell_ranges or ()]
    found += [Problem(place, 0, "", message) for (row, _), message in wrong.items() if row == 0]

    def records(_problems: list[Problem]) -> Iterator[Record]:
        padding = [None] * left  # the iterator gives empty rows above the first cell, but no empty columns before it
        for row, found in enumerate(cells.iter_rows() if cells.end is not None else (), start=1):
            yield row, [*padding, *found]

    most_rows = cells.end[0] + 1 if cells.end is not None else 0
    return Grid(place, name, records, most_rows, wrong, found=tuple(found))


def _percents(cells: CalamineSheet, places: frozenset[Place]) -> dict[Place, str]:
    """Messages for those of the places that hold a number."""
    _, left = cells.start or (0, 0)
    by_row: dict[int, list[int]] = {}
    for row, column in places:
        by_row.setdefault(row, []).append(column)
    wrong: dict[Place, str] = {}
    for row, found in enumerate(cells.iter_rows(), start=1):
        for column in by_row.get(row, ()):
            value = found[column - left] if 0 <= column - left < len(found) else None
            if isinstance(value, int | float) and not isinstance(value, bool):
                wrong[row, column] = percent_message(value)
    return wrong
