"""Loads of results, interim targets, spending, revisions and disputes on a real graph; what is judged of revisions."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from engine import VECTORS
from full_plan import FULL, changed, write_full
from graph_contents import apart, contents, digest, plan_and_assessment
from plan_folders import write_folder

from graph_schema.graph import Graph
from loaders.load import Outcome, load
from loaders.merge import merge
from loaders.read import read_plan
from loaders.revised import Judged, judged
from loaders.stored import present_state

_EMPTY = "CYPHER 25 MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 20000 ROWS"
_FACTS = ("spending", "revisions", "disputes")
_JUDGED = """CYPHER 25
MATCH (r:Revision)-[:REVISES]->(d:Deliverable)
RETURN d.id + ' ' + r.column AS name, r.revised_on AS revised_on, r.revised_day AS revised_day,
  r.timely AS timely, r.to AS to, r.moved_from_day AS moved_from, r.moved_to_day AS moved_to"""
_RELATIONS = """CYPHER 25
MATCH (a)-[r:FOLLOWS|CONCERNS|DECIDED_BY|EXPECTED_OF|SPENT_FROM|REVISES|APPROVED|ABOUT|RAISED|RULED]->(b)
RETURN type(r) AS kind, count(*) AS count"""


def taken(graph: Graph, *folders: Path, allow_removals: bool = False) -> Outcome:
    outcome = load(graph, folders, allow_removals=allow_removals)
    assert not outcome.refused, [str(each) for each in outcome.problems if each.severity == "problem"]
    return outcome


def judgements(graph: Graph) -> dict[tuple[str, date], Judged]:
    """What the graph says of each revision, by the cell it is about and its day."""
    rows = graph.rows(_JUDGED)
    assert [_day(row["revised_day"]) for row in rows] == [row["revised_on"] for row in rows]
    return {
        (row["name"], row["revised_on"]): Judged(
            row["timely"], _day(row["moved_from"]), _day(row["moved_to"]), row["to"]
        )
        for row in rows
    }


def _day(number: int | None) -> date | None:
    return None if number is None else date(1970, 1, 1) + timedelta(days=number)


def test_every_relation_of_what_follows_a_plan_is_there_once(graph: Graph, tmp_path: Path) -> None:
    plan = write_full(tmp_path)
    taken(graph, plan)
    relations = {row["kind"]: row["count"] for row in graph.rows(_RELATIONS)}
    assert relations == {
        "FOLLOWS": 3,
        "CONCERNS": 2,
        "DECIDED_BY": 3,
        "EXPECTED_OF": 3,
        "SPENT_FROM": 3,
        "REVISES": 6,
        "APPROVED": 5,
        "ABOUT": 2,
        "RAISED": 2,
        "RULED": 1,
    }
    assert taken(graph, plan).change.empty


def test_what_is_told_later_in_folders_of_its_own_makes_the_same_graph(graph: Graph, tmp_path: Path) -> None:
    taken(graph, write_full(tmp_path / "whole"))
    expected = plan_and_assessment(graph)
    graph.write_alone(_EMPTY)
    taken(graph, write_full(tmp_path / "plan", **{sheet: FULL[sheet].partition("\n")[0] + "\n" for sheet in _FACTS}))
    for sheet in _FACTS:
        update = write_folder(tmp_path / sheet, **{sheet: FULL[sheet]})
        before = digest(graph)
        dry = load(graph, [update], dry_run=True)
        assert (dry.number, dry.change.added, digest(graph)) == (0, FULL[sheet].count("\n") - 1, before)
        assert [each.sheet for each in taken(graph, update).change.sheets] == [sheet]
        assert taken(graph, update).change.empty
    assert apart(plan_and_assessment(graph), expected) == []


def test_revisions_are_judged_and_their_values_typed(graph: Graph, tmp_path: Path) -> None:
    taken(graph, write_full(tmp_path))
    moved = Judged(timely=True, moved_from=date(2027, 5, 31), moved_to=date(2027, 6, 15), to=date(2027, 6, 15))
    found = judgements(graph)
    assert found == {
        ("KM planned_finish", date(2027, 1, 10)): moved,
        ("KM planned_start", date(2026, 7, 10)): Judged(timely=True),
        ("R2 amount", date(2026, 11, 1)): Judged(timely=True, to=380.5),
        ("CLEAR agency", date(2026, 8, 1)): Judged(timely=True, to="BUDGET"),
        ("ROAD lag_days", date(2026, 7, 20)): Judged(timely=True, to=7),
        ("CLEAR planned_finish", date(2026, 9, 1)): Judged(timely=False, to=date(2026, 9, 25)),
    }
    assert {type(each.to) for each in found.values()} == {date, type(None), float, str, int}


def test_a_corrected_promise_is_judged_anew_and_nothing_else_is_rewritten(graph: Graph, tmp_path: Path) -> None:
    """CLEAR was promised for September, not August: its revision of 1 September came in time after all."""
    taken(graph, write_full(tmp_path / "one"))
    before = contents(graph, but={"Load", "Graph"})
    corrected = write_full(tmp_path / "two", **changed("milestones", "2026-07-10,2026-08-15", "2026-07-10,2026-09-15"))
    assert [each.sheet for each in taken(graph, corrected).change.sheets] == ["milestones"]
    lines = apart(before, contents(graph, but={"Load", "Graph"}))
    (was, now) = sorted(line for line in lines if '["Revision"]' in line and '"column": "planned_finish"' in line)[::-1]
    assert ('"timely": false' in was, '"timely": true' in now) == (True, True)
    assert '"load": 1' in now  # the row itself is as load 1 wrote it
    name, to = ("CLEAR planned_finish", date(2026, 9, 1)), date(2026, 9, 25)
    assert judgements(graph)[name] == Judged(timely=True, moved_from=date(2026, 9, 15), moved_to=to, to=to)
    taken(graph, write_full(tmp_path / "three"))
    assert judgements(graph)[name] == Judged(timely=False, to=to)


@pytest.mark.parametrize("case", ["people", "revised", "ruled", "random-7", "random-8"])
def test_worked_cases_come_back_as_they_were_read(graph: Graph, case: str) -> None:
    taken(graph, VECTORS / case)
    read, stored = merge({}, read_plan([VECTORS / case])).state, present_state(graph)
    for sheet, rows in stored.items():
        assert {key: row.values for key, row in rows.items()} == {
            key: row.values for key, row in read.get(sheet, {}).items()
        }, sheet
    kept = {row["key"]: row["timely"] for row in graph.rows("ledger/judgements")}
    assert kept == {"\x1f".join(key): each.timely for key, each in judged(read).items()}
    assert len(kept) == len(read.get("revisions", {}))
    assert taken(graph, VECTORS / case).change.empty
