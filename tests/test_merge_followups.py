"""What a load means for the sheets of what follows a plan: two of a year, three that only add and correct."""

from dataclasses import replace
from pathlib import Path

import pytest
from full_plan import FULL, write_full
from plan_folders import write_folder

from loaders.check import check
from loaders.diff import diff
from loaders.merge import Merged, merge
from loaders.plan import State
from loaders.problems import refuses
from loaders.read import read_plan

FOLLOWUPS = ("results", "trajectory", "spending", "revisions", "disputes")
FACTS = ("spending", "revisions", "disputes")
Sizes = dict[str, tuple[int, int, int]]


def merged(present: State, folder: Path, *, owner: str | None = None, allow_removals: bool = True) -> Merged:
    reading = read_plan([folder])
    assert not reading.problems
    return merge(present, reading, owner=owner, allow_removals=allow_removals)


@pytest.fixture
def present(tmp_path: Path) -> State:
    """The full plan, as if written by load 1."""
    state = merged({}, write_full(tmp_path / "full")).state
    assert not refuses(check(state)), check(state)
    return {sheet: {key: replace(row, load=1) for key, row in rows.items()} for sheet, rows in state.items()}


def sizes(old: State, new: State) -> Sizes:
    """Rows added, changed and removed, by sheet."""
    return {each.sheet: (len(each.added), len(each.changed), len(each.removed)) for each in diff(old, new).sheets}


def without(sheet: str, *starts: str) -> str:
    """A sheet of the full plan without the rows that begin so."""
    lines = FULL[sheet].splitlines(keepends=True)
    assert sum(line.startswith(starts) for line in lines) >= len(starts)
    return "".join(line for line in lines if not line.startswith(starts))


def said(result: Merged) -> list[str]:
    return [str(each) for each in result.problems]


def test_the_same_sheets_twice_change_nothing(present: State, tmp_path: Path) -> None:
    again = merged(present, write_full(tmp_path / "again"))
    assert (diff(present, again.state).empty, said(again)) == (True, [])
    update = merged(present, write_folder(tmp_path / "update", **{sheet: FULL[sheet] for sheet in FACTS}))
    assert (diff(present, update.state).empty, said(update)) == (True, [])


def test_an_update_folder_adds_and_corrects_and_takes_nothing_away(present: State, tmp_path: Path) -> None:
    update = write_folder(
        tmp_path / "update",
        spending="budget_line,as_of,amount\nL1,2027-03-31,880\nL1,2027-05-31,990.5\n",
        revisions="sheet,id,column,value,revised_on,reason\nmilestones,FLOOD,planned_finish,2026-10-01,2026-09-01,Rain\n",
        disputes="id,deliverable,raised_on,raised_by,state,answered_on,answer\nD2,KM,2027-06-01,ROADS,answered,2027-06-09,No\n",
    )
    state = merged(present, update).state
    assert sizes(present, state) == {"spending": (1, 1, 0), "revisions": (1, 0, 0), "disputes": (0, 1, 0)}
    assert {key[1]: row.values["amount"] for key, row in state["spending"].items() if key[0] == "L1"} == {
        "2026-12-31": 450.25,
        "2027-03-31": 880.0,
        "2027-05-31": 990.5,
    }
    # A corrected row says what its folder says, and no more: `from`, `to` and `units` were left out.
    assert set(state["disputes"]["D2",].values) == {
        *("id", "deliverable", "raised_on", "raised_by", "state", "answered_on", "answer")
    }
    assert not refuses(check(state))


def test_a_present_sheet_of_the_year_is_the_whole_truth_of_results_and_of_interim_targets(
    present: State, tmp_path: Path
) -> None:
    fewer = write_folder(
        tmp_path / "fewer",
        plan=FULL["plan"],
        results=without("results", "G-ROADS,warning,2027-08-10,,BOB"),
        trajectory=without("trajectory", "ALSO"),
        **{sheet: FULL[sheet].splitlines(keepends=True)[0] for sheet in FACTS},
    )
    state = merged(present, fewer).state
    assert sizes(present, state) == {"results": (0, 0, 1), "trajectory": (0, 0, 1)}
    refused = merged(present, fewer, allow_removals=False)
    assert [line.partition(" would")[0] for line in said(refused)] == [
        "results.csv: 1 of the 3 rows of plan year '2026-27'",
        "trajectory.csv: 1 of the 3 rows of plan year '2026-27'",
    ]
    absent = merged(present, write_folder(tmp_path / "absent", plan=FULL["plan"])).state
    assert diff(present, absent).empty


def test_another_value_of_a_revision_under_its_key_loads_and_is_said(present: State, tmp_path: Path) -> None:
    changed = FULL["revisions"].replace("2027-06-15", "2027-06-25").replace("start,,2026", "start,2026-07-20,2026")
    result = merged(present, write_folder(tmp_path / "update", revisions=changed))
    assert sizes(present, result.state) == {"revisions": (0, 2, 0)}
    assert not refuses(result.problems)
    assert [line.partition(" (revisions.csv:")[0] for line in said(result)] == [
        "revisions.csv:2 (value): expected '2027-06-15', as this revision said until now",
        "revisions.csv:3 (value): expected an empty cell, as this revision said until now",
    ]
    assert all(line.endswith("what was approved later is a revision of a later day.") for line in said(result))


