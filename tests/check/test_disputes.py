"""Judges of disputes: who is a party, by the trees of the year and the owners of the day."""

from datetime import date
from pathlib import Path

import pytest
from revised_plan import Cells, plan, rows

from loaders.check import check
from loaders.check.judges import Benches
from loaders.check.whole import Whole
from loaders.merge import merge
from loaders.plan import Row, State
from loaders.read import read_plan

VECTORS = Path(__file__).parents[1] / "vectors"
RULED = [folder for folder in sorted(VECTORS.iterdir()) if list(folder.rglob("disputes.csv"))]

AGENCIES: tuple[Cells, ...] = (
    {"id": "WORKS", "name": "Works", "kind": "ministry"},
    {"id": "ROADS", "name": "Roads", "kind": "department", "part_of": "WORKS"},
    {"id": "BRIDGES", "name": "Bridges", "kind": "department", "part_of": "WORKS"},
    {"id": "LAND", "name": "Land", "kind": "department"},
    {"id": "COUNCIL", "name": "Council", "kind": "council"},
    {"id": "DONOR", "name": "Donor", "kind": "external"},
)
POSTS: tuple[Cells, ...] = tuple({"id": f"P-{each['id']}", "title": "Head", "agency": each["id"]} for each in AGENCIES)


def under(root: str) -> tuple[Cells, ...]:
    """The agencies, with one more above all of them that are not external."""
    others = tuple(
        each if "part_of" in each or each["kind"] == "external" else {**each, "part_of": root} for each in AGENCIES
    )
    return ({"id": root, "name": "Cabinet", "kind": "cabinet"}, *others)


def ruled(
    judge: str, *revisions: str, moved: str = "own FLOOD", agencies: tuple[Cells, ...] = AGENCIES
) -> tuple[State, Row]:
    """The plan with a ruling on ROAD, raised by BRIDGES, of the head of an agency; and its row."""
    source, target = moved.split()
    cells: dict[str, str | float | date] = {"id": "D", "deliverable": "ROAD", "raised_by": "BRIDGES", "state": "ruled"}
    cells |= {"from": source, "to": target, "days": 3.0, "raised_on": date(2027, 1, 10), "ruled_on": date(2027, 1, 20)}
    cells["ruled_by"] = f"P-{judge}"
    disputes = rows("disputes", cells)
    state = plan(*revisions, agencies=agencies, posts=POSTS) | {"disputes": disputes}
    return state, disputes["D",]


def shared(
    judge: str, *revisions: str, passed_on: tuple[str, ...] = (), moved: str = "own FLOOD", root: str = ""
) -> tuple[str, ...]:
    """The agencies that make the judge a party."""
    state, row = ruled(judge, *revisions, moved=moved, agencies=under(root) if root else AGENCIES)
    return Benches(Whole(state)).parties(row, passed_on)


def test_a_judge_has_no_agency_in_common_with_the_parties() -> None:
    assert shared("COUNCIL") == ()
    assert shared("LAND") == ()
    assert shared("ROADS") == ("BRIDGES", "ROADS"), "one ministry"
    assert shared("WORKS") == ("BRIDGES", "ROADS")


def test_the_owners_of_what_answers_for_less_and_for_more_are_parties() -> None:
    assert shared("LAND", moved="PLOT own") == ("LAND",)
    assert shared("LAND", moved="own PLOT") == ("LAND",)
    assert shared("LAND", moved="NOTICE FLOOD") == ("LAND",)


def test_those_to_whom_the_causes_pass_on_are_parties() -> None:
    assert shared("LAND", passed_on=("LAND", "DONOR")) == ("LAND",)
    assert shared("DONOR", passed_on=("LAND", "DONOR")) == ("DONOR",)
    assert shared("COUNCIL", passed_on=("LAND", "DONOR")) == ()


def test_the_root_of_all_is_nobodys_house() -> None:
    assert shared("COUNCIL", root="CABINET", passed_on=("LAND", "DONOR")) == ()
    assert shared("WORKS", root="CABINET") == ("BRIDGES", "ROADS")


def test_owners_are_those_in_force_on_the_day_of_the_ruling() -> None:
    to_land = "targets ROAD agency LAND 2027-01-{0}"
    assert shared("LAND", to_land.format(20)) == ("LAND",)
    assert shared("LAND", to_land.format(21)) == ()
    assert shared("LAND", "targets ROAD agency LAND 2027-02-01") == ()
    away = "milestones PLOT agency ROADS 2026-09-01"
    assert shared("LAND", away, moved="PLOT own") == ()


def test_a_party_on_the_bench_is_a_problem_and_a_raised_dispute_has_no_bench() -> None:
    state, _ = ruled("WORKS")
    found = [each for each in check(state) if each.file == "disputes.csv"]
    assert [(each.column, each.severity) for each in found] == [("ruled_by", "problem")]
    assert "together with 'BRIDGES' and 1 more" in found[0].message
    row = state["disputes"]["D",]
    raised = rows("disputes", {**row.values, "state": "raised"})
    assert [each for each in check(state | {"disputes": raised}) if each.file == "disputes.csv"] == []


@pytest.mark.parametrize("folder", RULED, ids=lambda folder: folder.name)
def test_worked_cases_have_no_problem(folder: Path) -> None:
    state = merge({}, read_plan([folder])).state
    assert [str(each) for each in check(state) if each.severity == "problem"] == []
    assert any(row.values["state"] == "ruled" for row in state["disputes"].values())
