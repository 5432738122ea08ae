"""Small workbooks for tests: a sound one, and changes to it."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

Cells = Sequence[Sequence[object]]

SHEETS: dict[str, Cells] = {
    "plan": [
        ["id", "title", "starts", "ends"],
        ["2026-27", "Year", date(2026, 7, 1), date(2027, 6, 30)],
    ],
    "agencies": [["id", "name", "kind"], ["ROADS", "Roads", "department"]],
    "targets": [
        ["id", "agency", "title", "measure", "weight", "target", "excellent"],
        ["A", "ROADS", "Road", "date", 60, None, date(2027, 3, 1)],
        ["B", "ROADS", "Km", "quantity", 40.5, 5, 5],
    ],
}


def book_of(path: Path, **sheets: Cells) -> openpyxl.Workbook:
    """A workbook of the sound sheets and of those given, not yet saved."""
    book = openpyxl.Workbook()
    assert book.active
    book.remove(book.active)
    for name, rows in {**SHEETS, **sheets}.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(list(row))
    book.save(path)
    return book


def page_of(book: openpyxl.Workbook, name: str) -> Worksheet:
    page = book[name]
    assert isinstance(page, Worksheet)
    return page
