"""The first promise and what is without rulings beside what is in force, wherever they differ."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attribution.plan import Years
from attribution.random_changes import write_changed_plan
from attribution.reference import FIRST_PROMISE, UNRULED, load_plan, tier_answers, tiers
from attribution.reference import assess as worked
from engine import VECTORS, loaded
from typer.testing import CliRunner

from graph_schema.answers.scorecard import scorecard
from graph_schema.answers.status import plan_years
from graph_schema.answers.verdict import who_delayed
from graph_schema.assess import assess
from graph_schema.graph import Graph
from loaders.cli import app


def case(graph: Graph, name: str, day: str = "2027-06-30") -> Years:
    """A worked case, assessed; and its plan for plain Python."""
    loaded(graph, VECTORS / name)
    assess(graph, date.fromisoformat(day))
    return load_plan(VECTORS / name)


def run(*arguments: str) -> str:
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


def scores_hold(graph: Graph, years: Years, as_of: str) -> None:
    """Scores of every year and tier against the first promise, and without rulings, are those of the reference."""
    for year in plan_years(graph):
        planned = years.year(year.id)
        first, unruled = (worked(years, as_of, view) for view in (FIRST_PROMISE, UNRULED))
        for tier in tiers(planned, first):
            card = scorecard(graph, year.id, tier)
            was, without = (tier_answers(planned, tier, found) for found in (first, unruled))
            if card.status.revised:
                measured = [agency for agency, weight in was["measured"].items() if weight > 0]
                for name, wanted in (("official", was["official"]), ("adjusted", was["adjusted"])):
                    found = {
                        r.agency.id: getattr(r, f"first_{name}") for r in card.rows if r.first_official is not None
                    }
                    assert found == pytest.approx({agency: wanted[agency] for agency in measured}, abs=1e-9)
                assert card.first_government == pytest.approx(was["government"], abs=1e-9)
            if card.status.ruled:
                for row in card.rows:
                    if row.unruled_adjusted is not None:
                        assert row.unruled_adjusted == pytest.approx(without["adjusted"][row.agency.id], abs=1e-9)
                        assert row.official == pytest.approx(without["official"][row.agency.id], abs=1e-9)


@pytest.mark.parametrize("name", ["revised", "ruled", "people", "road-and-money"])
def test_scores_of_worked_cases(graph: Graph, name: str) -> None:
    scores_hold(graph, case(graph, name), "2027-06-30")


@pytest.mark.parametrize("seed", [0, 1, 2, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(3, 30))])
def test_scores_and_days_of_random_plans_that_change(graph: Graph, seed: int, tmp_path: Path) -> None:
    written = write_changed_plan(seed, tmp_path, 50)
    loaded(graph, tmp_path)
    assess(graph, date.fromisoformat(written.as_of[1]))
    years = load_plan(tmp_path)
    scores_hold(graph, years, written.as_of[1])
    days_hold(graph, years, written.as_of[1])


def days_hold(graph: Graph, years: Years, as_of: str) -> int:
    """Where rulings changed days or units, those without are the reference's; where not, nothing is said."""
    ruled, unruled, first = worked(years, as_of), worked(years, as_of, UNRULED), worked(years, as_of, FIRST_PROMISE)
    changed = 0
    for each in ruled.days:
        verdict = who_delayed(graph, each)
        assert [text.partition(":")[0] for text in verdict.beside].count("Without rulings") == len(
            verdict.without_rulings
        )
        told = {made.unit: {o.agency.id: o.amount for o in made.origins} for made in verdict.without_rulings}
        for unit, roots in (("days", "root_days"), ("units", "root_units")):
            if unit == "units" and each not in ruled.units:
                continue
            before, after = (found.by_owner(getattr(found, roots)(each)) for found in (unruled, ruled))
            if before != after:
                changed += 1
                assert told[unit] == pytest.approx({agency: float(part) for agency, part in before.items()}, abs=1e-9)
            else:
                assert unit not in told
        if verdict.first:
            assert verdict.first.delay_days == pytest.approx(float(first.days[each].whole), abs=1e-9)
    return changed


def test_days_and_units_of_the_worked_case_of_rulings(graph: Graph) -> None:
    assert days_hold(graph, case(graph, "ruled"), "2027-06-30") > 3


def test_first_promises_of_the_worked_case_of_revisions(graph: Graph) -> None:
    case(graph, "revised")
    wanted: dict[str, Any] = json.loads((VECTORS / "revised/questions/2027-06-30.json").read_text(encoding="utf-8"))
    told = 0
    for each, raw in wanted["first_promise"]["raw"].items():
        verdict = who_delayed(graph, each)
        assert verdict.first
        assert verdict.first.raw == pytest.approx(raw, abs=1e-9)
        told += bool(verdict.beside)
    assert told > 3


def test_it_is_said_in_a_terminal(graph: Graph) -> None:
    case(graph, "ruled")
    card = run("scorecard").splitlines()
    assert "Works   First promise and without rulings: adjusted 92.5." in [line.rstrip() for line in card]
    told = run("who-delayed", "KM").splitlines()
    assert told[3:6] == [
        "It is also expected 273 days late. All 273 days began in Dnb.",
        "Its own 16 points are lost by what is lacking, none because it is late.",
        "Without rulings: 3 of the 4 km that are lacking began in Dnb and 1 in Road itself.",
    ]
    case(graph, "revised")
    card = run("scorecard").splitlines()
    assert "First promise: government 51.2." in card
    assert "Dnb      First promise: adjusted −57." in [line.rstrip() for line in card]
    assert "First promise: due 31 December 2026, 20 days late, 80 of 100 earned, 2 points lost." in run(
        "who-delayed", "GATE"
    )
    assert "none because it is late. What needed it lost 6 points at tier 1 by it." in run("who-delayed", "KM")


def test_nothing_is_said_where_nothing_differs(graph: Graph) -> None:
    case(graph, "road-and-money")
    card = scorecard(graph)
    assert [card.beside, card.first_government, *(row.beside for row in card.rows)] == [
        "",
        None,
        *[""] * len(card.rows),
    ]
    assert (who_delayed(graph, "B").first, who_delayed(graph, "B").beside) == (None, ())
    case(graph, "revised")
    assert who_delayed(graph, "LAMPS").beside == ()
