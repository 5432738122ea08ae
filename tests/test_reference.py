"""The reference attribution: equal to every worked case, and right in the small where a hand can follow."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from attribution import money
from attribution.airport import Part, airport, down_the_tree, in_common
from attribution.dates import reached_day
from attribution.plan import Milestone, Payment, PlanYear, Release, Report, Target, Tree
from attribution.questions import questions
from attribution.reference import load_plan, report
from attribution.waits import Claim, Move, Promised, Requirement

VECTORS = Path(__file__).parent / "vectors"
CASES = sorted(path.relative_to(VECTORS) for path in VECTORS.glob("*/expected/*.json"))


def differences(got: Any, wanted: Any, place: str = "") -> list[str]:
    """Return every place where two answers differ: by a key, a value, or a number by more than 1e-9."""
    if isinstance(got, dict) and isinstance(wanted, dict):
        missing = [f"{place}/{key}: only one side has it" for key in sorted(got.keys() ^ wanted.keys())]
        return missing + [
            line
            for key in sorted(got.keys() & wanted.keys())
            for line in differences(got[key], wanted[key], f"{place}/{key}")
        ]
    if isinstance(got, float) and isinstance(wanted, float):
        return [] if abs(got - wanted) <= 1e-9 * max(1.0, abs(wanted)) else [f"{place}: {got} instead of {wanted}"]
    return [] if got == wanted else [f"{place}: {got!r} instead of {wanted!r}"]


def test_every_worked_case_is_tried() -> None:
    assert len({case.parts[0] for case in CASES}) == len(list(VECTORS.glob("*/expected"))) >= 18


@pytest.mark.parametrize("case", CASES, ids=str)
def test_reference_agrees_with_worked_case(case: Path) -> None:
    wanted = json.loads((VECTORS / case).read_text(encoding="utf-8"))
    years = load_plan(VECTORS / case.parts[0])
    assert differences(report(years, wanted["as_of"], wanted["plan_year"]), wanted) == []
    asked = json.loads((VECTORS / case.parts[0] / "questions" / case.name).read_text(encoding="utf-8"))
    answers = questions(years, wanted["as_of"], wanted["plan_year"])
    assert differences(answers, asked) == []


def test_a_difference_of_any_kind_is_seen() -> None:
    assert differences({"a": 1.0, "b": {"c": 2.0}}, {"a": 1.0 + 1e-8, "b": {}, "d": None}) == [
        "/d: only one side has it",
        "/a: 1.0 instead of 1.00000001",
        "/b/c: only one side has it",
    ]


def test_airport_shares_a_runway_by_the_part_each_one_needs() -> None:
    """10 is needed by all three, the next 20 by two, the last 30 by one alone."""
    assert airport([Fraction(60), Fraction(10), Fraction(30)]) == [
        Fraction(10, 3) + 10 + 30,
        Fraction(10, 3),
        Fraction(10, 3) + 10,
    ]
    assert airport([]) == []


def test_down_the_tree_a_cut_record_costs_others_nothing() -> None:
    """Two records of A's department or one: B's ten days stay five, and the department's two share its five."""
    one = [Part("a", ("A", "D"), Fraction(10)), Part("b", ("B",), Fraction(10))]
    two = [*one, Part("a2", ("A", "D"), Fraction(10))]
    assert down_the_tree(one, Fraction(10)) == {"a": 5, "b": 5}
    assert down_the_tree(two, Fraction(10)) == {"a": Fraction(5, 2), "a2": Fraction(5, 2), "b": 5}


def test_down_the_tree_the_agency_itself_is_one_part_beside_its_children() -> None:
    """A was given 12: itself (largest 6) has 3 of its 12-day maximum, its child the other 9; itself shares 1 to 2."""
    parts = [
        Part("child", ("A", "D"), Fraction(12)),
        Part("small", ("A",), Fraction(4)),
        Part("large", ("A",), Fraction(6)),
    ]
    assert down_the_tree(parts, Fraction(12)) == {"child": 9, "small": 1, "large": 2}


def test_money_of_two_departments_stands_at_their_ministry() -> None:
    assert in_common([("M", "D", "V"), ("M", "D"), ("M", "E")]) == ("M",)
    assert in_common([("M", "D"), ("M",)]) == ("M",)
    assert in_common([("M",), ("DONOR",)]) == ()
    beside = down_the_tree([Part("money", (), Fraction(4)), Part("land", ("L",), Fraction(8))], Fraction(8))
    assert beside == {"money": 2, "land": 6}


YEAR = PlanYear("2026-27", date(2026, 7, 1).toordinal(), date(2027, 6, 30).toordinal(), Tree({"A": None}))


def ordinal(text: str) -> int:
    """Return the ordinal of an ISO day."""
    return date.fromisoformat(text).toordinal()


