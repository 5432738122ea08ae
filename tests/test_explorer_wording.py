"""Words for people."""

from datetime import date

import pytest

from explorer import wording
from graph_schema.answers.tables import Party


@pytest.mark.parametrize(
    ("value", "expected"),
    [(40.0, "40.0"), (-3.74, "−3.7"), (-0.04, "0.0"), (0.0, "0.0"), (12345.67, "12,345.7"), (None, "–")],
)
def test_one_decimal_with_a_real_minus_and_never_a_negative_nothing(value: float | None, expected: str) -> None:
    assert wording.one(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [(6.0, "+ 6.0"), (-3.7, "− 3.7"), (0.0, "0.0"), (-0.01, "0.0"), (0.04, "0.0"), (None, "–")],
)
def test_changes_carry_their_sign(value: float | None, expected: str) -> None:
    assert wording.signed(value) == expected


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (40.0, "days", "40 days"),
        (1.0, "days", "1 day"),
        (17.64, "days", "17.6 days"),
        (1.0, "km", "1 km"),
        (1, "points", "1 point"),
    ],
)
def test_amounts_read_as_people_say_them(value: float, unit: str, expected: str) -> None:
    assert wording.amount(value, unit) == expected


@pytest.mark.parametrize(
    ("value", "expected"), [(100.0, "100 %"), (99.7, "99 %"), (0.2, "1 %"), (0.0, "0 %"), (None, "–")]
)
def test_nearly_all_is_not_all(value: float | None, expected: str) -> None:
    assert wording.percent(value) == expected


def test_days_are_written_out() -> None:
    assert wording.day(date(2027, 3, 8)) == "8 Mar 2027"
    assert wording.day(date(2027, 3, 8), long=True) == "8 March 2027"
    assert wording.day(date(2027, 3, 8), year=False) == "8 Mar"
    assert wording.day(None) == ""


def test_long_titles_are_cut_to_a_line() -> None:
    assert wording.short("a" * 10_000) == "a" * 119 + "…"
    assert wording.short("short") == "short"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Budget department", "the Budget department"),
        ("Ministry of Health", "the Ministry of Health"),
        ("Weather", "Weather"),
    ],
)
def test_agencies_within_a_sentence(name: str, expected: str) -> None:
    assert wording.the(Party("X", name, external=False)) == expected
