"""The meaning of a load: what is taken, kept, removed and refused, for whole plans and for one agency's folder."""

from dataclasses import replace
from pathlib import Path

import pytest
from plan_folders import write_folder, write_plan

from graph_schema.question_errors import UnknownAgencyError
from loaders.check import check
from loaders.diff import diff
from loaders.merge import Merged, merge
from loaders.plan import State
from loaders.problems import refuses
from loaders.read import read_plan

YEAR = "id,title,starts,ends\n2026-27,Year,2026-07-01,2027-06-30\n"
NEXT_YEAR = "id,title,starts,ends\n2027-28,Next,2027-07-01,2028-06-30\n"
EVENTS = "id,agency,kind,title\n"
LINES = "id,agency,title,amount\nL,ROADS,Road,100\n"
RELEASES = "id,budget_line,released_by,planned_on,amount\nL-1,L,DNB,2026-09-01,100\n"
PAYMENTS = "budget_line,paid_on,amount,reference\nL,2026-09-01,40,a\nL,2026-09-01,60,b\n"


def events(count: int, agency: str = "ROADS") -> str:
    """Rows of milestones of an agency, numbered."""
    return "".join(f"{agency[0]}{number},{agency},event,Rain\n" for number in range(count))


def merged(present: State, *folders: Path, owner: str | None = None, allow_removals: bool = False) -> Merged:
    """A merge of folders without problems of their own."""
    reading = read_plan(folders)
    assert not reading.refused, reading.problems
    return merge(present, reading, owner=owner, allow_removals=allow_removals)


def written(present: State, *folders: Path, load: int = 1, owner: str | None = None) -> State:
    """The state after a sound load: what the load wrote bears its number."""
    result = merged(present, *folders, owner=owner)
    assert not refuses(result.problems), result.problems
    assert not refuses(check(result.state)), check(result.state)
    return {
        sheet: {key: row if row.load else replace(row, load=load) for key, row in rows.items()}
        for sheet, rows in result.state.items()
    }


def said(result: Merged) -> list[str]:
    """What a merge says, as people read it."""
    return [str(problem) for problem in result.problems]


def test_the_same_folder_twice_changes_nothing(tmp_path: Path) -> None:
    folder = write_plan(tmp_path, budget_lines=LINES, releases=RELEASES, payments=PAYMENTS)
    present = written({}, folder)
    again = merged(present, folder)
    assert diff(present, again.state).empty
    assert {row.load for rows in again.state.values() for row in rows.values()} == {1}
    assert ("targets", ("A",)) in again.touched


def test_an_unchanged_row_is_found_where_it_stands_now_and_keeps_its_load(tmp_path: Path) -> None:
    present = written({}, write_plan(tmp_path / "one"))
    moved = "id,title,agency,measure,unit,target\nB,Kilometres,ROADS,quantity,km,6\nA,Road,ROADS,date,,\n"
    state = merged(present, write_plan(tmp_path / "two", targets=moved)).state
    kept, changed = state["targets"]["A",], state["targets"]["B",]
    assert (kept.row, kept.load) == (3, 1)
    assert (changed.row, changed.load, changed.values["target"]) == (2, 0, 6.0)


def test_the_present_state_is_left_as_it_is(tmp_path: Path) -> None:
    present = written({}, write_plan(tmp_path / "one"))
    before = {sheet: dict(rows) for sheet, rows in present.items()}
    merged(present, write_plan(tmp_path / "two", milestones=EVENTS + events(2)), allow_removals=True)
    assert present == before


def test_a_present_sheet_is_the_whole_truth_and_an_absent_one_says_nothing(tmp_path: Path) -> None:
    present = written({}, write_plan(tmp_path / "one", milestones=EVENTS + events(10), budget_lines=LINES))
    after = written(present, write_folder(tmp_path / "two", plan=YEAR, milestones=EVENTS + events(9)))
    assert [key for (key,) in after["milestones"]] == [f"R{number}" for number in range(9)]
    assert after["budget_lines"] == present["budget_lines"]
    assert after["targets"] == present["targets"]


def test_more_than_a_tenth_goes_on_request_alone(tmp_path: Path) -> None:
    present = written({}, write_plan(tmp_path / "one", milestones=EVENTS + events(19)))
    folder = write_folder(tmp_path / "two", plan=YEAR, milestones=EVENTS + events(17))
    refused = merged(present, folder)
    assert said(refused) == [
        (
            "milestones.csv: 2 of the 19 rows of plan year '2026-27' would be removed ('R17', 'R18'), more than a "
            "tenth: "
            "put them back, or ask for it with --allow-removals."
        )
    ]
    assert refused.state["milestones"].keys() == present["milestones"].keys()
    allowed = merged(present, folder, allow_removals=True)
    assert (said(allowed), len(allowed.state["milestones"])) == ([], 17)


