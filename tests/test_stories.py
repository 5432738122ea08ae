"""The stories of the sample country, told by the product itself: its sentences, and its numbers to 1e-9."""

import json
from datetime import date
from typing import Any

import pytest
from engine import differences, loaded

from graph_schema.answers.cell import cell
from graph_schema.answers.matrix import matrix
from graph_schema.answers.report import report
from graph_schema.answers.verdict import who_delayed
from graph_schema.assess import assess
from graph_schema.graph import Graph
from loaders.sample import AS_OF, PLAN_YEARS, PLANS, STORIES

TOLD: list[dict[str, Any]] = json.loads(STORIES.read_text(encoding="utf-8"))["stories"]


@pytest.fixture(scope="module")
def oruvia(open_once: Graph) -> Graph:
    """The sample plans, assessed on their day."""
    loaded(open_once, PLANS)
    assess(open_once, date.fromisoformat(AS_OF))
    return open_once


@pytest.fixture(scope="module")
def reports(oruvia: Graph) -> dict[str, dict[str, Any]]:
    """The report of each plan year."""
    return {year: report(oruvia, year) for year in PLAN_YEARS}


@pytest.mark.parametrize("story", [s for s in TOLD if "verdict" in s], ids=lambda story: story["id"])
def test_the_sentence_of_a_story(oruvia: Graph, story: dict[str, Any]) -> None:
    verdict = who_delayed(oruvia, story["deliverable"])
    assert [verdict.headline, verdict.accounts[0].text] == story["verdict"]


@pytest.mark.parametrize("story", TOLD, ids=lambda story: story["id"])
def test_the_numbers_of_a_story(reports: dict[str, dict[str, Any]], story: dict[str, Any]) -> None:
    everything = {each: facts for found in reports.values() for each, facts in found["deliverables"].items()}
    numbers = story["numbers"]
    for each, facts in numbers.get("deliverables", {}).items():
        assert list(differences(facts, {key: everything[each][key] for key in facts})) == []
    for tier, agencies in numbers.get("tiers", {}).items():
        found = reports[story["plan_year"]]["tiers"][tier]
        for column, values in agencies.items():
            assert list(differences(values, {agency: found[column][agency] for agency in values})) == []


@pytest.mark.parametrize("story", [s for s in TOLD if "points" in s["numbers"]], ids=lambda story: story["id"])
def test_the_points_of_a_story(oruvia: Graph, story: dict[str, Any]) -> None:
    for deliverable, agencies in story["numbers"]["points"].items():
        accounts = who_delayed(oruvia, deliverable).accounts
        points = next(account for account in accounts if account.unit == "points")
        found = {origin.agency.id: origin.amount for origin in points.origins}
        assert list(differences(agencies, found)) == []


@pytest.mark.parametrize("story", [s for s in TOLD if "unsigned_days" in s["numbers"]], ids=lambda story: story["id"])
def test_what_an_unsigned_requirement_would_take(oruvia: Graph, story: dict[str, Any]) -> None:
    for deliverable, days in story["numbers"]["unsigned_days"].items():
        unsigned = who_delayed(oruvia, deliverable).unsigned
        assert unsigned is not None
        assert unsigned.would_take == pytest.approx(days, abs=1e-9)


def test_what_an_open_cell_lists_adds_up_to_what_the_matrix_shows(oruvia: Graph) -> None:
    shown = matrix(oruvia, "2026-27", 1)
    heaviest = sorted(shown.cells, key=lambda each: -each.points)[:8]
    for each in heaviest:
        opened = cell(oruvia, "2026-27", 1, each.bearer, each.causer)
        assert opened.points_shown == each.points_shown
        assert sum(root.points_shown for root in opened.roots) == pytest.approx(each.points_shown)
        assert sum(target.points_shown for target in opened.targets) == pytest.approx(each.points_shown)
