"""CSV sheets: UTF-8 bytes to a grid, or the one problem that keeps the file from being read."""

import csv
import io
from collections.abc import Iterator

from loaders.columns import Sheet
from loaders.problems import Problem, quoted
from loaders.read.grid import Grid, Record

_BOMS_OF_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_OTHER_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "bars"}
_SAVE_AS = "save the file as CSV UTF-8 (comma delimited)"
_LONG_CELL = "field larger than field limit"


def csv_grid(file: str, sheet: Sheet, data: bytes) -> Grid | Problem:
    """The sheet that `data` holds, or why it cannot be read at all (encoding, separator)."""
    if data.startswith(_BOMS_OF_UTF16):
        return Problem(file, 0, "", f"expected UTF-8, found UTF-16 ('Unicode text'): {_SAVE_AS}")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        return _undecodable(file, data, fault.start)
    if separator := _other_separator(text, sheet):
        return Problem(file, 1, "", f"expected cells separated by commas, found {separator}: {_SAVE_AS}")
    most_rows = text.count("\n") + text.count("\r") + 1

    def records(problems: list[Problem]) -> Iterator[Record]:
        return _records(file, text, problems)

    return Grid(file, sheet.name, records, most_rows, even=True)


def _records(file: str, text: str, problems: list[Problem]) -> Iterator[Record]:
    lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    row = 0
    while True:
        try:
            cells = next(lines)
        except StopIteration:
            return
        except csv.Error as fault:
            problems.append(Problem(file, row + 1, "", _unreadable(str(fault))))
            return
        row += 1
        yield row, cells


def _unreadable(fault: str) -> str:
    remedy = "close every quotation mark, double those inside a text"
    if fault.startswith(_LONG_CELL):
        return (
            f"found a cell of more than {csv.field_size_limit():,} characters, or a quotation mark left open: {remedy}"
        )
    return f"found quotation marks that do not match, and read no further: {remedy}"


def _undecodable(file: str, data: bytes, at: int) -> Problem:
    """The place of the first byte that is no UTF-8: records and cells are counted in what comes before it."""
    before = data[:at].decode("utf-8-sig", errors="replace") + "?"
    lines = list(csv.reader(io.StringIO(before, newline="")))
    row, cells, header = len(lines), lines[-1], lines[0]
    column = header[len(cells) - 1].strip() if row > 1 and len(cells) <= len(header) else ""
    found = f"found a character in another encoding (byte 0x{data[at]:02X})"
    return Problem(file, row, column, f"expected UTF-8, {found}: {_SAVE_AS}")


def _other_separator(text: str, sheet: Sheet) -> str:
    """How the cells are separated if it is plainly not by commas, in words."""
    first = text.partition("\n")[0].strip("\r ")
    if first.casefold().startswith("sep="):
        return f"the line {quoted(first)}, which only one program understands"
    known = {column.name for column in sheet.columns}
    if known & {name.strip(' "') for name in first.split(",")}:
        return ""
    for mark, name in _OTHER_SEPARATORS.items():
        if known & {each.strip(' "') for each in first.split(mark)}:
            return name
    return ""
