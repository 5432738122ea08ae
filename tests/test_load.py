"""A load on a real graph: what it writes, what it leaves, what it says, and that nothing else leaves a trace."""

import csv
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from full_plan import FULL, changed, write_full
from graph_contents import MADE, apart, contents, digest, plan_and_assessment
from plan_folders import write_folder

from graph_schema.answers.report import report
from graph_schema.assess import assess
from graph_schema.graph import Graph
from loaders.load import Outcome, load
from loaders.merge import merge
from loaders.plan import State
from loaders.read import read_plan
from loaders.sample import PLANS
from loaders.stored import present_state

EMPTY = "CYPHER 25 MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 20000 ROWS"
TWO_YEARS = Path(__file__).parent / "vectors" / "two-years"
_PLACES = """CYPHER 25
MATCH (n) WHERE NOT n:Load AND NOT n:Graph AND NOT n:Agency AND NOT n:Post
RETURN labels(n) AS what, n.file AS file, n.row AS row, n.load AS load
UNION ALL
MATCH ()-[r:LISTED_IN|FINANCES|ENABLES]->()
RETURN [type(r)] AS what, r.file AS file, r.row AS row, r.load AS load"""
_COVERS = """CYPHER 25
MATCH (p:Payment)-[c:COVERS]->(r:Release)
RETURN p.reference AS payment, r.id AS release, c.amount AS amount"""


def taken(graph: Graph, *paths: Path, allow_removals: bool = False, owner: str | None = None) -> Outcome:
    """A sound load."""
    outcome = load(graph, paths, allow_removals=allow_removals, owner=owner)
    assert not outcome.refused, [str(each) for each in outcome.problems if each.severity == "problem"]
    return outcome


def read_rows(*paths: Path) -> State:
    """The rows of a sound plan as they are read."""
    return merge({}, read_plan(paths)).state


def covered(graph: Graph) -> set[tuple[str, str, float]]:
    return {(row["payment"], row["release"], row["amount"]) for row in graph.rows(_COVERS)}


def workbook(folder: Path, path: Path) -> Path:
    """The sheets of a folder as one workbook, cells typed as a spreadsheet would."""
    book = openpyxl.Workbook()
    assert book.active
    book.remove(book.active)
    for file in sorted(folder.glob("*.csv")):
        page = book.create_sheet(file.stem)
        for row in csv.reader(file.open(encoding="utf-8")):
            page.append([_typed(cell) for cell in row])
    book.save(path)
    return path


def _typed(cell: str) -> str | float | date | None:
    for make in (date.fromisoformat, float):
        try:
            return make(cell)
        except ValueError:
            continue
    return cell or None


def full(folder: Path) -> Path:
    return write_full(folder)


@pytest.mark.parametrize("plan", [full, lambda _: PLANS], ids=["every sheet", "sample country"])
def test_what_was_read_comes_back_and_the_same_again_changes_nothing(
    graph: Graph, plan: Callable[[Path], Path], tmp_path: Path
) -> None:
    folder = plan(tmp_path)
    first = taken(graph, folder)
    read, stored = read_rows(folder), present_state(graph)
    assert first.number == 1
    for sheet, rows in read.items():
        assert {key: (row.values, row.plan_year, row.file, row.row, 1) for key, row in rows.items()} == {
            key: (row.values, row.plan_year, row.file, row.row, row.load) for key, row in stored[sheet].items()
        }
    assess(graph, date(2027, 6, 30))
    before = digest(graph)
    again = taken(graph, folder)
    assert (again.number, again.change.empty) == (0, True)
    assert digest(graph) == before


def test_every_fact_tells_its_file_row_and_load(graph: Graph, tmp_path: Path) -> None:
    taken(graph, write_full(tmp_path / "one"))
    places = graph.rows(_PLACES)
    assert len(places) == sum(text.count("\n") - 1 for text in FULL.values())
    assert [row for row in places if not row["file"] or row["row"] < 2 or row["load"] != 1] == []
    taken(
        graph, write_folder(tmp_path / "two", payments="budget_line,paid_on,amount,reference\n\nL1,2027-02-01,5,V9\n")
    )
    payment = graph.rows("MATCH (p:Payment {reference: 'V9'}) RETURN p.file AS file, p.row AS row, p.load AS load")
    assert payment == [{"file": "payments.csv", "row": 3, "load": 2}]


