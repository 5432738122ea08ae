"""Who answers for what was last reported delayed or blocked: on real public data, and case by case."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from plan_folders import write_plan as write_small
from typer.testing import CliRunner

from graph_schema.answers.frames import to_frame
from graph_schema.answers.report import report
from graph_schema.answers.reported import reported
from graph_schema.answers.scorecard import scorecard
from graph_schema.assess import assess
from graph_schema.question_errors import UnknownPlanYearError, UnknownStatusError
from loaders.cli import app
from loaders.load import Outcome, load
from loaders.sample import AS_OF, PLANS
from loaders.sources.conversion import Conversion, write_plan
from loaders.sources.performance_gov import convert

if TYPE_CHECKING:
    from graph_schema.graph import Graph

SOURCE = Path(__file__).parent / "data" / "us-performance-gov"
LAST_REPORT = date(2022, 9, 30)
YEAR_END = date(2023, 9, 30)
TROUBLED = {
    "010APG2201": "delayed",
    "014APG2207": "delayed",
    "016APG2201": "delayed",
    "016APG2202": "delayed",
    "019APG2203": "delayed",
    "020APG2202": "delayed",
    "021APG2201": "delayed",
    "026APG2203": "delayed",
    "026APG2204": "delayed",
    "027APG2206": "blocked",
    "184APG2202": "delayed",
}
LEADERLESS = ("016APG2201", "020APG2202", "184APG2202")
WAITING = {"010APG2202", "012APG2202", "018APG2201", "020APG2201", "021APG2201", "025APG2201"}
"""Goals all of whose indicators with a target have it below their start, or undefined."""


@pytest.fixture(scope="module")
def conversion() -> Conversion:
    """The source, converted."""
    return convert(SOURCE)


@pytest.fixture(scope="module")
def folder(conversion: Conversion, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plan folder it becomes."""
    made = tmp_path_factory.mktemp("performance-gov") / "plan"
    write_plan(conversion, made)
    return made


@pytest.fixture(scope="module")
def loaded(open_once: Graph, folder: Path) -> tuple[Graph, Outcome]:
    """The plan in the graph, assessed as of its last report."""
    open_once.write_alone("CYPHER 25 MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 20000 ROWS")
    outcome = load(open_once, [folder])
    assert not outcome.refused, [str(each) for each in outcome.problems if each.severity == "problem"]
    assess(open_once, outcome.assessed_on(date(2026, 1, 1)))
    return open_once, outcome


def test_the_graph_holds_what_was_read(loaded: tuple[Graph, Outcome]) -> None:
    graph, _ = loaded
    goals = graph.rows("CYPHER 25 MATCH (t:Target {measure: 'cascade'}) RETURN t.objective AS kind, count(*) AS number")
    assert {row["kind"]: row["number"] for row in goals} == {
        "Agency Priority Goals": 90,
        "Strategic goals": 351,
        "President's Management Agenda": 19,
    }
    (held,) = graph.rows(
        "CYPHER 25 MATCH (o:Official)-[:HOLDS]->(t:Tenure)-[:OF]->(p:Post)<-[:ASSIGNED_TO]-(g:Target) "
        "RETURN count(DISTINCT o) AS people, count(*) AS links, count(DISTINCT g) AS goals"
    )
    assert held == {"people": 124, "links": 139, "goals": 79}
    statuses = graph.rows(
        "CYPHER 25 MATCH (p:Progress)-[:REPORTS]->(:Target {measure: 'cascade'}) "
        "RETURN p.status AS status, p.note AS note, count(*) AS number"
    )
    assert {(row["status"], row["note"]): row["number"] for row in statuses} == {
        ("on track", None): 66,
        ("on track", "Reported as ahead."): 3,
        ("delayed", None): 10,
        ("blocked", None): 1,
        (None, "Reported without a status: unavailable."): 10,
    }
    (agencies,) = graph.rows("CYPHER 25 MATCH (a:Agency) RETURN count(*) AS number")
    assert agencies["number"] == 24


def test_the_load_warns_of_unknown_directions_and_a_second_load_changes_nothing(
    loaded: tuple[Graph, Outcome], folder: Path
) -> None:
    graph, outcome = loaded
    assert sum("nobody said which way" in each.message for each in outcome.problems) == 16 + 23 + 14
    assert load(graph, [folder]).change.empty


