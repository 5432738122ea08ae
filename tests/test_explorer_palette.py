"""The look of agencies: never two alike among the first 32, stable, readable in both themes."""

import re

import pytest

from explorer.palette import HUES, PATTERNS, apart, looks
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


def test_agencies_of_one_page_differ_in_hue_and_the_first_keeps_its_own() -> None:
    given = looks(IDS)
    alike = [agency for agency in IDS if given[agency].hue == given[IDS[0]].hue][:4]
    shown = apart(given, alike)
    assert shown[alike[0]] == given[alike[0]]
    assert len({shown[agency].hue for agency in alike}) == len(alike)
    assert {agency: shown[agency] for agency in IDS if agency not in alike} == {
        agency: given[agency] for agency in IDS if agency not in alike
    }


def test_more_agencies_than_hues_keep_their_own() -> None:
    given = looks(IDS)
    assert set(apart(given, IDS)) == set(IDS)
