"""Revisions: which of them were timely, what they moved, and what is in force on a day."""

from datetime import date, timedelta

import pytest
from revised_plan import PLAN, plan

from loaders.plan import State
from loaders.revised import Judged, in_force, judged

JULY = "2026-07-05"


def judgements(state: State) -> list[Judged]:
    """What each revision is worth, in the order of the file."""
    return list(judged(state).values())


def are_timely(*revisions: str) -> list[bool]:
    """Whether each revision was timely, in the order written."""
    return [each.timely for each in judgements(plan(*revisions))]


LAST_DAYS = [
    ("targets ROAD planned_finish 2027-05-01", "2027-01-31", "its planned_finish"),
    ("targets ROAD planned_start -", "2027-01-31", "its planned_finish"),
    ("targets ROAD agency LAND", "2027-01-31", "its first planned_finish"),
    ("targets MAP excellent 2027-04-01", "2026-12-31", "its excellent day"),
    ("targets KM target 8", "2027-06-30", "the end of the year, by default"),
    ("targets KM post P", "2027-06-30", "the end of the year, by default"),
    ("targets ALL weight 10", "2027-01-31", "the day of its support"),
    ("targets TOP weight 10", "2027-06-30", "without supports the end of the year"),
    ("targets PAID target 90", "2026-09-01", "the first release under it, not the earlier one of others"),
    ("targets MOOD weight 10", "2027-06-30", "not dated, whatever finish it has"),
    ("releases L-1 planned_on 2027-03-01", "2026-09-01", "its planned_on"),
    ("releases L-1 amount 30", "2026-09-01", "its planned_on"),
    ("releases L-1 released_by LAND", "2026-09-01", "its first planned_on"),
    ("milestones PLOT planned_start 2026-10-01", "2026-10-01", "its planned_finish"),
    ("milestones NOTICE agency ROADS", "2027-06-30", "undated: the end of the year"),
    ("requirements ROAD<PLOT needed_by 2027-01-01", "2026-09-20", "needed_by, earlier than what it requires"),
    ("requirements KM<PLOT lag_days 9", "2026-10-01", "what it requires, earlier than the default of needed_by"),
    ("requirements ROAD<NOTICE lag_days 9", "2027-06-30", "undated: the end of the year"),
]


@pytest.mark.parametrize(("revision", "day", "why"), LAST_DAYS, ids=[each[0] for each in LAST_DAYS])
def test_a_revision_is_timely_up_to_the_day_it_is_about_and_not_a_day_longer(revision: str, day: str, why: str) -> None:
    after = date.fromisoformat(day) + timedelta(days=1)
    assert (are_timely(f"{revision} {day}"), are_timely(f"{revision} {after}")) == ([True], [False]), why


def test_a_day_is_measured_by_what_is_in_force_and_an_owner_by_the_first_promise() -> None:
    moved = f"targets ROAD planned_finish 2027-04-30 {JULY}"
    assert are_timely(moved, "targets ROAD planned_start - 2027-04-30", "targets ROAD agency LAND 2027-04-30") == [
        True,
        True,
        False,
    ]
    assert are_timely(moved, "targets ROAD planned_start - 2027-05-01") == [True, False]
    sooner = f"targets ROAD planned_finish 2026-12-31 {JULY}"
    assert are_timely(sooner, "targets ROAD planned_start - 2027-01-31", "targets ROAD agency LAND 2027-01-31") == [
        True,
        False,
        True,
    ]


def test_a_late_revision_moves_no_last_day() -> None:
    late = "milestones PLOT planned_finish 2027-01-01 2026-10-02"
    assert are_timely(late, "milestones PLOT planned_finish 2027-02-01 2026-10-03") == [False, False]


def test_revisions_of_one_day_are_judged_by_the_values_just_before_it() -> None:
    """The new day of the release does not make a new amount timely on that day, nor too late."""
    later = "releases L-1 planned_on 2026-10-01 2026-09-01", "releases L-1 amount 30 2026-09-01"
    sooner = "releases L-1 planned_on 2026-08-15 2026-08-15", "releases L-1 amount 30 2026-08-15"
    assert (are_timely(*later), are_timely(*sooner)) == ([True, True], [True, True])
    assert are_timely("releases L-1 planned_on 2026-10-01 2026-09-02", "releases L-1 amount 30 2026-09-02") == [
        False,
        False,
    ]
    needed = "requirements ROAD<PLOT needed_by 2026-09-29 2026-09-20", "requirements ROAD<PLOT lag_days 0 2026-09-20"
    assert are_timely(*needed, "requirements ROAD<PLOT lag_days 1 2026-09-21") == [True, True, True]


def test_a_requirement_is_measured_by_what_it_requires_in_force() -> None:
    moved = f"milestones PLOT planned_finish 2026-08-01 {JULY}"
    assert are_timely(moved, "requirements ROAD<PLOT lag_days 0 2026-08-01") == [True, True]
    assert are_timely(moved, "requirements ROAD<PLOT lag_days 0 2026-08-02") == [True, False]


def test_a_blank_needed_by_is_its_default_by_the_first_promise() -> None:
    """PLOT moves to December: KM still needs it on 6 October, by the first day and the first lag."""
    moved = f"milestones PLOT planned_finish 2026-12-01 {JULY}"
    longer = f"requirements KM<PLOT lag_days 60 {JULY}"
    assert are_timely(moved, longer, "requirements KM<PLOT lag_days 0 2026-10-06") == [True, True, True]
    assert are_timely(moved, longer, "requirements KM<PLOT lag_days 0 2026-10-07") == [True, True, False]
    blank = f"requirements ROAD<PLOT needed_by - {JULY}"
    assert are_timely(moved, blank, "requirements ROAD<PLOT lag_days 0 2026-11-01") == [True, True, True]
    assert are_timely(moved, blank, "requirements ROAD<PLOT lag_days 0 2026-11-02") == [True, True, False]


