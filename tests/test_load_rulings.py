"""Judges whom only the causes as of their ruling show to be parties."""

import csv
import logging
import shutil
from datetime import date
from pathlib import Path

import pytest
from engine import VECTORS, loaded

from graph_schema.assess import assess
from graph_schema.graph import Graph
from loaders.load import load
from loaders.problems import Problem
from loaders.stored import present_state


def _ruling_by(folder: Path, dispute: str, post: str) -> None:
    """The dispute is ruled by another post."""
    file = folder / "disputes.csv"
    with file.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    for row in rows:
        if row["id"] == dispute:
            row["ruled_by"] = post
    with file.open("w", encoding="utf-8", newline="") as lines:
        out = csv.DictWriter(lines, rows[0].keys())
        out.writeheader()
        out.writerows(rows)


def _plan(tmp_path: Path, post: str) -> Path:
    """The worked case of rulings, and a post of `LAND`, `post`, that heads nothing."""
    folder = shutil.copytree(VECTORS / "ruled", tmp_path / "plan")
    shutil.rmtree(folder / "expected")
    shutil.rmtree(folder / "questions")
    with (folder / "posts.csv").open(encoding="utf-8") as lines:
        columns = next(csv.reader(lines))
    cells = {"id": post, "title": "Officer", "agency": "LAND"}
    with (folder / "posts.csv").open("a", encoding="utf-8", newline="") as lines:
        csv.writer(lines).writerow([cells.get(column, "") for column in columns])
    return folder


def test_a_judge_is_no_party_by_the_causes_of_that_day(graph: Graph, tmp_path: Path) -> None:
    """Of what reaches DESIGN, which D2 moves days to, SURVEY of the agency LAND got a part: LAND must not judge."""
    folder = _plan(tmp_path, "LAND-OFFICER")
    loaded(graph, folder)
    before = present_state(graph)
    _ruling_by(folder, "D2", "LAND-OFFICER")
    for dry_run in (True, False):
        outcome = load(graph, [folder], dry_run=dry_run)
        assert outcome.refused
        assert [(p.row, p.column) for p in outcome.problems if p.severity == "problem"] == [(3, "ruled_by")]
        assert "no party, found 'LAND-OFFICER'" in _first(outcome.problems).message
        assert "'LAND'" in _first(outcome.problems).message
        assert present_state(graph) == before


def test_a_judge_is_a_party_by_the_owner_of_that_day(graph: Graph, tmp_path: Path) -> None:
    """SURVEY was promised by FIN, and is of LAND by a revision: what is waited for is looked at with every owner."""
    folder = _plan(tmp_path, "LAND-OFFICER")
    milestones = folder / "milestones.csv"
    milestones.write_text(milestones.read_text(encoding="utf-8").replace("SURVEY,LAND", "SURVEY,FIN"), encoding="utf-8")
    (folder / "revisions.csv").write_text(
        "sheet,id,column,value,revised_on\nmilestones,SURVEY,agency,LAND,2026-07-01\n", encoding="utf-8"
    )
    _ruling_by(folder, "D2", "LAND-OFFICER")
    assert "'LAND'" in _first(load(graph, [folder]).problems).message


def test_a_judge_apart_from_all_that_is_waited_for_costs_no_assessment(
    graph: Graph, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = _plan(tmp_path, "LAND-OFFICER")
    with caplog.at_level(logging.INFO, "accountability.assess"):
        loaded(graph, folder)
        assert caplog.messages == []
        _ruling_by(folder, "D2", "LAND-OFFICER")
        assert load(graph, [folder]).refused
        assert caplog.messages != []


def test_a_judge_from_elsewhere_may_rule_and_is_tried_without_writing(graph: Graph, tmp_path: Path) -> None:
    before = present_state(graph)
    folder = _plan(tmp_path, "LAND-OFFICER")
    assert not load(graph, [folder], dry_run=True).refused
    assert present_state(graph) == before
    assert load(graph, [folder]).number


def test_the_trial_of_a_ruling_leaves_the_current_assessment_alone(graph: Graph, tmp_path: Path) -> None:
    folder = _plan(tmp_path, "LAND-OFFICER")
    loaded(graph, folder)
    assess(graph, date(2027, 6, 30))
    days = "CYPHER 25 MATCH ()-[d:DELAYED]->() RETURN sum(d.days) AS days, count(d) AS flows"
    before = graph.rows(days)
    _ruling_by(folder, "D2", "LAND-OFFICER")
    assert load(graph, [folder]).refused
    assert graph.rows(days) == before


def _first(problems: tuple[Problem, ...]) -> Problem:
    return next(problem for problem in problems if problem.severity == "problem")
