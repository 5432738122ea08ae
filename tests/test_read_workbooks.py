"""Workbooks: the same plan as a folder, and all that only a workbook can have."""

import zipfile
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from plan_folders import said, write_plan
from plan_workbooks import SHEETS, Cells, book_of, page_of

from loaders.read import Reading, read_plan

DAY, CLOCK, PERCENT = "yyyy-mm-dd", "yyyy-mm-dd hh:mm", "0%"


def write_computed(page: Any, cell: str, formula: str, value: str | float) -> None:
    """A formula with the value a spreadsheet program computed for it."""
    page.write_formula(cell, formula, None, value)


def read_book(path: Path, **sheets: Cells) -> Reading:
    book_of(path, **sheets)
    return read_plan([path])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "plan.xlsx"


def test_a_workbook_reads_like_its_folder(path: Path) -> None:
    reading = read_book(path)
    assert said(reading) == []
    folder = write_plan(
        path.parent / "folder",
        agencies="id,name,kind\nROADS,Roads,department\n",
        targets="id,agency,title,measure,weight,target,excellent\n"
        "A,ROADS,Road,date,60,,2027-03-01\nB,ROADS,Km,quantity,40.5,5,5\n",
    )
    ((book,), (sheets,)) = reading.years, read_plan([folder]).years
    for name in sheets.present:
        assert [(row.key, row.values, row.row) for row in book.rows[name]] == [
            (row.key, row.values, row.row) for row in sheets.rows[name]
        ]
    assert book.present == sheets.present
    assert book.rows["targets"][1].file == "plan.xlsx/targets"
    assert [file.name for file in reading.files] == ["plan.xlsx"]


def test_formula_errors_are_named(path: Path) -> None:
    book = xlsxwriter.Workbook(path)
    for name, rows in SHEETS.items():
        page = book.add_worksheet(name)
        for number, row in enumerate(rows):
            page.write_row(number, 0, [cell.isoformat() if isinstance(cell, date) else cell for cell in row])
        if name == "targets":
            write_computed(page, "E2", "=lost", "#REF!")
            write_computed(page, "F3", "=1/0", "#DIV/0!")
            write_computed(page, "E3", "=40+0.5", 40.5)
    book.close()
    reading = read_plan([path])
    assert said(reading) == [
        "plan.xlsx/targets:2 (weight): found the formula error #REF!: mend the formula, or write the value.",
        "plan.xlsx/targets:3 (target): found the formula error #DIV/0!: mend the formula, or write the value.",
    ]
    assert reading.years[0].rows["targets"][1].values["weight"] == 40.5


def test_a_formula_that_was_never_computed_is_named(path: Path) -> None:
    rows = [*SHEETS["targets"][:2], ["B", "ROADS", "Km", "quantity", "=20+20", 5, 5]]
    assert said(read_book(path, targets=rows)) == [
        (
            "plan.xlsx/targets:3 (weight): found a formula that was never computed: "
            "open and save the workbook in a spreadsheet program, or write the value."
        )
    ]


def test_a_formula_that_gives_an_empty_text_is_an_empty_cell(path: Path) -> None:
    book_of(path, targets=[*SHEETS["targets"][:2], ["B", "ROADS", "Km", "quantity", "=MID(1,2,1)", 5, 5]])
    computed = (b'<c r="E3"><f>MID(1,2,1)</f><v /></c>', b'<c r="E3" t="str"><f>MID(1,2,1)</f><v></v></c>')
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    assert computed[0] in parts["xl/worksheets/sheet3.xml"]
    parts["xl/worksheets/sheet3.xml"] = parts["xl/worksheets/sheet3.xml"].replace(*computed)
    with zipfile.ZipFile(path, "w") as new:
        for name, data in parts.items():
            new.writestr(name, data)
    reading = read_plan([path])
    assert said(reading) == []
    assert "weight" not in reading.years[0].rows["targets"][1].values


def test_percent_cells_are_named_and_empty_ones_are_not(path: Path) -> None:
    book = book_of(path)
    page = page_of(book, "targets")
    page["E2"] = 0.85
    page["E2"].number_format = PERCENT
    page["F2"].number_format = "0.00%"
    page["G3"].number_format = '0 "%"'
    book.save(path)
    assert said(read_plan([path])) == [
        (
            "plan.xlsx/targets:2 (weight): expected a plain number, found 85% (a cell in percent format, which holds "
            "0.85): set the format to number and write 85."
        )
    ]


def test_dates_of_cells_and_moments(path: Path) -> None:
    book = book_of(path)
    page = page_of(book, "targets")
    page["H1"], page["I1"] = "planned_start", "planned_finish"
    page["H2"] = datetime(2026, 9, 1, tzinfo=UTC).replace(tzinfo=None)
    page["H2"].number_format = CLOCK
    page["I2"] = "2027-03-01"
    page["H3"] = datetime(2026, 9, 1, 12, 30, tzinfo=UTC).replace(tzinfo=None)
    page["H3"].number_format = CLOCK
    page["I3"] = 46204
    page["F2"] = date(2026, 9, 1)
    page["F2"].number_format = "d mmmm"
    page["E2"] = time(3, 4)
    book.save(path)
    reading = read_plan([path])
    assert said(reading) == [
        (
            "plan.xlsx/targets:2 (target): expected a number, found the date 2026-09-01: "
            "format the cell as a number and write the number."
        ),
        (
            "plan.xlsx/targets:2 (weight): expected a number, found the time 03:04:00: "
            "format the cell as a number and write the number."
        ),
        (
            "plan.xlsx/targets:3 (planned_finish): expected a date, found the number 46204: "
            "format the cell as a date, or write 2026-08-15."
        ),
        (
            "plan.xlsx/targets:3 (planned_start): expected a date, found the moment 2026-09-01 12:30: "
            "write the day alone, 2026-09-01."
        ),
    ]
    assert reading.years[0].rows["targets"][0].values["planned_start"] == date(2026, 9, 1)
    assert reading.years[0].rows["targets"][0].values["planned_finish"] == date(2027, 3, 1)


