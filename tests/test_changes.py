"""What moved since the assessment before, and any two side by side: everything that differs, and its sums."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from attribution.random_changes import write_changed_plan
from engine import VECTORS, loaded
from terminal import run

from benchmarks.plans import AS_OF as PLAN_DAY
from benchmarks.plans import write_plan
from graph_schema.answers.changes import changes
from graph_schema.answers.compare import compare
from graph_schema.answers.moved import Moves
from graph_schema.answers.report import report
from graph_schema.answers.status import plan_years
from graph_schema.assess import assess
from graph_schema.graph import Graph
from graph_schema.published import publish
from graph_schema.question_errors import NotAssessedError, UnknownPublicationError
from loaders.load import load

SPRING, DAY = date(2027, 3, 31), date(2027, 6, 30)


@pytest.fixture
def small(graph: Graph) -> Graph:
    """The worked case of rulings, assessed once."""
    loaded(graph, VECTORS / "ruled")
    assess(graph, SPRING)
    return graph


def report_of(graph: Graph, folder: Path, rows: str) -> None:
    folder.mkdir()
    (folder / "progress.csv").write_text(f"deliverable,as_of,achieved,finished_on,forecast_finish\n{rows}\n", "utf-8")
    assert load(graph, [folder]).number


def adds_up(found: Moves) -> None:
    """Deliverables, agencies and tiers tell of the same points; causes of the same days and units."""
    for tier in found.tiers:
        things = sum(t.points_change for t in found.things if (t.plan_year, t.tier) == (tier.plan_year, tier.tier))
        rows = [r for r in found.agencies if (r.plan_year, r.tier) == (tier.plan_year, tier.tier)]
        assert things == pytest.approx(tier.lost_change, abs=1e-9)
        assert sum(r.lost_change for r in rows) == pytest.approx(tier.lost_change, abs=1e-9)
        assert sum(r.began_change for r in rows) == pytest.approx(tier.lost_change, abs=1e-9)
    for thing in found.things:
        if thing.causes:
            days = sum(c.change for c in thing.causes if c.unit == "days")
            assert days == pytest.approx(thing.delay_change, abs=1e-9)


def test_what_moved_since_the_assessment_before(small: Graph, tmp_path: Path) -> None:
    before = report(small)["deliverables"]
    report_of(small, tmp_path / "june", "VALLEY,2027-06-01,,,\nKM,2027-06-20,9,,")
    assess(small, DAY)
    after = report(small)["deliverables"]
    found = changes(small)
    late = {name: [facts.get("delay_days") or 0.0 for facts in (before[name], after[name])] for name in after}
    assert {t.thing for t in found.things if t.how == "newly late"} == {k for k, (a, b) in late.items() if not a and b}
    moved = {t.thing: (t.delay_before, t.delay_after) for t in found.things if t.delay_change}
    assert moved == {k: (a, b) for k, (a, b) in late.items() if a != b}
    scores = {t.thing: (t.raw_before, t.raw_after) for t in found.things if t.raw_before != t.raw_after}
    assert scores == {k: (before[k]["raw"], after[k]["raw"]) for k in after if before[k]["raw"] != after[k]["raw"]}
    assert found.before
    assert (found.before.as_of, found.after.as_of) == (SPRING, DAY)
    adds_up(found)
    assert [abs(t.points_change) for t in found.things] == sorted(
        (abs(t.points_change) for t in found.things), reverse=True
    )


def test_what_recovered_and_what_left_the_plan_are_told_apart(small: Graph, tmp_path: Path) -> None:
    assess(small, DAY)
    plan = shutil.copytree(VECTORS / "ruled", tmp_path / "plan")
    _without(plan, "targets.csv", "MARKET")
    _without(plan, "requirements.csv", "MARKET")
    for file in ("progress.csv", "disputes.csv"):
        _without(plan, file, "MARKET")
    told = (plan / "progress.csv").read_text(encoding="utf-8")
    (plan / "progress.csv").write_text(
        told.replace("SURVEY,2026-09-30,,,,,2026-09-30", "SURVEY,2026-09-30,,,,,2026-09-15")
    )
    outcome = load(small, [plan], allow_removals=True)
    assert outcome.number, outcome.problems
    assess(small, DAY)
    found = {t.thing: t for t in changes(small).things}
    assert found["MARKET"].how == "left the plan"
    assert found["MARKET"].title == "Market open"
    assert found["SURVEY"].how == "recovered"
    assert changes(small).recovered == sum(t.how == "recovered" for t in found.values())
    adds_up(changes(small))


def _without(plan: Path, name: str, word: str) -> None:
    lines = (plan / name).read_text(encoding="utf-8").splitlines()
    (plan / name).write_text("\n".join(line for line in lines if word not in line) + "\n", encoding="utf-8")


def test_the_first_assessment_has_none_before(small: Graph) -> None:
    found = changes(small)
    assert found.before is None
    assert found.things == found.tiers == ()
    assert found.text == "There is no assessment before this one to compare it with."


def test_the_same_assessment_again_is_none_of_its_own(small: Graph) -> None:
    assess(small, DAY)
    first = changes(small)
    assert first.things
    assess(small, DAY)
    again = changes(small)
    assert replace(again, after=first.after) == first


def test_nothing_assessed_and_no_such_publication(graph: Graph) -> None:
    for ask in (changes, lambda graph: compare(graph, "current")):
        with pytest.raises(NotAssessedError):
            ask(graph)
    loaded(graph, VECTORS / "ruled")
    assess(graph, DAY)
    for wrong in ("7", "-1", "²", "latest", "1' OR 1"):
        with pytest.raises(UnknownPublicationError):
            compare(graph, wrong)
    assert compare(graph, "current").text.endswith("nothing moved.")


def test_published_ones_side_by_side_with_their_causes(small: Graph, tmp_path: Path) -> None:
    publish(small, "A")
    report_of(small, tmp_path / "june", "KM,2027-06-20,9,,")
    assess(small, DAY)
    now = compare(small, "1")
    plain = tuple(replace(t, causes=()) for t in now.things if t.how != "other causes")
    assert plain == changes(small).things
    adds_up(now)
    publish(small, "A")
    assess(small, SPRING)
    assert compare(small, "1", "2").things == now.things
    back = {t.thing: t.points_change for t in compare(small, "2", "1").things}
    assert back == {t.thing: -t.points_change for t in now.things}
    assert compare(small, "2", "2").things == ()
    assert compare(small, "1", "2").text.startswith(
        "From publication 1 (31 March 2027) to publication 2 (30 June 2027): "
    )


def test_a_ruling_moves_causes_and_no_days(small: Graph) -> None:
    assess(small, date(2027, 4, 30))
    publish(small, "A")
    assess(small, date(2027, 5, 9))
    found = {t.thing: t for t in compare(small, "1").things}
    assert found["OPEN"].how in ("other causes", "points")
    assert found["OPEN"].delay_change == 0
    days = {c.agency.id: c.change for c in found["OPEN"].causes}
    assert sum(days.values()) == pytest.approx(0, abs=1e-9)
    assert days["ROAD"] > 0 > days["DNB"]


@pytest.mark.parametrize("seed", range(4))
def test_points_add_up_on_random_plans(graph: Graph, tmp_path: Path, seed: int) -> None:
    plan = write_changed_plan(seed, tmp_path / "plan", 25)
    loaded(graph, plan.folder)
    for day in plan.as_of:
        assess(graph, date.fromisoformat(day))
        publish(graph, "A")
    adds_up(changes(graph))
    for pair in (("1", "2"), ("3", "1"), ("2", "current")):
        adds_up(compare(graph, *pair))


def test_the_number_of_statements_does_not_grow_with_the_plan(graph: Graph, tmp_path: Path) -> None:
    counts = list[list[int]]()
    for deliverables in (200, 600):
        write_plan(tmp_path / str(deliverables), deliverables)
        loaded(graph, tmp_path / str(deliverables))
        assess(graph, date(2025, 3, 31))
        assess(graph, PLAN_DAY)
        publish(graph, "A")
        counts.append([_round_trips(graph, changes), _round_trips(graph, lambda graph: compare(graph, "1"))])
    assert counts[0] == counts[1]
    assert counts[0][0] == 3
    assert len(plan_years(graph)) == 1


def _round_trips(graph: Graph, ask: Callable[[Graph], object]) -> int:
    graph.round_trips = 0
    ask(graph)
    return graph.round_trips


def test_the_commands_show_what_moved(small: Graph, tmp_path: Path) -> None:
    assert "no assessment before" in run("changes").stdout
    publish(small, "A")
    report_of(small, tmp_path / "june", "KM,2027-06-20,9,,")
    assess(small, DAY)
    for arguments in (["changes"], ["compare", "1"], ["compare", "current", "1"]):
        shown = run(*arguments)
        assert shown.exit_code == 0, shown.output
        assert "Kilometres paved (KM)" in shown.stdout
        assert json.loads(run(*arguments, "--json").stdout)["tiers"]