def test_who_answers_for_the_delayed_or_blocked_goals(loaded: tuple[Graph, Outcome]) -> None:
    graph, _ = loaded
    found = reported(graph, ["delayed", "blocked"])
    assert {row.id: row.status for row in found.rows} == TROUBLED
    assert {row.as_of for row in found.rows} == {LAST_REPORT}
    assert found.unanswered == LEADERLESS
    assert found.sentence == (
        "11 deliverables were last reported delayed or blocked. "
        "Nobody is named who answers for 3 of them: 016APG2201, 020APG2202, 184APG2202."
    )
    by_id = {row.id: row for row in found.rows}
    assert by_id["016APG2202"].names == ("Dave Thomas", "Erik Jones")
    assert by_id["016APG2202"].agency.id == "SSA"
    assert by_id["016APG2201"].answering == "no post"
    assert all(row.names and row.post for row in found.rows if row.id not in LEADERLESS)
    frame = to_frame(found.rows)
    assert list(frame["id"]) == sorted(TROUBLED)
    assert "Dave Thomas; Erik Jones" in set(frame["names"])


def test_goals_without_a_usable_indicator_are_not_measured_even_at_the_end(
    loaded: tuple[Graph, Outcome], conversion: Conversion
) -> None:
    graph, _ = loaded
    (unusable,) = (set(each.where) for each in conversion.to_know if "no usable indicator" in each.why)
    (waiting,) = (set(each.where) for each in conversion.to_know if "direction nobody told" in each.why)
    assert waiting == WAITING
    assess(graph, YEAR_END)
    try:
        deliverables = report(graph)["deliverables"]
        promised = {
            row["id"] for row in graph.rows("CYPHER 25 MATCH (t:Target)-[:PROMISED_IN]->(:Agreement) RETURN t.id AS id")
        }
        assert {each for each in promised if not deliverables[each]["due"]} == unusable | waiting
        card = {row.agency.id: row for row in scorecard(graph, tier=1).rows}
        for agency in ("DOE", "DOJ"):  # no goal of theirs has an indicator
            assert card[agency].measured == 0
            assert card[agency].official is None
            assert not card[agency].band
    finally:
        assess(graph, LAST_REPORT)


def test_the_commands_convert_load_and_answer(open_once: Graph, environment: dict[str, str], tmp_path: Path) -> None:
    assert open_once.address
    plan, run = tmp_path / "plan", CliRunner()
    told = run.invoke(app, ["convert", "performance-gov", str(SOURCE), str(plan)], env=environment)
    assert told.exit_code == 0, told.output
    for line in ("SG 351, APG 90, PMA 19", "139 links on 79 goals", "no usable indicator"):
        assert line in told.output
    assert run.invoke(app, ["load", str(plan)], env=environment).exit_code == 0
    answer = run.invoke(app, ["reported", "--status", "delayed,blocked"], env=environment)
    assert answer.exit_code == 0, answer.output
    assert answer.output.startswith("11 deliverables were last reported delayed or blocked.")
    assert all(goal in answer.output for goal in TROUBLED)
    assert sum("nobody is named" in line for line in answer.output.splitlines()) == len(LEADERLESS)
    exact = json.loads(run.invoke(app, ["reported", "--status", "blocked", "--json"], env=environment).output)
    assert [row["id"] for row in exact["rows"]] == ["027APG2206"]
    assert exact["rows"][0]["names"] == ["Jon Foley", "Laurie Bodenheimer", "Terry Schleicher"]


POSTS = {
    "posts": "id,title,agency\nHEAD,Head of roads,ROADS\nEMPTY,Surveyor,ROADS\nQUIET,Adviser,ROADS\n",
    "officials": "id,name\nP,Pema\nQ,Quentin\n",
    "tenures": "post,official,since,until\nHEAD,P,,2026-08-31\nHEAD,Q,2026-09-01,\nEMPTY,P,,2026-07-31\nQUIET,,,\n",
    "targets": "id,agency,title,measure,post\nA,ROADS,Road,date,HEAD\nB,ROADS,Bridge,date,EMPTY\n"
    "C,ROADS,Path,date,QUIET\nD,ROADS,Lane,date,\n",
    "milestones": "id,agency,kind,title\nM,DNB,approval,Approval\n",
    "progress": "deliverable,as_of,source,status\n"
    "A,2026-08-15,,delayed\nB,2026-08-15,,blocked\nC,2026-08-15,,delayed\nM,2026-08-15,,blocked\n"
    "D,2026-08-15,,delayed\nD,2026-09-15,,on track\nD,2026-09-16,,\n",
}