def test_the_other_calendar_of_workbooks_gives_the_same_days(path: Path) -> None:
    book = book_of(path)
    book.epoch = CALENDAR_MAC_1904
    book.save(path)
    reading = read_plan([path])
    assert reading.years[0].rows["plan"][0].values["starts"] == date(2026, 7, 1)


def test_numbers_as_text_and_ids_as_numbers_are_accepted(path: Path) -> None:
    rows = [SHEETS["targets"][0], [101, "ROADS", 2027, "quantity", "60", " 12.5 ", None]]
    reading = read_book(path, targets=rows)
    assert said(reading) == []
    assert reading.years[0].rows["targets"][0].values == {
        "id": "101",
        "agency": "ROADS",
        "title": "2027",
        "measure": "quantity",
        "weight": 60.0,
        "target": 12.5,
    }
    assert said(read_book(path, targets=[rows[0], [1.5, *rows[1][1:5], "18,713", None]])) == [
        "plan.xlsx/targets:2 (id): expected an id, found the number 1.5: format the cell as text and write it again.",
        "plan.xlsx/targets:2 (target): expected a number, found '18,713': write 18713.",
    ]


def test_hidden_sheets_are_read_or_left_out_and_said(path: Path) -> None:
    book = book_of(path, lists=[["yes"], ["no"]])
    page_of(book, "agencies").sheet_state = "hidden"
    page_of(book, "lists").sheet_state = "veryHidden"
    book.save(path)
    reading = read_plan([path])
    assert not reading.refused
    assert said(reading) == [
        "plan.xlsx/agencies: the sheet is hidden and was read like any other: show it, or remove it.",
        "plan.xlsx/lists: the sheet is hidden, has no name of a plan's sheet, and was left out.",
    ]
    assert len(reading.years[0].rows["agencies"]) == 1


def test_unknown_sheets_are_named_but_empty_ones_and_the_introduction(path: Path) -> None:
    book = book_of(path, target=[["id"]], README=[["How to fill it"]], Sheet1=[])
    book.create_chartsheet("chart")
    book.save(path)
    assert said(read_plan([path])) == ["plan.xlsx/target: unknown sheet 'target': did you mean 'targets'?"]


def test_trailing_empty_rows_and_columns_are_nothing(path: Path) -> None:
    book = book_of(path)
    page = page_of(book, "agencies")
    for row in (3, 500):
        for column in ("A", "H"):
            page[f"{column}{row}"].number_format = DAY
    page["B600"] = "  "
    book.save(path)
    reading = read_plan([path])
    assert said(reading) == []
    assert len(reading.years[0].rows["agencies"]) == 1


def test_a_title_above_the_header_and_cells_beside_it(path: Path) -> None:
    book = book_of(path)
    page_of(book, "agencies").insert_rows(1)
    page_of(book, "targets")["J3"] = "a remark"
    book.save(path)
    header, remark = said(read_plan([path]))
    assert header.startswith(
        "plan.xlsx/agencies:1: expected the names of the columns in row 1 (id, name, kind, part_of, …)"
    )
    assert remark == "plan.xlsx/targets:3: found 10 cells where the header has 7: name the column."


def test_a_table_far_to_the_right_keeps_its_places(path: Path) -> None:
    book = book_of(path)
    page = page_of(book, "targets")
    page.insert_cols(1, 27)  # id stands in AB, weight in AF, target in AG
    page["AF2"] = 0.6
    page["AF2"].number_format = PERCENT
    page["AG3"] = "=1+1"
    book.save(path)
    places = [(problem.row, problem.column) for problem in read_plan([path]).problems]
    assert places == [(2, "weight"), (3, "target")]


def test_empty_rows_within_a_table_count(path: Path) -> None:
    book = book_of(path)
    page = page_of(book, "targets")
    page.insert_rows(3, 4)
    page["E7"] = "high"
    book.save(path)
    assert said(read_plan([path])) == ["plan.xlsx/targets:7 (weight): expected a number, found 'high'."]


def test_merged_cells_are_named(path: Path) -> None:
    book = book_of(path)
    page_of(book, "targets").merge_cells("B2:B3")
    book.save(path)
    merged, empty = said(read_plan([path]))
    assert merged == "plan.xlsx/targets:2: found merged cells: unmerge them and write the value in each row."
    assert empty.startswith("plan.xlsx/targets:3 (agency): expected a value, found an empty cell")


def test_two_workbooks_of_one_year(path: Path) -> None:
    book_of(path)
    book = book_of(
        path.with_name("north.xlsx"), targets=[SHEETS["targets"][0], ["A", "ROADS", "x", "date", 1, None, None]]
    )
    book.save(path.with_name("north.xlsx"))
    assert said(read_plan([path.parent])) == [
        "plan.xlsx/targets:2 (id): duplicate id 'A', first in row 2 of north.xlsx/targets: give every row its own id."
    ]


def test_a_workbook_beside_csv_sheets_is_not_passed_over(path: Path) -> None:
    book_of(path)
    write_plan(path.parent)
    (line,) = said(read_plan([path.parent]))
    assert line.startswith("plan.xlsx: the folder")
    assert "holds CSV sheets, so only they are read: move it out" in line
