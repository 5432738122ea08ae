"""Held up and coming without a browser: what the pages say of a worked case and of the sample country."""

from datetime import date
from pathlib import Path

import pytest
from engine import loaded
from test_explorer_pages import page, words

from graph_schema.answers.held_up import held_up
from graph_schema.assess import assess
from graph_schema.graph import Graph
from loaders.load import load
from loaders.sample import AS_OF, PLANS

ROAD = Path(__file__).parent / "vectors" / "road-and-money"


@pytest.fixture
def road(graph: Graph) -> Graph:
    """The worked case of a road and its money, assessed at the end of its year."""
    load(graph, [ROAD])
    assess(graph, date(2027, 6, 30))
    return graph


def test_what_a_release_held_up_is_said_with_its_days_and_points(road: Graph) -> None:
    html = page("held_up", id="M1")
    said = words(html)
    assert f"“First tranche”{held_up(road, 'M1').text.removeprefix('First tranche')}" in said
    assert "Road to the valley open" in said
    assert '<b>17.5</b></td><td class="n">14.9</td>' in html
    assert "who-delayed?" in html


@pytest.mark.usefixtures("road")
def test_what_was_on_time_held_up_nothing() -> None:
    assert "held up nothing" in words(page("held_up", id="C"))


@pytest.mark.usefixtures("road")
def test_without_a_question_what_cost_most_is_offered() -> None:
    html = page("held_up")
    assert "What do you want to follow?" in words(html)
    assert 'href="held-up?' in html


def test_calls_are_in_the_order_of_what_is_at_stake(open_once: Graph) -> None:
    loaded(open_once, PLANS)
    assess(open_once, date.fromisoformat(AS_OF))
    said = words(page("coming", days="30"))
    assert "promises are due in the next 30 days" in said
    calls = said[said.index("Calls to make this week") :]
    assert 0 < calls.index("Snow shelter at Velt pass open") < calls.index("Power line to Dunmere switched on")
    assert "Forecasts that moved" in said