def test_weights_of_one_agreement_stand_or_fall_together() -> None:
    """MAP was due: on that day the weights of its agreement are late, those of the day before are not."""
    others = "targets ROAD weight 40 {0}", "targets KM weight 30 {0}", "targets KM target 8 {0}"
    with_map = (*others, "targets MAP weight 30 {0}")
    assert are_timely(*(each.format("2026-12-31") for each in with_map)) == [True, True, True, True]
    assert are_timely(*(each.format("2027-01-01") for each in with_map)) == [False, False, True, False]
    assert are_timely(*(each.format("2027-01-01") for each in others)) == [True, True, True]


def test_weights_of_other_agreements_and_other_days_do_not_fall() -> None:
    assert are_timely(
        "targets MAP weight 40 2027-01-01", "targets ALL weight 40 2027-01-01", "targets KM weight 10 2027-01-02"
    ) == [False, True, True]


def test_a_cascade_goes_by_its_first_supports_at_any_depth() -> None:
    targets = (*PLAN["targets"][:3], {**PLAN["targets"][3], "supports": "TOP"}, PLAN["targets"][4])
    moved = f"targets ROAD planned_finish 2027-04-30 {JULY}"
    for day, timely in (("2027-01-31", True), ("2027-02-01", False)):
        state = plan(moved, f"targets TOP weight 10 {day}", targets=targets)
        assert [each.timely for each in judgements(state)] == [True, timely]


def test_what_moved_is_told_with_its_default() -> None:
    state = plan(
        f"targets MAP excellent 2027-01-05 {JULY}",
        f"targets MAP very_good 2027-01-11 {JULY}",
        "targets MAP planned_finish 2027-02-01 2026-08-01",
        "targets MAP excellent 2027-01-08 2026-08-02",
        f"targets KM planned_finish 2027-05-01 {JULY}",
        f"targets KM target 8 {JULY}",
        f"targets ROAD planned_start - {JULY}",
        f"targets ROAD planned_finish 2027-01-31 {JULY}",
        f"releases L-1 planned_on 2026-08-01 {JULY}",
        f"milestones NOTICE planned_finish 2027-01-01 {JULY}",
        "milestones PLOT planned_finish 2027-01-01 2026-10-02",
    )
    assert [(each.moved_from, each.moved_to) for each in judgements(state)] == [
        (date(2026, 12, 31), date(2027, 1, 5)),
        (None, None),
        (date(2027, 1, 5), date(2027, 2, 1)),
        (None, None),
        (date(2027, 6, 30), date(2027, 5, 1)),
        (None, None),
        (None, None),
        (None, None),
        (date(2026, 9, 1), date(2026, 8, 1)),
        (None, None),
        (None, None),
    ]


def test_values_are_typed_by_their_column_and_late_ones_too() -> None:
    state = plan(
        f"targets MAP poor 2027-03-01 {JULY}",
        f"targets KM poor 6 {JULY}",
        f"requirements KM<PLOT lag_days 9 {JULY}",
        f"requirements ROAD<PLOT needed_by - {JULY}",
        "releases L-1 amount 12.5 2027-01-01",
        f"releases L-1 released_by LAND {JULY}",
        f"releases L-1 amount much {JULY}",
    )
    assert [(type(each.to), each.to) for each in judgements(state)] == [
        (date, date(2027, 3, 1)),
        (float, 6.0),
        (int, 9),
        (type(None), None),
        (float, 12.5),
        (str, "LAND"),
        (type(None), None),
    ]
    assert not judgements(state)[-1].timely


def test_in_force_are_the_timely_revisions_up_to_the_day() -> None:
    state = plan(
        "targets ROAD planned_finish 2027-04-30 2026-08-01",
        "targets ROAD planned_start - 2026-08-01",
        "targets ROAD planned_finish 2027-05-31 2026-09-01",
        "targets ROAD planned_finish 2027-06-15 2027-06-01",
        "milestones NOTICE planned_finish 2027-01-01 2026-08-01",
        "requirements ROAD<PLOT lag_days 0 2026-08-01",
    )
    first = state["targets"]["ROAD",].values
    seen = [in_force(state, date(2026, *day)) for day in ((7, 31), (8, 1), (8, 31), (9, 1))]
    finishes = [each["targets"]["ROAD",].values.get("planned_finish") for each in seen]
    assert finishes == [date(2027, 1, 31), date(2027, 4, 30), date(2027, 4, 30), date(2027, 5, 31)]
    assert "planned_start" not in seen[1]["targets"]["ROAD",].values
    assert seen[1]["requirements"]["ROAD", "PLOT"].values["lag_days"] == 0
    assert in_force(state, date(2027, 6, 30))["targets"]["ROAD",].values["planned_finish"] == date(2027, 5, 31)
    assert "planned_finish" not in in_force(state, date(2027, 6, 30))["milestones"]["NOTICE",].values
    assert state["targets"]["ROAD",].values is first
    assert first["planned_finish"] == date(2027, 1, 31)
    assert seen[1]["targets"]["KM",] is state["targets"]["KM",]


def test_without_revisions_the_plan_is_what_it_was() -> None:
    state = plan()
    assert judged(state) == {}
    assert in_force(state, date(2027, 6, 30)) is state
