"""Workbooks to start from: an empty one whose headers explain themselves, and a small filled example."""

import io
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from graph_schema.embedded.disk import writing_to
from graph_schema.errors import UsageError
from loaders.columns import Column, Sheet, text_of
from loaders.example import EXAMPLE, EXAMPLE_TITLE
from loaders.plan import Value
from loaders.sheets import INTRODUCTION, SHEETS

_MADE = datetime(2026, 1, 1, tzinfo=UTC)  # fixed, so that two templates are equal
_LAST_ROW = 999_999
_TITLE = "Plan workbook"
_HOW_TO = (
    "One sheet for each kind of thing, one row for each thing. This sheet is for you: it is not read.",
    "Columns with a dark header are required; hover over a header to read what belongs there.",
    "Ids are short names of your own. They stay the same, and other sheets refer to them.",
    "Dates are days such as 2026-08-15. Numbers are plain: 18713, not 18,713; 85, not 85 %.",
    "Leave a cell empty where there is nothing to say. Remove sheets you have no use for: a sheet that is there,",
    "even without rows, is the whole truth of its kind for the plan year.",
)
_HINTS: Mapping[str, str] = {
    "id": "An id, up to 200 characters, without ;",
    "ids": "One id, or several with ;",
    "text": "Text.",
    "choice": "One of: ",
    "yes_no": "yes or no.",
    "date": "A day such as 2026-08-15.",
    "number": "A plain number such as 12.5.",
    "money": "An amount such as 1139.50, at most two decimals.",
    "whole": "A whole number.",
    "grid": "A day where measure is date, else a plain number.",
    "written": "A day such as 2026-08-15, a plain number, or an id: what that column holds.",
}

Rows = Mapping[str, Sequence[Mapping[str, Value]]]
"""The rows of each sheet, by sheet name."""


def write_template(path: Path) -> None:
    """An empty workbook with every sheet, at a path where nothing is yet.

    Raises UsageError where something is there already or the folder is missing, NoPermissionError where it may not
    be written.
    """
    _write(path, _workbook(_TITLE, {}))


def write_example(path: Path) -> None:
    """The template filled with a small fictional plan that loads without a problem; errors as `write_template`."""
    _write(path, _workbook(EXAMPLE_TITLE, EXAMPLE))


def _write(path: Path, data: bytes) -> None:
    if path.suffix.casefold() != ".xlsx":
        raise UsageError(f"{path} does not end in .xlsx.", f"Name the workbook {path.with_suffix('.xlsx').name}.")
    with writing_to(path.parent, setting=""):
        try:
            file = path.open("xb")
        except FileExistsError as fault:
            raise UsageError(f"{path} is there already.", "Choose another name, or remove it first.") from fault
        except FileNotFoundError as fault:
            raise UsageError(f"There is no folder {path.parent}.", "Make it first.") from fault
        with file:
            file.write(data)


def _workbook(title: str, rows: Rows) -> bytes:
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"strings_to_urls": False, "strings_to_formulas": False, "in_memory": True})
    book.set_properties({"title": title, "created": _MADE})
    formats = {
        "title": book.add_format({"bold": True, "font_size": 14}),
        "required": book.add_format({"bold": True, "font_color": "white", "bg_color": "#1F3A5F", "border": 1}),
        "optional": book.add_format({"bold": False, "font_color": "#1F3A5F", "bg_color": "#E6ECF4", "border": 1}),
        "day": book.add_format({"num_format": "yyyy-mm-dd"}),
        "text": book.add_format({"num_format": "@"}),
    }
    introduction = book.add_worksheet(INTRODUCTION)
    introduction.hide_gridlines(2)
    introduction.set_column(0, 0, 22)
    introduction.write_string(0, 0, title, formats["title"])
    for row, line in enumerate(_HOW_TO, start=2):
        introduction.write_string(row, 0, line)
    for row, sheet in enumerate(SHEETS.values(), start=len(_HOW_TO) + 3):
        introduction.write_string(row, 0, sheet.name)
        introduction.write_string(row, 1, sheet.says)
        _add_sheet(book.add_worksheet(sheet.name), sheet, formats, rows.get(sheet.name, ()))
    book.close()
    return data.getvalue()


def _add_sheet(
    page: Worksheet, sheet: Sheet, formats: Mapping[str, Format], rows: Sequence[Mapping[str, Value]]
) -> None:
    page.freeze_panes(1, 1)
    for index, column in enumerate(sheet.columns):
        form = {"date": formats["day"], "id": formats["text"], "ids": formats["text"], "text": formats["text"]}
        form["written"] = formats["text"]
        page.set_column(index, index, max(12, len(column.name) + 4), form.get(column.kind))
        page.write_string(0, index, column.name, formats["required" if column.required else "optional"])
        page.write_comment(0, index, _comment(column), {"x_scale": 2.2, "y_scale": 1.4})
        _add_drop_down(page, index, column)
    for number, row in enumerate(rows, start=1):
        for index, column in enumerate(sheet.columns):
            if (value := row.get(column.name)) is not None:
                _write_cell(page, number, index, value, formats)


def _write_cell(page: Worksheet, row: int, column: int, value: Value, formats: Mapping[str, Format]) -> None:
    match value:
        case date():
            page.write_datetime(row, column, datetime.combine(value, time.min), formats["day"])
        case str() | bool():
            page.write_string(row, column, text_of(value), formats["text"])
        case _:
            page.write_number(row, column, value)


def _comment(column: Column) -> str:
    """What a header says when one hovers over it."""
    hint = _HINTS[column.kind] + (", ".join(column.choices) + "." if column.choices else "")
    refers = f" From the sheet {' or '.join(column.refers_to)}." if column.refers_to else ""
    need = "Required. " if column.required else "May be empty. "
    return f"{need}{column.says}\n{hint}{refers}"


def _add_drop_down(page: Worksheet, index: int, column: Column) -> None:
    """Closed lists refuse other words; ids of one other sheet are offered, and others may be written."""
    choices = ("yes", "no") if column.kind == "yes_no" else column.choices
    if choices:
        remedy = {"error_title": column.name, "error_message": f"Write one of: {', '.join(choices)}"}
        page.data_validation(1, index, _LAST_ROW, index, {"validate": "list", "source": list(choices)} | remedy)
    elif column.kind == "id" and len(column.refers_to) == 1:
        offered = f"={column.refers_to[0]}!$A$2:$A$5000"
        page.data_validation(1, index, _LAST_ROW, index, {"validate": "list", "source": offered, "show_error": False})
