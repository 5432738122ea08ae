"""The pages about agencies, posts and agreements, without a browser."""

import re
from datetime import date
from html import unescape
from urllib.parse import parse_qsl

import pytest
from engine import VECTORS, loaded
from page_words import page, words

from graph_schema.answers.agency.agency import agency
from graph_schema.answers.agreements.agreements import agreements
from graph_schema.answers.people.posts import posts
from graph_schema.answers.people.recognition import recognition
from graph_schema.answers.reporting.reporting import reporting
from graph_schema.answers.revisions.revisions import revisions
from graph_schema.answers.soundness.soundness import soundness
from graph_schema.assess import assess
from graph_schema.graph import Graph


def test_an_agency_opens_its_page_with_the_bridge_its_targets_and_both_sides(road: Graph) -> None:
    html = page("agency", id="ROAD")
    said = words(html)
    assert "Road department: official 92.0, adjusted 92.3." in said
    assert "92.0 + 4.5 − 4.2 = 92.3" in said
    assert re.search(r'aria-label="Official 92.0; plus 3.0 that began Budget department; plus 1.5', html)
    needs = agency(road, "ROAD").needs
    late = f"{needs.late} of them held the Road department up for {needs.days:g} days in all"
    assert f"{needs.of} deliverables of others; {late}" in said
    shown = [float(days) for days in re.findall(r'<span class="n">([\d.]+) days? late', html)]
    assert shown == sorted(shown, reverse=True)
    assert shown[0] == 40


@pytest.mark.usefixtures("road")
def test_every_name_of_an_agency_opens_its_page() -> None:
    for html in (page(), page("who_delayed", id="B"), page("held_up", id="M1"), page("who_delayed", q="valley")):
        links = [dict(parse_qsl(unescape(to).partition("?")[2])) for to in re.findall(r'href="(agency\?[^"]+)"', html)]
        assert {"DNB", "ROAD"} & {link.get("id", "") for link in links}
        assert "who-delayed?agency" not in html


@pytest.mark.usefixtures("road")
def test_without_an_agency_all_are_offered() -> None:
    html = page("agency")
    assert "Which agency do you want to know about?" in words(html)
    assert {"AGRI", "DNB", "ENV", "ROAD"} == set(re.findall(r'href="agency\?[^"]*id=(\w+)"', html))


@pytest.mark.usefixtures("road")
def test_an_agency_that_is_not_there_is_said_with_the_nearest() -> None:
    assert "No agency has the id 'ROADZ'. Did you mean 'ROAD'?" in words(page("agency", id="ROADZ"))


@pytest.fixture(scope="module")
def people(open_once: Graph) -> Graph:
    """The worked case of posts and officials, at the end of its year."""
    loaded(open_once, VECTORS / "people")
    assess(open_once, date(2027, 6, 30))
    return open_once


@pytest.mark.usefixtures("people")
def test_a_post_is_shown_without_persons_until_they_are_asked_for() -> None:
    bare, named = page("official", post="ROADS-SIGN"), page("official", post="ROADS-SIGN", persons="yes")
    assert "Karma" not in bare
    assert "KARMA" not in bare
    assert "Show names" in words(bare)
    assert "persons=yes" in unescape(re.findall(r'href="([^"]+)">Show names', bare)[0])
    assert "Karma (KARMA)" in words(named)
    assert "persons" not in re.findall(r'href="([^"]+)">Hide names', named)[0]


def test_posts_are_offered_with_their_scores_and_recognition_beside(people: Graph) -> None:
    html = page("official")
    first = next(row for row in posts(people).rows if row.official is not None)
    assert re.search(rf"{re.escape(first.title)}</bdi></a></td>.*?>{first.official:.1f}<", html)
    assert {row.post for row in posts(people).rows} == set(re.findall(r'href="official\?[^"]*post=([\w-]+)"', html))
    said = words(page("official", show="recognition"))
    assert recognition(people).text in said


@pytest.mark.usefixtures("people")
def test_a_post_that_is_not_there_is_said_with_the_nearest() -> None:
    assert "lists a post 'ROADS-SIGM'. Did you mean 'ROADS-SIGN'?" in words(page("official", post="ROADS-SIGM"))


@pytest.fixture(scope="module")
def revised(open_once: Graph) -> Graph:
    """The worked case of revisions, at its last day."""
    loaded(open_once, VECTORS / "revised")
    assess(open_once, date(2027, 6, 30))
    return open_once


def test_agreements_are_shown_with_what_was_revised_reported_and_found(revised: Graph) -> None:
    answers = {
        "": agreements(revised),
        "revisions": revisions(revised),
        "reporting": reporting(revised),
        "soundness": soundness(revised),
    }
    for show, found in answers.items():
        html = page("agreements", show=show) if show else page("agreements")
        assert re.sub(r"\s+", " ", found.text) in words(html)
    shown = words(page("agreements", show="revisions"))
    assert [row.title for row in revisions(revised).rows if row.title not in shown] == []
    late = [row for row in revisions(revised).rows[:60] if row.past]
    assert shown.count("too late: changed no number") == len(late)


@pytest.mark.usefixtures("revised")
def test_a_tab_that_there_is_not_shows_the_agreements() -> None:
    assert "Is everybody bound, and what followed?" in words(page("agreements", show="nothing"))