def test_each_load_is_recorded(graph: Graph, tmp_path: Path) -> None:
    taken(graph, write_full(tmp_path / "one"))
    taken(
        graph, write_full(tmp_path / "two", **changed("releases", "R3,L2,FIN,2026-10-01,50", "R3,L2,FIN,2026-10-01,60"))
    )
    loads = graph.rows(
        "MATCH (l:Load) RETURN l.number AS number, l.loaded_by AS who, l.added AS added, l.changed AS changed, "
        "l.removed AS removed, l.summary AS summary, size(l.sources) AS files, l.digests[0] AS digest ORDER BY number"
    )
    rows = sum(text.count("\n") - 1 for text in FULL.values())
    assert [(each["added"], each["changed"], each["removed"]) for each in loads] == [(rows, 0, 0), (0, 1, 0)]
    assert loads[1]["summary"] == '{"releases": {"added": 0, "changed": 1, "removed": 0}}'
    assert [(each["files"], len(each["digest"])) for each in loads] == [(len(FULL), 64)] * 2
    assert all(each["who"] for each in loads)


def test_a_dry_run_writes_nothing_and_names_every_cell(graph: Graph, tmp_path: Path) -> None:
    taken(graph, write_full(tmp_path / "one"))
    before = digest(graph)
    sheets = changed("releases", "R2,L1,BUDGET,2026-12-01", "R2,L1,BUDGET,2026-12-24")
    sheets |= changed("requirements", "ROAD,FLOOD,,,,\n", "KM,FLOOD,,,,\n")
    outcome = load(graph, [write_full(tmp_path / "two", **sheets)], dry_run=True, allow_removals=True)
    assert digest(graph) == before
    assert (outcome.number, outcome.refused) == (0, False)
    (cell,) = outcome.change.of("releases").changed[0].cells
    assert (cell.column, cell.old, cell.new) == ("planned_on", date(2026, 12, 1), date(2026, 12, 24))
    requirements = outcome.change.of("requirements")
    assert [row.key for row in requirements.added] == [("KM", "FLOOD")]
    assert [row.key for row in requirements.removed] == [("ROAD", "FLOOD")]


def test_a_dry_run_and_a_refusal_leave_an_empty_graph_empty(graph: Graph, tmp_path: Path) -> None:
    assert not load(graph, [write_full(tmp_path / "one")], dry_run=True).refused
    assert load(graph, [write_full(tmp_path / "two", targets="id\nX\n")]).refused
    assert contents(graph) == ()


def test_control_totals_are_those_of_the_ledger(graph: Graph, tmp_path: Path) -> None:
    outcome = taken(graph, write_full(tmp_path))
    totals = {each.sheet: each for each in outcome.totals}
    assert {name: each.rows for name, each in totals.items()} == {
        name: text.count("\n") - 1 for name, text in FULL.items()
    }
    assert (totals["payments"].amount, totals["payments"].first, totals["payments"].last) == (
        Decimal("1050.5"), date(2026, 9, 10), date(2027, 1, 15)
    )  # fmt: skip
    assert totals["releases"].amount == Decimal("1050.5")
    held = graph.rows(
        "MATCH (p:Payment) RETURN sum(p.amount) AS amount, min(p.paid_on) AS first, max(p.paid_on) AS last"
    )
    assert held == [{"amount": 1050.5, "first": date(2026, 9, 10), "last": date(2027, 1, 15)}]


def test_rows_that_are_gone_go_with_their_relations_but_many_on_request_alone(graph: Graph, tmp_path: Path) -> None:
    bare = {name: FULL[name].splitlines()[0] + "\n" for name in ("revisions", "disputes")}  # both name that requirement
    taken(graph, write_full(tmp_path / "one", **bare))
    before = digest(graph)
    fewer = changed("requirements", "ROAD,R1,2026-08-15,5,2026-06-20,Work stops\n", "")
    folder = write_full(tmp_path / "two", **fewer, **bare)
    refused = load(graph, [folder])
    assert refused.refused
    assert "--allow-removals" in str(refused.problems[0])
    assert digest(graph) == before
    outcome = taken(graph, folder, allow_removals=True)
    assert (outcome.change.added, outcome.change.changed, outcome.change.removed) == (0, 0, 1)
    assert graph.rows("MATCH (:Deliverable {id: 'R1'})-[r:FINANCES]->() RETURN r") == []


