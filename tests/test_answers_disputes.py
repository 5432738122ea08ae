"""Disputes by command: held to the sheet's checks, written whole or not at all, kept when a sheet is loaded again."""

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from engine import VECTORS, loaded
from graph_contents import digest
from test_hostile_names import MARKS
from typer.testing import CliRunner, Result

from benchmarks.plans import AS_OF as PLAN_DAY
from benchmarks.plans import write_plan
from graph_schema.answers.disputes import disputes
from graph_schema.answers.report import report
from graph_schema.answers.scorecard import scorecard
from graph_schema.assess import assess
from graph_schema.graph import Graph
from graph_schema.question_errors import NotAssessedError, UnknownStateError
from loaders.cli import app
from loaders.load import load
from loaders.ruling import DisputeStandsError, UnknownDisputeError
from loaders.stored import present_state

DAY = date(2027, 6, 30)
RULE = ("--by", "CHAIR", "--on", "2027-06-20")


@pytest.fixture
def small(graph: Graph) -> Graph:
    """The worked case of rulings as of the end of its year."""
    loaded(graph, VECTORS / "ruled")
    assess(graph, DAY)
    return graph


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["disputes", *arguments])


def done(*arguments: str) -> Any:
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def row(graph: Graph, dispute: str) -> dict[str, Any]:
    return dict(present_state(graph)["disputes"][dispute,].values)


def test_both_numbers_of_every_ruling_are_told(small: Graph) -> None:
    found = disputes(small)
    ruled = {r.dispute: r for r in found.rows}
    assert ruled["D1"].in_force
    assert (ruled["D1"].state, ruled["D4"].state, ruled["D8"].state) == ("ruled", "answered", "raised")
    for thing in {p.thing for p in found.parts}:
        for unit in {p.unit for p in found.parts if p.thing == thing}:
            parts = [p for p in found.parts if (p.thing, p.unit) == (thing, unit)]
            assert sum(p.without for p in parts) == pytest.approx(sum(p.ruled for p in parts), abs=1e-9)
    for tier in {p.tier for p in found.points}:
        points = [p for p in found.points if p.tier == tier]
        assert sum(p.began_without for p in points) == pytest.approx(sum(p.began for p in points), abs=1e-9)
    scores = {r.agency.id: r.adjusted for r in scorecard(small, tier=2).rows}
    shown = {p.agency.id: p.adjusted for p in found.points if p.tier == 2 and p.adjusted is not None}
    assert shown
    assert shown == {agency: pytest.approx(scores[agency], abs=1e-9) for agency in shown}
    assess(small, date(2027, 4, 30))
    assert disputes(small).parts == ()
    assert "Of the rulings 8 came after the day" in disputes(small).text


def test_a_dispute_is_raised_answered_and_ruled_by_command(small: Graph) -> None:
    before = report(small)["deliverables"]["OPEN"]
    moved = ("--from", "MONEY", "--to", "own", "--days", "2")
    record = done("add", "D-NEW", "OPEN", "--by", "DNB", "--claim", "Paid earlier", *moved, "--on", "2027-06-01")
    assert record["added"] == 1
    assert record["assessed_as_of"] == "2027-06-30"
    assert report(small)["deliverables"]["OPEN"] == before
    done("answer", "D-NEW", "--answer", "No", "--on", "2027-06-02")
    done("rule", "D-NEW", "--by", "CHAIR", "--reason", "Heard both", "--on", "2027-06-20")
    after = report(small)["deliverables"]["OPEN"]
    assert after["direct_causes_days"]["MONEY"] == pytest.approx(before["direct_causes_days"]["MONEY"] - 2)
    assert after["own_days"] == pytest.approx(before["own_days"] + 2)
    assert after["delay_days"] == before["delay_days"]
    found = next(r for r in disputes(small).rows if r.dispute == "D-NEW")
    assert (found.state, found.ruled_by, found.answer, found.claim) == ("ruled", "CHAIR", "No", "Paid earlier")
    assert (found.source.file, found.source.load, found.loaded_by != "") == ("accountability disputes rule", 4, True)
    shown = run().stdout
    assert "D-NEW" in shown
    assert "moves 2 days from" in shown


def test_a_ruling_by_command_is_held_to_what_the_sheet_is(small: Graph) -> None:
    done("add", "E2", "SITE", "--by", "LAND", "--from", "own", "--to", "OPEN", "--days", "1", "--on", "2027-06-01")
    before = digest(small)
    refused = {
        "no party": ("rule", "D4", "--by", "BRIDGE-DIR", "--on", "2027-06-20", "--days", "1", "--to", "DESIGN"),
        "expected a dated deliverable": ("rule", "D8", *RULE, "--from", "own", "--to", "VALLEY"),
        "expected no circle": ("rule", "E2", *RULE),
        "expected days above 0": ("rule", "D4", *RULE, "--days", "-3"),
        "on or after raised_on": ("rule", "D4", "--by", "CHAIR", "--on", "2027-01-01"),
        "expected a date": ("rule", "D4", "--by", "CHAIR", "--on", "yesterday"),
        "'NOBODY'": ("rule", "D4", "--by", "NOBODY", "--on", "2027-06-20"),
        "'NOWHERE'": ("add", "D-X", "NOWHERE", "--by", "ROAD"),
    }
    for finding, arguments in refused.items():
        result = run(*arguments)
        assert result.exit_code == 1, result.output
        assert finding in result.stderr, (finding, result.stderr)
        assert "accountability disputes" in result.stderr
    assert digest(small) == before


