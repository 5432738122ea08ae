"""Strict cells: what is accepted, and what each refusal tells to write instead."""

from datetime import date, datetime, time

import pytest

from loaders.columns import Column, Kind, Value, ids_of
from loaders.read.cells import RawCell, Wrong, grid_reader, reader
from loaders.sheets import SHEETS


def read(kind: Kind, cell: RawCell) -> Value | Wrong | None:
    return reader(Column("x", kind, "."))(cell)


@pytest.mark.parametrize(
    ("kind", "cell", "value"),
    [
        ("number", "18713", 18713.0),
        ("number", " -0.5 ", -0.5),
        ("number", 12.5, 12.5),
        ("number", "12.5", 12.5),
        ("money", "1139.50", 1139.5),
        ("money", "1139.500", 1139.5),
        ("money", 0.1 + 0.2, 0.3),
        ("money", "89999999999999.99", 89999999999999.99),
        ("whole", 15.0, 15),
        ("whole", "-3", -3),
        ("date", "2026-08-15", date(2026, 8, 15)),
        ("date", date(2026, 8, 15), date(2026, 8, 15)),
        ("date", "2028-02-29", date(2028, 2, 29)),
        ("yes_no", "yes", True),
        ("yes_no", "no", False),
        ("yes_no", True, True),
        ("id", " A-1 ", "A-1"),
        ("id", 101.0, "101"),
        ("id", "x" * 200, "x" * 200),
        ("ids", "A ; B;C", "A;B;C"),
        ("text", 2027.0, "2027"),
        ("text", "one\r\ntwo", "one\ntwo"),
        ("text", "\u202eאבג <b>'; DROP \U0001f30d", "\u202eאבג <b>'; DROP \U0001f30d"),
        ("text", "x" * 10_000, "x" * 10_000),
    ],
)
def test_accepted(kind: Kind, cell: RawCell, value: Value) -> None:
    found = read(kind, cell)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize("kind", ["number", "money", "whole", "date", "yes_no", "id", "ids", "text"])
@pytest.mark.parametrize("cell", ["", "  ", None])
def test_empty_is_absent(kind: Kind, cell: RawCell) -> None:
    assert read(kind, cell) is None


@pytest.mark.parametrize(
    ("kind", "cell", "message"),
    [
        ("number", "high", "expected a number, found 'high'"),
        ("number", "18,713", "expected a number, found '18,713': write 18713"),
        ("number", "£1,139", "expected a number, found '£1,139': write 1139"),
        ("number", "85%", "expected a number, found '85%': write 85 (the unit is percent)"),
        ("number", "1e5", "expected a number, found '1e5': write 100000"),
        ("number", "12,5", "expected a number, found '12,5': write 12.5"),
        ("number", "1.234,50", "expected a number, found '1.234,50': write 1234.50"),
        ("number", "(500)", "expected a number, found '(500)': write -500"),
        ("number", "-£5", "expected a number, found '-£5': write -5"),
        ("number", "+5", "expected a number, found '+5': write 5"),
        ("number", ".5", "expected a number, found '.5': write 0.5"),
        ("number", "٣", "expected a number, found '٣': write 3"),
        ("number", "12 km", "expected a number, found '12 km': write the number alone"),
        ("number", "1e999", "expected a number, found '1e999': write the number alone"),
        ("number", "nan", "expected a number, found 'nan': leave the cell empty where there is none"),
        ("number", "inf", "expected a number, found 'inf': leave the cell empty where there is none"),
        ("number", "N/A", "expected a number, found 'N/A': leave the cell empty where there is none"),
        ("number", True, "expected a number, found the truth value TRUE: format the cell as a number"),
        ("number", date(2026, 8, 15), "expected a number, found the date 2026-08-15: format the cell as a number"),
        ("number", float("nan"), "expected a number up to 1,000,000,000,000,000, found the number nan"),
        ("number", "9" * 400, "expected a number up to 1,000,000,000,000,000, found '999"),
        ("money", "1.234", "expected an amount with at most two decimals, found '1.234': write 1.23"),
        ("money", 10.125, "expected an amount with at most two decimals, found the number 10.125"),
        ("money", "90000000000000.01", "write all amounts of the plan in thousands or millions"),
        ("whole", "1.5", "expected a whole number, found '1.5': write it without decimals"),
        ("whole", "100001", "expected a whole number up to 100,000"),
        ("date", "15/08/2026", "expected a date such as 2026-08-15, found '15/08/2026': write 2026-08-15"),
        ("date", "05/08/2026", "write 2026-05-08 or 2026-08-05, whichever is meant"),
        ("date", "20260815", "write 2026-08-15"),
        ("date", "2026-02-30", "there is no such day in the calendar"),
        ("date", "0206-07-01", "expected a date such as 2026-08-15, found '0206-07-01'"),
        ("date", "August", "write it as year-month-day"),
        ("date", "TBC", "leave the cell empty where there is none"),
        (
            "date",
            datetime.fromisoformat("2026-08-15T12:30"),
            "found the moment 2026-08-15 12:30: write the day alone, 2026-08-15",
        ),
        ("date", 46204.0, "found the number 46204: format the cell as a date"),
        ("date", time(3, 4), "found the time 03:04:00"),
        ("yes_no", "Yes", "expected yes or no, found 'Yes': write yes"),
        ("yes_no", "true", "expected yes or no, found 'true': write yes"),
        ("yes_no", 0.0, "expected yes or no, found the number 0: write no"),
        ("yes_no", "maybe", "expected yes or no, found 'maybe'"),
        ("id", "x" * 201, "expected an id of at most 200 characters, found 201: shorten it"),
        ("id", "A\nB", "expected an id on one line, found a control character (code 10)"),
        ("id", 1.5, "expected an id, found the number 1.5: format the cell as text"),
        ("id", date(2026, 3, 4), "expected an id, found the date 2026-03-04: format the cell as text"),
        ("ids", "A;" + "x" * 201, "expected an id of at most 200 characters"),
        ("text", "a\x00b", "found a control character (code 0)"),
        ("text", date(2026, 3, 4), "expected text, found the date 2026-03-04: format the cell as text"),
    ],
)
def test_refused_with_what_to_write(kind: Kind, cell: RawCell, message: str) -> None:
    found = read(kind, cell)
    assert isinstance(found, Wrong)
    assert message in found.message


def test_choices_are_case_exact_and_the_nearest_is_offered() -> None:
    measure = SHEETS["targets"].column("measure")
    assert measure
    assert reader(measure)("cascade") == "cascade"
    assert reader(measure)("Date") == Wrong(
        "expected date, quantity, cascade or releases, found 'Date': did you mean 'date'?"
    )
    assert reader(measure)("quantty") == Wrong(
        "expected date, quantity, cascade or releases, found 'quantty': did you mean 'quantity'?"
    )


def test_grid_cells_follow_the_measure() -> None:
    days, numbers = grid_reader("date"), grid_reader("releases")
    assert days
    assert numbers
    assert days("2027-03-01") == date(2027, 3, 1)
    assert isinstance(days("90"), Wrong)
    assert numbers("90") == 90.0
    assert isinstance(numbers("2027-03-01"), Wrong)
    assert grid_reader(None) is None


def test_several_ids_in_one_cell() -> None:
    assert ids_of("A;B;A;") == ("A", "B")
    assert ids_of(None) == ()