def test_rows_about_something_go_with_it(present: State, tmp_path: Path) -> None:
    """KM is gone with what is about it; so is what only its requirements named, and what was spent of a line."""
    gone = write_folder(
        tmp_path / "gone",
        plan=FULL["plan"],
        targets=without("targets", "KM"),
        requirements=without("requirements", "KM", "ROAD,R1"),
        budget_lines=without("budget_lines", "L2"),
        releases=without("releases", "R3"),
        payments="budget_line,paid_on,amount,reference\nL2,2026-10-01,0,V4\n",
        agreements=without("agreements", "G-BUDGET"),
    )
    result = merged(present, gone)
    before, after = ({(sheet, *key) for sheet in state for key in state[sheet]} for state in (present, result.state))
    about_it = {name for name in before - after if name[0] in (*FOLLOWUPS, "progress")}
    assert about_it == {
        ("progress", "KM", "2026-12-31", "self", "2026-12-31"),
        ("progress", "KM", "2027-05-31", "self", "2027-05-31"),
        ("trajectory", "KM", "2026-12-31"),
        ("trajectory", "KM", "2027-03-31"),
        ("spending", "L2", "2026-12-31"),
        ("revisions", "targets", "KM", "", "planned_finish", "2027-01-10"),
        ("revisions", "targets", "KM", "", "planned_start", "2026-07-10"),
        ("revisions", "requirements", "ROAD", "R1", "lag_days", "2026-07-20"),
        ("disputes", "D2"),
    }
    assert after <= before


def test_results_go_with_their_agreement_and_a_row_of_this_load_needs_what_it_names(
    present: State, tmp_path: Path
) -> None:
    sheets = {
        "plan": FULL["plan"],
        "agreements": without("agreements", "G-ROADS"),
        "targets": FULL["targets"].replace("G-ROADS", "G-WORKS").replace("ROADS,G-WORKS", "WORKS,G-WORKS"),
    }
    result = merged(present, write_folder(tmp_path / "gone", **sheets))
    assert result.state["results"] == {}
    assert not refuses(check(result.state, touched=result.touched))
    kept = merged(present, write_folder(tmp_path / "kept", **sheets, results=FULL["results"]))
    found = check(kept.state, touched=kept.touched)
    assert {(each.file, each.column) for each in found if each.severity == "problem"} == {("results.csv", "agreement")}


def for_one(present: State, folder: Path, owner: str) -> tuple[Sizes, list[str]]:
    result = merged(present, folder, owner=owner)
    return sizes(present, result.state), said(result)


def test_a_folder_of_one_agency_is_the_whole_truth_of_its_own_alone(present: State, tmp_path: Path) -> None:
    header = {sheet: FULL[sheet].splitlines(keepends=True)[0] for sheet in ("results", "trajectory")}
    folder = write_folder(tmp_path / "roads", plan=FULL["plan"], **header)
    assert for_one(present, folder, "ROADS") == (
        {"results": (0, 0, 3), "trajectory": (0, 0, 2)},
        [],
    )
    assert for_one(present, folder, "WORKS") == ({"results": (0, 0, 3), "trajectory": (0, 0, 3)}, [])
    assert for_one(present, folder, "FIN") == ({}, [])


_TOLD = {
    "spending": ("spending", "L1,2027-05-31,990", ("ROADS", "WORKS"), ("BUDGET", "FIN")),
    "a revision": (
        *("revisions", "milestones,FLOOD,,planned_finish,2026-10-01,2026-09-01,MIN,"),
        *(("RAIN", "WORKS"), ("ROADS", "FIN")),
    ),
    "of a requirement": (
        *("revisions", "requirements,ROAD,CLEAR,lag_days,9,2026-07-20,,"),
        *(("ROADS", "WORKS"), ("FIN", "COUNCIL")),
    ),
    "a ruling": (
        *("disputes", "D3,ROAD,2027-06-01,BUDGET,,ruled,,,own,R1,1,,2027-06-10,CHAIR,"),
        *(("ROADS", "FIN", "COUNCIL"), ("RAIN",)),
    ),
}
"""A row of a sheet, for whom it may be loaded, and for whom not."""


@pytest.mark.parametrize("told", _TOLD.values(), ids=_TOLD.keys())
def test_who_may_tell_a_fact(
    present: State, tmp_path: Path, told: tuple[str, str, tuple[str, ...], tuple[str, ...]]
) -> None:
    sheet, row, may, may_not = told
    header = FULL[sheet].splitlines(keepends=True)[0]
    folder = write_folder(tmp_path / "one", **{sheet: f"{header}{row}\n"})
    for owner in may:
        assert for_one(present, folder, owner) == ({sheet: (1, 0, 0)}, [])
    for owner in may_not:
        change, found = for_one(present, folder, owner)
        assert change == {}
        assert [line.partition(",")[0] for line in found] == [
            f"{sheet}.csv:2: expected rows of '{owner}' and the agencies under it"
        ]
