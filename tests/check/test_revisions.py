"""Revisions under check: what is said of those that load, and what the worked cases show."""

import time
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from revised_plan import PLAN, plan, rows

from loaders.check import check
from loaders.merge import merge
from loaders.plan import State
from loaders.problems import Problem
from loaders.read import read_plan
from loaders.revised import judged

VECTORS = Path(__file__).parents[1] / "vectors"
REVISED = [folder for folder in sorted(VECTORS.iterdir()) if list(folder.rglob("revisions.csv"))]

CUT = "come already: those who wait are charged for the cut, though nothing was missing."


def said_of_revisions(state: State, severity: str = "warning", today: date | None = None) -> list[str]:
    """The problems or warnings at rows of the sheet revisions, in order."""
    return [str(each) for each in of_revisions(check(state, today=today)) if each.severity == severity]


def of_revisions(found: Iterable[Problem]) -> list[Problem]:
    return [each for each in found if each.file.endswith("revisions.csv")]


def of_vector(name: str) -> State:
    """The rows of a worked case."""
    return merge({}, read_plan([VECTORS / name])).state


@pytest.mark.parametrize("folder", REVISED, ids=lambda folder: folder.name)
def test_worked_cases_have_no_problem_and_a_warning_for_each_late_revision(folder: Path) -> None:
    reading = read_plan([folder])
    state = merge({}, reading).state
    found = of_revisions(check(state, unread=reading.unread_cells))
    assert [str(each) for each in found if each.severity == "problem"] == []
    late = {
        (state["revisions"][key].file, state["revisions"][key].row)
        for key, each in judged(state).items()
        if not each.timely
    }
    assert {(each.file, each.row) for each in found if "changes no number" in each.message} == late
    assert late


def test_the_worked_case_tells_of_each_revision_whether_it_is_timely() -> None:
    """Its column `reason` begins with the word; an undated milestone, whose revision moves nothing, has none."""
    state = of_vector("revised")
    told = {key: str(row.values["reason"]).startswith("timely") for key, row in state["revisions"].items()}
    found = {key: each.timely for key, each in judged(state).items()}
    undated = "milestones", "NOTICE", "", "planned_finish", "2026-10-20"
    del told[undated]
    assert found.pop(undated)
    assert found == told
    assert len(found) == 70


def test_a_late_revision_is_listed_with_the_day_it_is_about() -> None:
    state = plan(
        "milestones PLOT planned_finish 2026-12-01 2026-10-02",
        "targets ROAD weight 40 2027-01-01",
        "targets MAP weight 40 2027-01-01",
    )
    assert said_of_revisions(state) == [
        (
            "revisions.csv:2 (revised_on): revised after 2026-10-01, the day that it is about: it is listed, and "
            "changes no number."
        ),
        (
            "revisions.csv:3 (revised_on): revised in time, but together with the weight of 'MAP', which was due: it "
            "is listed, and changes no number."
        ),
        (
            "revisions.csv:4 (revised_on): revised after 2026-12-31, the day that it is about: it is listed, and "
            "changes no number."
        ),
    ]


def test_weights_are_summed_in_force_with_late_ones_left_out() -> None:
    """Late weights of 200 in all are no problem; timely ones add up with those of earlier days that were timely."""
    late = "targets ROAD weight 170 2027-01-01", "targets MAP weight 30 2027-01-01"
    assert said_of_revisions(plan(*late), "problem") == []
    first = "targets ROAD weight 40 2026-08-01", "targets KM weight 30 2026-08-01"
    assert (
        said_of_revisions(
            plan(*first, "targets KM weight 40 2026-09-01", "targets MAP weight 20 2026-09-01"), "problem"
        )
        == []
    )
    assert said_of_revisions(
        plan(*first, "targets KM weight 20 2026-09-01", "targets MAP weight 30 2026-09-01"), "problem"
    ) == [
        (
            "revisions.csv:5 (value): weights as in force on '2026-09-01': expected weights of agreement 'APA' that "
            "sum to 100, found 90 over 3 targets: raise them by 10 in all."
        )
    ]