def answers(graph: Graph, *statuses: str) -> dict[str, tuple[str, tuple[str, ...]]]:
    """For each deliverable found, how it is answered for and by whom."""
    return {row.id: (row.answering, row.names) for row in reported(graph, statuses).rows}


def test_a_post_answers_through_whoever_held_it_on_the_day(graph: Graph, tmp_path: Path) -> None:
    assert not load(graph, [write_small(tmp_path, **POSTS)]).refused
    assert answers(graph, "delayed", "blocked") == {
        "A": ("named", ("Pema",)),
        "B": ("vacant", ()),
        "C": ("undisclosed", ()),
        "M": ("no post", ()),
    }
    assert reported(graph, ["blocked"]).sentence == (
        "2 deliverables were last reported blocked. Nobody is named who answers for any of them."
    )
    assess(graph, date(2026, 9, 10))
    assert answers(graph, "delayed") == {
        "A": ("named", ("Quentin",)),
        "C": ("undisclosed", ()),
        "D": ("no post", ()),  # on track only five days later
    }
    assess(graph, date(2026, 9, 30))
    assert answers(graph, "on track") == {"D": ("no post", ())}
    assert reported(graph, ["at risk"]).sentence == "No deliverable was last reported at risk."


def test_a_verified_report_of_the_same_day_holds(graph: Graph, tmp_path: Path) -> None:
    told = "deliverable,as_of,source,status\nA,2026-08-15,verified,done\nA,2026-08-15,,delayed\n"
    assert not load(graph, [write_small(tmp_path, **{**POSTS, "progress": told})]).refused
    assert answers(graph, "delayed") == {}
    assert answers(graph, "done") == {"A": ("named", ("Pema",))}


def test_what_nobody_can_mean_is_named(graph: Graph, tmp_path: Path) -> None:
    assert not load(graph, [write_small(tmp_path, **POSTS)]).refused
    with pytest.raises(UnknownStatusError, match="Reports know: on track, at risk, delayed"):
        reported(graph, ["late"])
    with pytest.raises(UnknownPlanYearError, match="2026-27"):
        reported(graph, ["delayed"], "2030")
    assert len(reported(graph, ["delayed"], "2026-27").rows) == 2


def test_without_a_post_of_its_own_the_head_of_the_agency_answers_and_it_is_said(graph: Graph, tmp_path: Path) -> None:
    headed = "id,title,agency,heads\nHEAD,Head of roads,ROADS,yes\nEMPTY,Surveyor,ROADS,no\nQUIET,Adviser,ROADS,no\n"
    assert not load(graph, [write_small(tmp_path, **{**POSTS, "posts": headed})]).refused
    assess(graph, date(2026, 9, 10))
    found = {row.id: row for row in reported(graph, ["delayed", "blocked"]).rows}
    assert {each: (row.post, row.by_head, row.answering, row.names) for each, row in found.items()} == {
        "A": ("HEAD", False, "named", ("Quentin",)),
        "B": ("EMPTY", False, "vacant", ()),  # its own post is empty: that is told, not covered by the head
        "C": ("QUIET", False, "undisclosed", ()),
        "D": ("HEAD", True, "named", ("Quentin",)),
        "M": ("", False, "no post", ()),  # the owner has no post that heads it
    }
    assert reported(graph, ["delayed"]).sentence == (
        "3 deliverables were last reported delayed. Nobody is named who answers for 1 of them: C. "
        "No post is assigned to 1 of them: there the post that heads the agency answers."
    )
    told = CliRunner().invoke(app, ["reported", "--status", "delayed"]).output
    assert "Quentin (Head of roads, heads the agency)" in told
    assert "Quentin (Head of roads)" in told


def test_in_the_sample_somebody_answers_for_everything_delayed(graph: Graph) -> None:
    assert not load(graph, [PLANS]).refused
    assess(graph, date.fromisoformat(AS_OF))
    found = reported(graph, ["delayed"])
    assert found.unanswered == ()
    assigned = {row.id: row.post for row in found.rows if not row.by_head}
    assert assigned == {
        "LINE-KESSA": "LINES-CHIEF",
        "LANDACQ-PAID-27": "LANDACQ-CHIEF",
        "POSTS-DRUGS-27": "POSTS-PHARM",
        "REV-TAX-27": "REV-LARGE",
        "SCHOOLS-ENROL-27": "SCHOOLS-DIR",
        "TUNNEL-VELT": "ROADS-TUNNEL",
    }
    assert sum(row.by_head for row in found.rows) == 7