def test_the_folder_of_one_agency_leaves_all_others_alone(graph: Graph, tmp_path: Path) -> None:
    taken(graph, write_full(tmp_path / "one"))
    others = plan_and_assessment(graph)
    header, clear = FULL["milestones"].splitlines()[:2]
    milestones = f"{header}\n{clear.replace('Clearance', 'Cleared at last')}\n"
    outcome = taken(graph, write_folder(tmp_path / "two", plan=FULL["plan"], milestones=milestones), owner="FIN")
    assert (outcome.change.added, outcome.change.changed, outcome.change.removed) == (0, 1, 0)
    different = apart(others, plan_and_assessment(graph))
    assert different
    assert [line for line in different if '"id": "CLEAR"' not in line] == []


def test_updates_hold_facts_alone_and_the_matching_is_done_anew(graph: Graph, tmp_path: Path) -> None:
    taken(graph, write_full(tmp_path / "plan"))
    first = {("V1", "R1", 500), ("V2", "R1", 100.25), ("V2", "R2", 100.25), ("V3", "R2", 300), ("V4", "R3", 50)}
    assert covered(graph) == first
    header = "budget_line,paid_on,amount,reference\n"
    back = write_folder(tmp_path / "back", payments=header + "L1,2026-09-10,0,V1\n")
    taken(graph, back)
    assert covered(graph) == {("V2", "R1", 200.5), ("V3", "R1", 300), ("V4", "R3", 50)} | {("V3", "R1", 300.0)}
    again = write_folder(tmp_path / "again", payments=header + "L1,2026-09-10,500,V1\n")
    taken(graph, again)
    assert covered(graph) == first
    report_of_flood = "deliverable,as_of,finished_on\nFLOOD,2026-10-01,2026-09-30\n"
    taken(graph, write_folder(tmp_path / "progress", progress=report_of_flood))
    assert graph.rows("MATCH (p:Progress)-[:REPORTS]->(d {id: 'FLOOD'}) RETURN p.load AS load") == [{"load": 4}]


def test_the_order_of_updates_leaves_no_trace(graph: Graph, tmp_path: Path) -> None:
    plan = write_full(tmp_path / "plan", payments="budget_line,paid_on,amount\n", progress="deliverable,as_of\n")
    header, *reports = FULL["progress"].splitlines(keepends=True)
    facts = (
        write_folder(tmp_path / "money", payments=FULL["payments"]),
        write_folder(tmp_path / "early", progress=header + "".join(reports[:3])),
        write_folder(tmp_path / "late", progress=header + "".join(reports[3:])),
    )
    found: list[tuple[str, ...]] = []
    for order in (facts, facts[::-1]):
        graph.write_alone(EMPTY)
        taken(graph, plan)
        for folder in order:
            taken(graph, folder)
        assess(graph, date(2027, 6, 30))
        found.append(plan_and_assessment(graph))
    assert apart(*found) == []


def test_a_workbook_says_what_its_folder_says(graph: Graph, tmp_path: Path) -> None:
    folder = write_full(tmp_path / "folder")
    taken(graph, folder)
    from_folder = contents(graph, without={"file", *MADE}, but={"Load"})
    graph.write_alone(EMPTY)
    taken(graph, workbook(folder, tmp_path / "plan.xlsx"))
    assert apart(from_folder, contents(graph, without={"file", *MADE}, but={"Load"})) == []


def test_several_folders_of_one_plan_year_are_one_plan(graph: Graph, tmp_path: Path) -> None:
    taken(graph, write_full(tmp_path / "whole"))
    whole = plan_and_assessment(graph)
    graph.write_alone(EMPTY)
    shared = {name: FULL[name] for name in ("plan", "five_year_plans", "agencies", "posts")}
    first = {name: text for name, text in FULL.items() if name not in ("milestones", "payments", "progress")}
    rest = {name: text for name, text in FULL.items() if name in ("milestones", "payments", "progress")}
    outcome = taken(graph, write_folder(tmp_path / "a", **first), write_folder(tmp_path / "b", **(shared | rest)))
    assert outcome.number == 1
    assert apart(whole, plan_and_assessment(graph)) == []


def test_a_parent_folder_is_its_plan_years_and_a_later_one_disturbs_no_earlier_one(graph: Graph) -> None:
    """In the later year an agency has moved; what was said of the earlier year stays to the last digit."""
    taken(graph, TWO_YEARS / "2026-27")
    assess(graph, date(2027, 6, 30))
    alone = report(graph, "2026-27")
    taken(graph, TWO_YEARS / "2027-28")
    assess(graph, date(2027, 6, 30))
    assert report(graph, "2026-27") == alone
    in_turn = plan_and_assessment(graph)
    graph.write_alone(EMPTY)
    assert taken(graph, TWO_YEARS).number == 1
    assess(graph, date(2027, 6, 30))
    assert apart(in_turn, plan_and_assessment(graph)) == []