def test_the_best_day_of_a_grid_is_no_promise_where_a_finish_is_revised_beside_it() -> None:
    best = "targets MAP excellent 2026-11-30 2026-12-01"
    assert len(said_of_revisions(plan(best), "problem")) == 1
    assert said_of_revisions(plan(best, "targets MAP planned_finish 2027-01-31 2026-12-01"), "problem") == []


def test_a_fault_of_the_first_promise_is_not_said_again_at_every_revision() -> None:
    targets = ({**PLAN["targets"][0], "weight": 60.0}, *PLAN["targets"][1:])
    state = plan("targets KM weight 20 2026-08-01", "targets ROAD planned_start - 2026-08-01", targets=targets)
    problems = [each for each in check(state) if "weights of agreement" in each.message]
    assert [each.file for each in problems] == ["targets.csv"]


def test_a_revision_dated_back_shows_once_the_year_was_loaded() -> None:
    state = plan("targets KM target 8 2026-08-01")
    today = date(2026, 8, 2)
    assert said_of_revisions(state, today=today) == []
    state["plan"] = {key: replace(row, load=1) for key, row in state["plan"].items()}
    assert said_of_revisions(state, today=date(2026, 8, 1)) == []
    assert said_of_revisions(state, today=today) == [
        (
            "revisions.csv:2 (revised_on): approved on 2026-08-01, before this load, the first that tells of it: keep "
            "the signed paper at hand."
        )
    ]
    state["revisions"] = {key: replace(row, load=1) for key, row in state["revisions"].items()}
    assert said_of_revisions(state, today=today) == []


def test_a_target_lowered_below_what_had_come_is_said() -> None:
    reports = rows("progress", {"deliverable": "KM", "as_of": date(2026, 9, 30), "achieved": 6.0})
    cut = "targets KM target {0} 2026-{1}"
    told = f"revisions.csv:2 (value): revised to '5', when '6' had {CUT}"
    for revision, expected in (
        (cut.format(5, "09-30"), [told]),
        (cut.format(5, "09-29"), []),
        (cut.format(6, "10-01"), []),
        (cut.format(12, "10-01"), []),
    ):
        assert said_of_revisions(plan(revision) | {"progress": reports}) == expected, revision


def test_a_release_lowered_below_what_was_paid_is_said() -> None:
    """60 are paid by 1 September: 60 for the release planned first, nothing for the other until more comes."""
    paid = {"budget_line": "L", "paid_on": date(2026, 8, 20), "amount": 60.0, "reference": "1"}
    more = {"budget_line": "L", "paid_on": date(2026, 8, 31), "amount": 30.0, "reference": "2"}
    payments = {"payments": rows("payments", paid, more)}
    assert said_of_revisions(plan("releases L-1 amount 20 2026-08-30") | payments) == []
    assert said_of_revisions(plan("releases L-1 amount 30 2026-08-31") | payments) == []
    assert said_of_revisions(plan("releases L-1 amount 20 2026-08-31") | payments) == [
        f"revisions.csv:2 (value): revised to '20', when '30' had {CUT}"
    ]


def test_many_revisions_are_judged_and_checked_in_seconds() -> None:
    """20,000 revisions of 2,000 targets, each of an agreement of its own: each day looks at its own rows alone."""
    count = 2_000
    targets = tuple(
        {"id": f"T{n}", "agency": "WORKS", "agreement": f"G{n}", "measure": "date", "weight": 100.0}
        for n in range(count)
    )
    agreements = tuple({"id": f"G{n}", "kind": "APA", "agency": "WORKS", "title": "Agreement"} for n in range(count))
    revisions = [
        f"targets T{n} planned_finish 2027-06-{month + 1:02} 2026-{month + 7:02}-{n % 28 + 1:02}"
        for n in range(count)
        for month in range(5)
    ] + [f"targets T{n} weight 100 2027-0{month + 1}-{n % 28 + 1:02}" for n in range(count) for month in range(5)]
    state = plan(*revisions, targets=targets, agreements=agreements, requirements=(), releases=(), budget_lines=())
    started = time.perf_counter()
    found = of_revisions(check(state))
    assert time.perf_counter() - started < 15
    assert found == []
    assert all(each.timely for each in judged(state).values())
