"""The Map without a browser: what it says of a worked case, and the pages that lead to it."""

import re
from collections.abc import Mapping

import pytest
from page_words import page, words


@pytest.mark.usefixtures("road")
@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({}, "lost most to another"),
        ({"id": "B"}, "What stands around Road to the valley open."),
        ({"id": "B", "node": "thing:B"}, "Road to the valley open: 40 days late."),
        ({"agency": "DNB", "node": "agency:DNB"}, "Its own page"),
        ({"id": "B", "edge": "thing:A;thing:B"}, "held up “Road to the valley open” for 7.5 days"),
        ({"id": "B", "edge": "thing:B;agency:ROAD"}, "“Road to the valley open” belongs to “Road department”."),
        (
            {"edge": "agency:DNB;agency:AGRI"},
            "Agricultural marketing lost 2.2 points that began in the Budget department",
        ),
        ({"path": "thing:R;thing:C"}, "“Request for the first tranche” affected “Farm market open” over 3 steps."),
        ({"path": "thing:A;thing:M1"}, "cannot affect each other"),
        ({"id": "B", "status": "in time"}, "do not pass the filter"),
        ({"id": "B-NOT-THERE"}, "There is no “B-NOT-THERE”."),
        ({"open": "nonsense", "pin": "x", "edge": "thing:A"}, "Who affects whom."),
    ],
)
def test_a_map_says_what_its_link_asks_for(asked: Mapping[str, str], said: str) -> None:
    assert said in words(page("map", **asked))


@pytest.mark.usefixtures("road")
@pytest.mark.parametrize(
    ("view", "asked", "opens"),
    [
        ("who_delayed", {"id": "B"}, "id=B"),
        ("held_up", {"id": "M1"}, "id=M1"),
        ("held_up", {"agency": "DNB"}, "agency=DNB"),
        ("agency", {"id": "DNB"}, "agency=DNB"),
    ],
)
def test_what_a_page_is_about_opens_on_the_map(view: str, asked: Mapping[str, str], opens: str) -> None:
    assert re.search(rf'href="map\?[^"]*{opens}">Open on the map', page(view, **asked))
