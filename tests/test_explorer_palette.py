"""The look of agencies: never two alike among the first 32, stable, readable in both themes."""

import re

import pytest

from explorer.palette import HUES, PATTERNS, REST, looks
from explorer.ui.look import asset

IDS = [f"AGENCY-{n}" for n in range(80)]


def test_the_first_eight_differ_in_hue_and_the_first_32_in_hue_or_pattern() -> None:
    given = looks(IDS)
    assert len({given[i].hue for i in IDS[:HUES]}) == HUES
    assert len({given[i] for i in IDS[: HUES * PATTERNS]}) == HUES * PATTERNS


def test_four_agencies_differ_in_pattern_too() -> None:
    assert len({look.pattern for look in looks(IDS[:4]).values()}) == 4


def test_an_agency_that_comes_last_moves_nobody() -> None:
    before = looks(IDS[:20])
    after = looks(IDS[:21])
    assert {i: after[i] for i in before} == dict(before)


def test_more_agencies_than_looks_all_get_one() -> None:
    assert set(looks(IDS)) == set(IDS)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def colours(name: str) -> list[str]:
    found = re.search(rf"--{name}: light-dark\((#\w+), (#\w+)\)", asset("styles/base.css"))
    assert found, name
    return [c if len(c) == 7 else "#" + "".join(2 * x for x in c[1:]) for c in found.groups()]


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("hue", range(HUES))
def test_tags_can_be_read(hue: int, theme: int) -> None:
    assert contrast(colours(f"c{hue}")[theme], colours("on")[theme]) >= 4.5


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground"),
    [("ink", "bg"), ("ink2", "bg"), ("ink", "s1"), ("ink", "s2"), ("ink", "s3"), ("bg", "s4"), ("ink2", "soft")],
)
def test_text_can_be_read(text: str, ground: str, theme: int) -> None:
    assert contrast(colours(text)[theme], colours(ground)[theme]) >= 4.5


def test_agencies_that_meet_differ_in_hue() -> None:
    rings = [IDS[n : n + HUES] for n in range(0, 32, HUES)]
    meetings = [(one, other, 1) for ring in rings for one in ring for other in ring if one < other]
    given = looks(reversed(IDS[:32]), meetings)
    assert [len({given[agency].hue for agency in ring}) for ring in rings] == [HUES] * 4
    assert len(set(given.values())) == 32


def test_those_who_meet_through_another_differ_in_hue_too() -> None:
    alike = looks(IDS)
    far = [agency for agency in IDS if alike[agency].hue == alike[IDS[0]].hue][:2]
    given = looks(IDS, [(far[0], "HUB", 1), ("HUB", far[1], 1)])
    assert given[far[0]].hue != given[far[1]].hue


def test_one_agency_that_meets_all_costs_nobody_a_look() -> None:
    given = looks(IDS[:32], [(IDS[0], other, 5) for other in IDS[1:32]])
    assert len(set(given.values())) == 32


def test_what_is_no_agency_has_the_look_of_the_rest() -> None:
    given = looks(IDS[:3])
    assert given["weather"] == REST
    assert "weather" not in given
