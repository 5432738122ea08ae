"""The workbooks to start from: empty with explanations, and the example that loads."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from nobody import as_nobody
from openpyxl.worksheet.worksheet import Worksheet
from plan_folders import said
from typer.testing import CliRunner

from graph_schema.answers.verdict import who_delayed
from graph_schema.assess import assess
from graph_schema.errors import NoPermissionError, UsageError
from graph_schema.graph import Graph
from loaders.check import check
from loaders.cli import app
from loaders.load import load
from loaders.read import read_plan
from loaders.sheets import INTRODUCTION, SHEETS
from loaders.template import write_example, write_template


@pytest.fixture
def pages(tmp_path: Path) -> dict[str, Worksheet]:
    write_template(tmp_path / "plan.xlsx")
    book = openpyxl.load_workbook(tmp_path / "plan.xlsx")
    return {page.title: page for page in book.worksheets}


def test_every_sheet_and_the_introduction(pages: dict[str, Worksheet]) -> None:
    assert list(pages) == [INTRODUCTION, *SHEETS]


def test_headers_explain_themselves(pages: dict[str, Worksheet]) -> None:
    for sheet in SHEETS.values():
        page = pages[sheet.name]
        assert page.freeze_panes == "B2"
        assert [cell.value for cell in page[1]] == [column.name for column in sheet.columns]
        for cell, column in zip(page[1], sheet.columns, strict=True):
            assert cell.comment
            assert column.says in cell.comment.text
            assert cell.comment.text.startswith("Required." if column.required else "May be empty.")
            assert cell.font.bold is column.required


def test_choices_drop_down(pages: dict[str, Worksheet]) -> None:
    offered = {
        (name, str(each.sqref)): (each.formula1, bool(each.showErrorMessage))
        for name, page in pages.items()
        for each in page.data_validations.dataValidation
    }
    for sheet in SHEETS.values():
        for index, column in enumerate(sheet.columns):
            letter = chr(ord("A") + index)
            found = offered.get((sheet.name, f"{letter}2:{letter}1000000"))
            if column.choices:
                assert found == (f'"{",".join(column.choices)}"', True)
            elif column.kind == "yes_no":
                assert found == ('"yes,no"', True)
            elif len(column.refers_to) == 1 and column.kind == "id":
                assert found == (f"{column.refers_to[0]}!$A$2:$A$5000", False)


def test_date_columns_are_dates(pages: dict[str, Worksheet]) -> None:
    assert pages["plan"].column_dimensions["C"].number_format == "yyyy-mm-dd"


def test_the_empty_template_lacks_its_plan_year_alone(tmp_path: Path) -> None:
    write_template(tmp_path / "plan.xlsx")
    assert said(read_plan([tmp_path / "plan.xlsx"])) == [
        "plan.xlsx/plan: expected one row, the plan year itself, found none: write it."
    ]


def test_the_example_reads_and_holds_without_a_problem_or_warning(tmp_path: Path) -> None:
    write_example(tmp_path / "example.xlsx")
    reading = read_plan([tmp_path / "example.xlsx"])
    assert said(reading) == []
    (year,) = reading.years
    assert year.present == SHEETS.keys()
    assert all(year.rows.values())
    state = {name: {row.key: row for row in rows} for name, rows in year.rows.items()}
    assert [str(problem) for problem in check(state)] == []


def test_the_example_is_marked_as_fictional_and_tells_its_story(tmp_path: Path) -> None:
    write_example(tmp_path / "example.xlsx")
    book = openpyxl.load_workbook(tmp_path / "example.xlsx")
    assert "ictional" in str(book[INTRODUCTION]["A1"].value)
    (year,) = read_plan([tmp_path / "example.xlsx"]).years
    assert len(year.rows["agencies"]) == 3
    assert all("ictional" in str(row.values["name"]) for row in (*year.rows["agencies"], *year.rows["officials"]))
    planned = next(row.values["planned_on"] for row in year.rows["releases"] if row.values["id"] == "TRANCHE-1")
    paid = year.rows["payments"][0].values["paid_on"]
    assert (str(planned), str(paid)) == ("2026-08-15", "2026-09-24")  # 40 days late


def test_the_example_is_not_said_to_be_empty_and_its_money_has_a_name(tmp_path: Path) -> None:
    told = CliRunner().invoke(app, ["template", str(tmp_path / "example.xlsx"), "--example"]).stdout
    assert "Fill it" not in told
    assert f"accountability load {tmp_path / 'example.xlsx'}" in told
    (year,) = read_plan([tmp_path / "example.xlsx"]).years
    assert year.rows["plan"][0].values["currency"] == "FCR"
    book = openpyxl.load_workbook(tmp_path / "example.xlsx")
    assert "FCR stands for fictional crowns" in str(book[INTRODUCTION]["A1"].value)
    assert "Fill it" in CliRunner().invoke(app, ["template", str(tmp_path / "empty.xlsx")]).stdout


def test_the_example_loads_and_is_assessed(graph: Graph, tmp_path: Path) -> None:
    write_example(tmp_path / "example.xlsx")
    outcome = load(graph, [tmp_path / "example.xlsx"])
    assert [str(problem) for problem in outcome.problems] == []
    assert outcome.number == 1
    assert {each.sheet for each in outcome.totals} == SHEETS.keys()
    assess(graph, date(2027, 6, 30))
    assert who_delayed(graph, "VALLEY-ROAD").headline == "Valley road open to traffic: 40 days late."


def test_a_folder_that_may_not_be_written_is_named_with_what_helps_there(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0o500)
    with as_nobody(), pytest.raises(NoPermissionError, match=r"or name a folder of your own\.$"):
        write_template(tmp_path / "closed" / "plan.xlsx")


def test_two_templates_are_equal(tmp_path: Path) -> None:
    write_template(tmp_path / "a.xlsx")
    write_template(tmp_path / "b.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "plan.xlsx").write_text("mine")
    with pytest.raises(UsageError, match="is there already"):
        write_template(tmp_path / "plan.xlsx")
    assert (tmp_path / "plan.xlsx").read_text() == "mine"


def test_paths_that_cannot_be(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"Name the workbook plan\.xlsx"):
        write_template(tmp_path / "plan.csv")
    with pytest.raises(UsageError, match="There is no folder"):
        write_template(tmp_path / "none" / "plan.xlsx")
