"""Tables to take away: exact numbers, and nothing that a spreadsheet would run."""

import csv
import io
from dataclasses import dataclass
from datetime import date

import pytest

from explorer import tables
from graph_schema.answers.tables import Party, ScoreRow, Source


@dataclass(frozen=True)
class Line:
    """A row with one of each."""

    title: str
    agency: Party
    points: float
    planned: date | None
    source: Source
    whose: tuple[Party, ...] = ()


ROAD = Party("ROAD", "Road department", external=False)


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])  # noqa: RUF001
def test_text_that_would_start_a_formula_gets_an_apostrophe(start: str) -> None:
    hostile = f"{start}HYPERLINK(1)"
    rows = read(tables.sheet([{"title": hostile}, {"title": f"  {start}1"}]))
    assert [row[0] for row in rows[1:]] == [f"'{hostile}", f"'  {start}1"]


def test_numbers_stay_exact_numbers_even_below_zero() -> None:
    rows = read(tables.sheet([{"points": -3.7, "rows": -2, "share": 0.1 + 0.2}]))
    assert rows[1] == ["-3.7", "-2", "0.30000000000000004"]
    assert float(rows[1][2]) == 0.1 + 0.2


def test_agencies_sources_days_and_lists_become_plain_columns() -> None:
    line = Line(
        "Tranche", ROAD, 1.5, date(2027, 3, 18), Source("payments.csv", 14, 3), (ROAD, Party("E", "=E", external=True))
    )
    rows = read(tables.sheet([line]))
    assert dict(zip(rows[0], rows[1], strict=True)) == {
        "title": "Tranche",
        "agency": "ROAD",
        "agency_name": "Road department",
        "points": "1.5",
        "planned": "2027-03-18",
        "file": "payments.csv",
        "row": "14",
        "load": "3",
        "whose": "ROAD; E",
    }


def test_names_of_agencies_are_guarded_too() -> None:
    rows = read(tables.sheet([{"agency": Party("=1", "@SUM(A1)", external=False)}]))
    assert rows[1] == ["'=1", "'@SUM(A1)"]


def test_none_is_an_empty_cell_and_columns_can_be_chosen() -> None:
    line = Line("Tranche", ROAD, 1.5, None, Source("a.csv", 2, 1))
    assert read(tables.sheet([line], "planned", "title")) == [["planned", "title"], ["", "Tranche"]]


def test_spreadsheets_see_that_it_is_utf_8() -> None:
    assert tables.sheet([{"title": "འབྲུག"}]).startswith(b"\xef\xbb\xbf")


def score(agency: str, change: float | None) -> ScoreRow:
    scores = (90.0, 90.0, change)
    return ScoreRow(Party(agency, agency, external=False), "agency", *scores, 0, 0, 0, 0, 100.0, 1.0, "", "", *scores)


@pytest.mark.parametrize(("down", "expected"), [(False, ["b", "a", "none"]), (True, ["a", "b", "none"])])
def test_rows_without_a_value_come_last_either_way(down: bool, expected: list[str]) -> None:
    rows = [score("none", None), score("a", 2.0), score("b", -1.0)]
    assert [row.agency.id for row in tables.ordered(rows, "change", down=down)] == expected