def test_a_sheet_that_is_present_and_empty_removes_all_on_request(tmp_path: Path) -> None:
    present = written({}, write_plan(tmp_path / "one", milestones=EVENTS + events(3)))
    folder = write_folder(tmp_path / "two", plan=YEAR, milestones=EVENTS)
    assert said(merged(present, folder))[0].startswith("milestones.csv: 3 of the 3 rows")
    assert merged(present, folder, allow_removals=True).state["milestones"] == {}


def test_nothing_is_removed_by_a_sheet_that_was_not_read_whole(tmp_path: Path) -> None:
    present = written({}, write_plan(tmp_path / "one", milestones=EVENTS + events(10)))
    folder = write_folder(tmp_path / "two", plan=YEAR, milestones=EVENTS + events(4) + ",ROADS,event,No id\n")
    result = merge(present, read_plan([folder]))
    assert result.broken == {"milestones"}
    assert (said(result), len(result.state["milestones"])) == ([], 10)


def test_carried_sheets_are_never_removed_by_absence(tmp_path: Path) -> None:
    posts = "id,title,agency,heads\nHEAD,Head,ROADS,yes\nCLERK,Clerk,ROADS,no\n"
    people = "id,name\nANN,Ann\nBOB,Bob\n"
    tenures = "post,official,since,until\nHEAD,ANN,2026-07-01,\nCLERK,BOB,,\n"
    present = written({}, write_plan(tmp_path / "one", posts=posts, officials=people, tenures=tenures))
    fewer = write_folder(
        tmp_path / "two",
        plan=YEAR,
        agencies="id,name,kind\nROADS,Roads and bridges,department\n",
        posts="id,title,agency,heads\nHEAD,Head,ROADS,yes\n",
        officials="id,name\nANN,Ann\n",
        tenures="post,official,since,until\nHEAD,ANN,2026-07-01,2026-12-31\n",
    )
    change = diff(present, written(present, fewer))
    assert (change.added, change.removed) == (0, 0)
    assert [(row.new.key, [cell.column for cell in row.cells]) for sheet in change.sheets for row in sheet.changed] == [
        (("2026-27", "ROADS"), ["name"]),
        (("HEAD", "ANN", "2026-07-01"), ["until"]),
    ]


def test_facts_add_and_correct_and_a_payment_of_0_takes_back(tmp_path: Path) -> None:
    present = written({}, write_plan(tmp_path / "one", budget_lines=LINES, releases=RELEASES, payments=PAYMENTS))
    update = "budget_line,paid_on,amount,reference\nL,2026-09-01,0,a\nL,2026-09-01,50,b\nL,2026-10-01,30,\n"
    folder = write_folder(tmp_path / "two", payments=update)
    after = written(present, folder, load=2)
    assert {key: (row.values["amount"], row.load) for key, row in after["payments"].items()} == {
        ("L", "2026-09-01", "b"): (50.0, 2),
        ("L", "2026-10-01", ""): (30.0, 2),
    }
    again = merged(after, folder)
    assert diff(after, again.state).empty
    assert [(str(each), each.severity) for each in again.problems] == [
        (
            "payments.csv:2 (amount): takes back a payment that is not there: check line, day and reference.",
            "warning",
        )
    ]


def test_the_first_load_of_a_year_needs_agencies_and_targets_a_later_one_does_not(tmp_path: Path) -> None:
    alone = write_folder(tmp_path / "one", plan=YEAR, milestones=EVENTS + events(1))
    result = merged({}, alone)
    assert [(problem.file, problem.row) for problem in result.problems] == [("agencies.csv", 0), ("targets.csv", 0)]
    assert result.broken == {"agencies", "targets"}
    assert not refuses(check(result.state, broken=result.broken)), "nothing is concluded from sheets that are missing"
    present = written({}, write_plan(tmp_path / "two"))
    assert said(merged(present, alone)) == []


def test_a_later_year_repeats_a_deliverable_unchanged(tmp_path: Path) -> None:
    target = "id,agency,title,measure,planned_finish\nA,ROADS,Road,date,2027-05-01\n"
    first = write_plan(tmp_path / "2026-27", targets=target)
    second = write_plan(tmp_path / "2027-28", plan=NEXT_YEAR, targets=target + "NEW,ROADS,Bridge,date,2028-05-01\n")
    both = written({}, first, second)
    assert {key: row.plan_year for (key,), row in both["targets"].items()} == {"A": "2026-27", "NEW": "2027-28"}
    assert both["targets"]["A",].file == "2026-27/targets.csv"
    # In the other order the row turns out to belong to the earlier year.
    late = written(written({}, second), first, load=2)
    assert {key: (row.plan_year, row.load) for (key,), row in late["targets"].items()} == {
        "A": ("2026-27", 2),
        "NEW": ("2027-28", 1),
    }
    assert diff(both, late).empty
    # A later year without it removes nothing of the earlier one.
    assert ("A",) in written(both, write_plan(tmp_path / "3", plan=NEXT_YEAR, targets=target.replace("A,", "NEW,")))[
        "targets"
    ]


