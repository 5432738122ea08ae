"""The pages without a browser: what they say of a worked case, and that every link opens what it names."""

import re
from collections.abc import Mapping
from datetime import date
from html import unescape
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from engine import loaded
from page_words import page, words

from graph_schema.answers.held_up import held_up
from graph_schema.assess import assess
from graph_schema.graph import Graph
from loaders.load import load
from loaders.sample import AS_OF, PLANS

ROAD = Path(__file__).parent / "vectors" / "road-and-money"


@pytest.mark.usefixtures("road")
def test_the_scorecard_says_the_numbers_of_the_worked_case() -> None:
    said = words(page())
    assert "The government stands at 93.0 of 100." in said
    assert "lost 28 points: 16 began in the agency that lost them, 12 in another one" in said
    assert "Most began in the Budget department: 13.7, all with First tranche." in said
    assert "Environmental clearance of the road" in said
    assert "Provisional" in said


@pytest.mark.usefixtures("road")
@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("", ["DNB", "ENV", "ROAD", "AGRI"]),
        ("official", ["DNB", "ROAD", "AGRI", "ENV"]),
        ("-began", ["DNB", "ROAD", "ENV", "AGRI"]),
    ],
)
def test_the_table_is_sorted_as_the_link_says(sort: str, order: list[str]) -> None:
    html = page(sort=sort)
    table = html[html.index("Scores of agencies") :].split("</tbody>")[0]
    assert re.findall(r"<bdi>([A-Z]+)</bdi></span><span class=\"hid\">", table) == order


@pytest.mark.usefixtures("road")
def test_a_cell_opens_what_lies_behind_it() -> None:
    said = words(page(cell="AGRI~DNB"))
    assert "Agricultural marketing lost 2.2 points that began in the Budget department" in said
    assert "They have no dealings with each other" in said
    assert "11.2 of its 30 days, 2.2 of its 6 points" in said


@pytest.mark.usefixtures("road")
def test_the_verdict_says_the_numbers_of_the_worked_case() -> None:
    said = words(page("who_delayed", id="B"))
    assert "Road to the valley open: 40 days late." in said
    assert (
        "17.6 of the 40 days began in the Road department itself, 14.9 in the Budget department "
        "and 7.5 in the Environment department." in said
    )
    assert "17.6 + 14.9 + 7.5 = 40.0" in said
    assert "First tranche” held up “Road to the valley open” for 17.5 days" in said
    assert "both late: 15 days" in said
    assert "It then held up Farm market open" in said
    assert "payments.csv, row" in said


@pytest.mark.usefixtures("road")
@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            {"id": "B", "edge": "A~B"},
            "“Environmental clearance of the road” held up “Road to the valley open” for 7.5 days",
        ),
        ({"id": "B", "by": "agency"}, "Road department44 %17.63.5"),
        ({"id": "B", "as_of": "2027-05-01"}, "This link was made for 1 May 2027"),
        ({"id": "ROAD-REST"}, "not late"),
        ({"id": "M2"}, "Second tranche: 8 days late."),
        ({"id": "nothing-like-it"}, "There is no “nothing-like-it”."),
        ({"q": "valley"}, "One deliverable fits “valley”."),
        ({"q": "zzzz"}, "Nothing fits “zzzz”."),
        ({}, "What do you want to know about?"),
    ],
)
def test_the_link_decides_what_is_shown(asked: Mapping[str, str], said: str) -> None:
    assert said in words(page("who_delayed", **asked))


@pytest.mark.usefixtures("road")
def test_a_first_choice_of_a_column_puts_the_worst_on_top_and_a_second_turns_it_round() -> None:
    def offered(**asked: str) -> dict[str, str]:
        found = re.findall(r'<th scope="col"[^>]*><a data-go="stay" href="([^"]+)">([\w ]+)', page(**asked))
        return {label.strip(): dict(parse_qsl(unescape(href)))["sort"] for href, label in found}

    first = offered()
    assert {name: first[name] for name in ("Official", "Adjusted", "Points lost", "Began there")} == {
        "Official": "official",
        "Adjusted": "adjusted",
        "Points lost": "-lost",
        "Began there": "-began",
    }
    assert offered(sort="-lost")["Points lost"] == "lost"
    assert offered(sort="official")["Official"] == "-official"


@pytest.mark.usefixtures("road")
@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"year": "1999"}, "There is no plan year “1999” There are: 2026-27. What you see is 2026-27."),
        ({"tier": "9"}, "There is no tier “9” in 2026-27"),
        ({"as_of": "soon"}, "“soon” is not a day What you see is as of the end of 30 June 2027."),
    ],
)
def test_a_link_that_asks_for_what_there_is_not_is_told_so(asked: Mapping[str, str], said: str) -> None:
    html = page(**asked)
    assert said in re.sub(r"\s+", " ", words(html.replace("</b>", "</b> ")))
    offered = re.findall(r'href="([^"]+)">Correct the link', html)
    assert [dict(parse_qsl(unescape(link).partition("?")[2])) for link in offered] == [
        {"year": "2026-27", "tier": "1", "as_of": "2027-06-30"}
    ]


@pytest.mark.usefixtures("road")
def test_a_tier_means_nothing_to_a_verdict_and_an_unknown_one_is_no_fault_there() -> None:
    html = page("who_delayed", id="B", tier="9")
    assert "There is no tier" not in words(html)
    assert "plan year 2026-27" in words(html)


@pytest.mark.usefixtures("road")
def test_the_nearest_ids_carry_their_agency() -> None:
    html = page("who_delayed", id="ROAD-RESTT")
    assert 'class="state"' in html  # the bar stands above what cannot be answered, on whichever page one was before
    assert re.search(r'There is no “ROAD-RESTT”.*class="tag [^>]*><bdi>ROAD</bdi>', html, re.DOTALL)


@pytest.mark.usefixtures("road")
def test_an_agency_has_one_colour_on_every_page() -> None:
    seen: dict[str, set[str]] = {}
    for html in (
        page(),
        *(page("who_delayed", **asked) for asked in ({"id": "B"}, {"id": "M2"}, {})),
        page("agency", id="DNB"),
    ):
        for hue, agency in re.findall(r'class="tag c(\d)[^>]*><bdi>(\w+)</bdi>', html):
            seen.setdefault(agency, set()).add(hue)
    assert len(seen) == 4
    assert [agency for agency, hues in seen.items() if len(hues) > 1] == []
    assert len(set.union(*seen.values())) == 4


@pytest.mark.usefixtures("graph")
def test_an_empty_graph_explains_the_one_command() -> None:
    assert "No plan is loaded yet." in words(page())


def test_a_plan_that_is_not_assessed_says_what_to_run(graph: Graph) -> None:
    load(graph, [ROAD])
    assert "The plan is loaded, and not assessed yet." in words(page("who_delayed", id="B"))


@pytest.mark.usefixtures("road")
def test_every_link_keeps_the_day_and_the_year() -> None:
    html = page("who_delayed", id="B")
    links = [unescape(link) for link in re.findall(r'data-go(?:="\w+")? href="([^"]+)"', html)]
    assert len(links) > 10
    assert [link for link in links if "as_of=2027-06-30" not in link or "year=2026-27" not in link] == []


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