@pytest.mark.parametrize(
    ("came", "stop", "days"),
    [
        ("2026-10-10", "2027-01-01", 0),  # on the day it is owed: its own plan plus the lag is later than the need
        ("2026-10-11", "2027-01-01", 1),
        ("2026-11-09", "2027-01-01", 30),
        ("2026-11-09", "2026-10-30", 15),  # who stopped waiting on 30 October lost the 15 days since 15 October
        ("2026-11-09", "2026-10-15", 0),
    ],
)
def test_lateness_counts_from_the_promise_and_ends_with_the_waiting(came: str, stop: str, days: int) -> None:
    gives = Milestone(id="g", year=YEAR, owner="A", planned_finish=ordinal("2026-10-10"))
    needs = Milestone(id="t", year=YEAR, owner="A", planned_finish=ordinal("2026-12-31"))
    wait = Requirement(
        needs=needs,
        gives=gives,
        needed_by=ordinal("2026-10-01"),
        lag=5,
        agreed_on=ordinal("2026-10-02"),
        agreed_by=ordinal("2026-10-01"),
        start=None,
        promised=Promised(base=ordinal("2026-10-10")),
    )
    assert Claim(wait, ordinal(came), wait.promised.owed_day(ordinal(came))).late(ordinal(came), ordinal(stop)) == days
    assert not wait.counts


@pytest.mark.parametrize(
    ("moves", "finish", "owed"),
    [
        ([], 130, 100),
        ([Move(day=90, by=20, known=100)], 130, 100),  # not late by then: nothing is forgiven
        ([Move(day=115, by=20, known=100)], 130, 115),  # late by 15 on that day: 15 of the 20 days
        ([Move(day=115, by=10, known=100)], 130, 110),  # and no more than the date was moved
        ([Move(day=90, by=20, known=112)], 130, 112),  # it knew of g's new date
        ([Move(day=90, by=-20, known=95)], 130, 95),  # sooner: what g promised by then, sooner by at most 20 days
        ([Move(day=90, by=-20, known=70)], 130, 90),  # it had not come by then
        ([Move(day=90, by=-20, known=70)], 60, 80),
        ([Move(day=90, by=20, known=120), Move(day=95, by=-20, known=120)], 130, 100),  # to and fro: as at first
    ],
)
def test_a_new_date_forgives_what_it_knew_of_and_no_more_than_it_moved(
    moves: list[Move], finish: int, owed: int
) -> None:
    assert Promised(base=100, moves=tuple(moves)).owed_day(finish) == owed


def test_payments_fill_the_named_release_first_and_then_the_oldest() -> None:
    """Day 5: 70 named for R2, which lacks 50: 20 are over and go, with the 10 that name nothing, to R1."""
    releases = [
        Release(id=key, year=YEAR, owner="A", planned_finish=day, line="L", amount=amount)
        for key, day, amount in (("R2", 20, 50), ("R1", 10, 100), ("R3", 20, 40))
    ]
    payments = [
        Payment("L", 9, 100, None),
        Payment("L", 5, 10, None),
        Payment("L", 5, 70, "R2"),
        Payment("OTHER", 1, 500, None),
    ]
    assert money.matched(releases, payments) == {
        "R1": ((5, 30), (9, 70)),
        "R2": ((5, 50),),
        "R3": ((9, 30),),
    }


def quantity(grid: tuple[int, int, int, int, int]) -> Target:
    """Return a quantity target with a grid."""
    excellent, very_good, good, fair, poor = (Fraction(value) for value in grid)
    return Target(
        id="t",
        year=YEAR,
        owner="A",
        measure="quantity",
        target=excellent,
        grid=(excellent, very_good, good, fair, poor),
    )


@pytest.mark.parametrize(
    ("value", "raw"),
    [(11, 100), (10, 100), (9, 95), (8, 90), (6, 80), (5, 65), (4, 60), (Fraction("3.99"), 0)],
)
def test_rising_grid_is_linear_and_the_better_of_equal_grades_counts(value: Fraction | int, raw: int) -> None:
    assert quantity((10, 8, 6, 6, 4)).raw(Fraction(value)) == raw


@pytest.mark.parametrize(("value", "raw"), [(40, 100), (50, 100), (55, 90), (65, 70), (Fraction(135, 2), 65), (71, 0)])
def test_falling_grid_is_linear(value: Fraction | int, raw: int) -> None:
    assert quantity((50, 55, 60, 65, 70)).raw(Fraction(value)) == raw


def said(day: int, achieved: int, *, verified: bool = False) -> Report:
    """Return a report of a total."""
    return Report(as_of=day, verified=verified, reported_on=day, achieved=Fraction(achieved))


@pytest.mark.parametrize(
    ("reports", "day"),
    [
        ([said(1, 4), said(2, 10), said(3, 12)], 2),
        ([said(1, 10), said(2, 9), said(3, 10)], 3),  # it fell back: reached for good on the third day
        ([said(1, 10), said(2, 9)], None),
        ([said(1, 9), said(1, 10, verified=True), said(2, 10)], 1),  # the verified one speaks for the day
        ([said(1, 10), said(1, 9, verified=True), said(2, 10)], 2),
    ],
)
def test_rising_quantity_is_reached_from_the_day_on_which_it_stays_reached(
    reports: list[Report], day: int | None
) -> None:
    target = replace(quantity((10, 9, 8, 7, 6)), planned_finish=5)
    assert reached_day(target, reports, None, 9) == day
    assert reached_day(target, reports, 7, 9) == (None if day is None else 7)


def test_falling_quantity_is_reached_when_its_time_is_over() -> None:
    target = replace(quantity((50, 55, 60, 65, 70)), planned_finish=5)
    assert reached_day(target, [said(1, 40)], None, 4) is None
    assert reached_day(target, [said(1, 40)], None, 5) == 5
    assert reached_day(target, [said(1, 40), said(4, 51)], None, 9) is None