def test_a_cell_that_could_not_be_read_is_no_difference(tmp_path: Path) -> None:
    target = "id,agency,title,measure,planned_finish\nA,ROADS,Road,date,{}\n"
    present = written({}, write_plan(tmp_path / "one", targets=target.format("2027-05-01")))
    reading = read_plan([write_plan(tmp_path / "two", plan=NEXT_YEAR, targets=target.format("May"))])
    assert len(reading.problems) == 1
    assert merge(present, reading).problems == ()


ROWS_OF_BOTH = (
    "id,agency,title,measure,unit,weight,target\n"
    "A,ROADS,Road,date,,,\nB,YARD,Stones,quantity,t,,5\nC,DNB,Book,date,,,\n"
)
TREE = "id,name,kind,part_of\nROADS,Roads,department,\nYARD,Yard,division,ROADS\nDNB,Budget,department,\n"


@pytest.fixture
def shared_plan(tmp_path: Path) -> State:
    """A plan of ROADS, YARD under it, and DNB."""
    return written(
        {},
        write_plan(
            tmp_path / "all",
            agencies=TREE,
            targets=ROWS_OF_BOTH,
            milestones=EVENTS + events(11) + events(11, "DNB") + events(11, "YARD"),
            budget_lines=LINES,
            releases=RELEASES,
            requirements="deliverable,requires\nA,L-1\nC,D1\n",
        ),
    )


def test_for_an_agency_its_rows_and_those_under_it_are_the_whole_truth(tmp_path: Path, shared_plan: State) -> None:
    folder = write_folder(
        tmp_path / "roads",
        plan=YEAR,
        milestones=EVENTS + events(11) + events(10, "YARD"),
        requirements="deliverable,requires\n",
    )
    result = merged(shared_plan, folder, owner="ROADS")
    assert said(result) == [
        (
            "requirements.csv: 1 of the 1 rows of plan year '2026-27' would be removed ('A ← L-1'), more than a "
            "tenth: put "
            "them back, or ask for it with --allow-removals."
        )
    ]
    change = diff(shared_plan, merged(shared_plan, folder, owner="ROADS", allow_removals=True).state)
    assert [row.key for sheet in change.sheets for row in sheet.removed] == [("Y10",), ("A", "L-1")]


def test_for_an_agency_rows_of_others_are_refused_and_left_as_they_are(tmp_path: Path, shared_plan: State) -> None:
    folder = write_folder(
        tmp_path / "yard",
        plan=YEAR.replace("Year", "My year"),
        agencies=TREE.replace("Budget", "Money") + "SHED,Shed,unit,YARD\n",
        targets="id,agency,title,measure,unit,target\nA,YARD,Road,date,,\nB,YARD,Stones,quantity,t,6\nD,DNB,Mine,date,,\n",
        releases="id,budget_line,released_by,planned_on,amount\nL-1,L,DNB,2026-09-01,100\n",
        requirements="deliverable,requires\nB,A\nC,B\n",
        progress="deliverable,as_of,note\nB,2026-09-01,ours\nC,2026-09-01,not ours\n",
    )
    result = merged(shared_plan, folder, owner="YARD")
    head = "expected rows of 'YARD' and the agencies under it, found one "
    tail = "take it out of this folder, or load it without --for."
    assert said(result) == [
        f"plan.csv:2: {head}that no single agency owns: load a change of it without --for.",
        f"agencies.csv:4: {head}of 'DNB': {tail}",
        f"targets.csv:2: {head}of 'ROADS': {tail}",
        f"targets.csv:4: {head}of 'DNB': {tail}",
        f"requirements.csv:3: {head}of 'DNB': {tail}",
        f"progress.csv:3: {head}of 'DNB': {tail}",
    ]
    change = diff(shared_plan, result.state)
    assert [row.key for sheet in change.sheets for row in sheet.added] == [
        ("2026-27", "SHED"),
        ("B", "A"),
        ("B", "2026-09-01", "self", "2026-09-01"),
    ]
    assert [row.new.key for sheet in change.sheets for row in sheet.changed] == [("B",)]
    assert change.removed == 0


def test_a_folder_of_one_agency_may_tell_of_payments_it_makes_or_gets(tmp_path: Path, shared_plan: State) -> None:
    folder = write_folder(tmp_path / "pay", payments="budget_line,paid_on,amount\nL,2026-09-01,40\n")
    for owner in ("DNB", "ROADS"):
        assert said(merged(shared_plan, folder, owner=owner)) == []
    assert len(said(merged(shared_plan, folder, owner="YARD"))) == 1


def test_a_folder_of_an_agency_that_nobody_knows(tmp_path: Path, shared_plan: State) -> None:
    folder = write_folder(tmp_path / "who", plan=YEAR)
    with pytest.raises(UnknownAgencyError, match=r"No agency has the id 'ROAD'\. Did you mean 'ROADS'\?"):
        merged(shared_plan, folder, owner="ROAD")