def test_a_dispute_that_ended_goes_no_further(small: Graph) -> None:
    for arguments in (
        ("rule", "D1", *RULE),
        ("withdraw", "D1"),
        ("answer", "D1", "--answer", "x"),
        ("add", "D1", "OPEN", "--by", "DNB"),
    ):
        assert isinstance(run(*arguments).exception, DisputeStandsError)
    done("withdraw", "D8", "--reason", "Settled")
    assert (row(small, "D8")["state"], row(small, "D8")["reason"]) == ("withdrawn", "Settled")
    assert isinstance(run("rule", "D8", *RULE).exception, DisputeStandsError)
    unknown = run("withdraw", "D11").exception
    assert isinstance(unknown, UnknownDisputeError)
    assert isinstance(run("--state", "lost").exception, UnknownStateError)


def test_a_sheet_loaded_later_takes_no_ruling_back(small: Graph, tmp_path: Path) -> None:
    """The folder still says that D4 was answered: the ruling stays, and the load says so."""
    done("rule", "D4", *RULE, "--days", "1")
    ruled = row(small, "D4")
    folder = shutil.copytree(VECTORS / "ruled", tmp_path / "plan")
    file = folder / "disputes.csv"
    text = file.read_text(encoding="utf-8")
    claimed = "D8,MARKET,2027-04-20,AGRI,not ours"
    file.write_text(text.replace(claimed, f"{claimed} at all"), encoding="utf-8")
    outcome = load(small, [folder])
    assert outcome.number
    assert row(small, "D4") == ruled
    assert row(small, "D8")["claim"] == "not ours at all"
    said = [p.message for p in outcome.problems if p.column == "state"]
    assert len(said) == 1
    assert "'ruled', as 'accountability disputes rule' said in load 2, found 'answered'" in said[0]
    file.write_text(
        text.replace("D4,OPEN,2027-04-20,ROAD,not ours,answered", "D4,OPEN,2027-04-20,ROAD,not ours,withdrawn")
    )
    outcome = load(small, [folder])
    assert row(small, "D4")["state"] == "withdrawn"
    assert [p.row for p in outcome.problems if "this row holds now" in p.message] == [5]


def test_a_ruling_that_goes_with_its_deliverable_is_told(small: Graph, tmp_path: Path) -> None:
    folder = shutil.copytree(VECTORS / "ruled", tmp_path / "plan")
    for file in ("targets.csv", "requirements.csv", "progress.csv", "disputes.csv"):
        lines = (folder / file).read_text(encoding="utf-8").splitlines()
        (folder / file).write_text("\n".join(line for line in lines if "MARKET" not in line) + "\n", encoding="utf-8")
    outcome = load(small, [folder], allow_removals=True)
    assert [p.message for p in outcome.problems if "no longer in the plan" in p.message] == [
        "'MARKET', about which 'D7' was ruled, is no longer in the plan, and the ruling goes with it"
    ]


def test_trying_a_ruling_leaves_the_assessment_as_it_was(small: Graph, tmp_path: Path) -> None:
    """A load of a ruling that is not assessed afterwards leaves the numbers of the assessment that there is."""
    before = report(small)
    (tmp_path / "disputes.csv").write_text(
        "id,deliverable,raised_on,raised_by,state,from,to,days,ruled_on,ruled_by\n"
        "D-NEW,OPEN,2027-05-01,DNB,ruled,MONEY,own,2,2027-06-20,CHAIR\n",
        encoding="utf-8",
    )
    assert load(small, [tmp_path / "disputes.csv"]).number == 2
    assert report(small) == before


@pytest.mark.parametrize("mark", [*MARKS.values(), "x" * 10_000, "\ud800 half", "=1+1", "a,b\nc"])
def test_hostile_texts_are_kept_as_texts(small: Graph, mark: str) -> None:
    done("add", "D-NEW", "OPEN", "--by", "DNB", "--claim", mark)
    kept = mark.encode("utf-8", "backslashreplace").decode()
    assert row(small, "D-NEW")["claim"] == kept.strip()
    shown = run()
    assert shown.exit_code == 0
    assert "\u202e" not in shown.stdout


def test_nothing_loaded_and_nobody_disputes(graph: Graph, tmp_path: Path) -> None:
    assert disputes(graph).text == "Nobody disputes anything."
    assert isinstance(run("withdraw", "D1").exception, UnknownDisputeError)
    counts = list[int]()
    for deliverables in (200, 600):
        write_plan(tmp_path / str(deliverables), deliverables)
        loaded(graph, tmp_path / str(deliverables))
        assess(graph, PLAN_DAY)
        graph.round_trips = 0
        assert disputes(graph).points == ()
        counts.append(graph.round_trips)
    assert counts == [4, 4]


def test_before_anything_is_assessed(graph: Graph) -> None:
    loaded(graph, VECTORS / "ruled")
    assert not any(r.in_force for r in disputes(graph).rows)
    with pytest.raises(NotAssessedError):
        report(graph)
