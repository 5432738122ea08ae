"""The assessment that a page answers from: the current one, or one that was published."""

import re
from datetime import date
from html import unescape
from urllib.parse import parse_qsl

import pytest
from engine import VECTORS, loaded
from page_words import page, words

from graph_schema.assess import assess
from graph_schema.graph import Graph
from graph_schema.published import publish


@pytest.fixture
def twice(graph: Graph) -> Graph:
    """The worked case, published for the end of its year, then assessed for a day before anything came."""
    loaded(graph, VECTORS / "road-and-money")
    assess(graph, date(2027, 6, 30))
    publish(graph, "Cabinet office")
    assess(graph, date(2026, 7, 2))
    return graph


def link(html: str, text: str) -> dict[str, str]:
    """What the link of this text asks for."""
    found = re.search(rf'href="([^"]+)">{text}', html)
    assert found
    return dict(parse_qsl(unescape(found[1]).partition("?")[2]))


@pytest.mark.usefixtures("twice")
def test_a_publication_answers_as_it_did() -> None:
    now, then = page("scorecard"), page("scorecard", published="1")
    assert "stands at 93.0 of 100." not in words(now)
    assert "The government stands at 93.0 of 100." in words(then)
    assert "ProvisionalPublication 1 of 2026-27, published" in words(then)
    said = words(page("who_delayed", published="1", id="B"))
    assert "Road to the valley open: 40 days late." in said
    assert "14.9 in the Budget department" in said
    held = words(page("held_up", published="1", id="M1"))
    assert "First tranche" in held
    assert "does not keep" not in said + held
    assert "published=1" in page("who_delayed", published="1", id="B")


@pytest.mark.usefixtures("twice")
def test_what_a_publication_does_not_keep_says_so_and_offers_the_current_one() -> None:
    html = page("money", published="1")
    assert "This publication does not keep that." in words(html)
    assert "published" not in link(html, "Open it in the current assessment")


@pytest.mark.usefixtures("twice")
def test_links_to_what_is_gone_say_so() -> None:
    html = page("scorecard", published="9")
    assert "There is no publication “9”What you see is the current assessment." in words(html)
    html = page("scorecard", as_of="2027-06-30")
    assert "This link was made for 30 June 2027" in words(html)
    assert link(html, "the publication of that day")["published"] == "1"
    assert "that day was not published" in words(page("scorecard", as_of="2027-01-15"))
