"""Words and numbers of the pages: what is expected is not said to have come, and a reader finds the same sums."""

import re

import pytest
from browser.conftest import Opens
from browser.plans import SAMPLE, SAMPLE_DAY, fill
from playwright.sync_api import Page

from graph_schema.graph import Graph

CARD = ".st-key-chain-part .card"


@pytest.fixture(scope="module", autouse=True)
def sample(open_once: Graph) -> None:
    """The sample country of the day its stories are told for."""
    fill(open_once, SAMPLE, SAMPLE_DAY)


def verdict(opens: Opens, deliverable: str, edge: str = "") -> Page:
    page = opens(f"who-delayed?id={deliverable}&edge={edge}", ready=f"{CARD} h2" if edge else "h1")
    page.wait_for_selector("h2:has-text('What this rests on')")
    return page


def test_a_day_that_is_expected_is_not_said_to_have_come(opens: Opens) -> None:
    page = verdict(opens, "TUNNEL-VELT")
    row = page.locator("tr", has_text="Snow shelter at Velt pass open, its own part")
    assert "expected 15 Apr 2028" in row.inner_text()
    assert page.get_by_role("columnheader", name="Came, or is expected").count() == 1


def test_an_inner_band_says_of_how_many_days_it_is_a_part_and_its_rules_are_in_order(opens: Opens) -> None:
    page = verdict(opens, "ROAD-KESSA", "REQ-KESSA-1~REL-KESSA-1")
    assert page.inner_text(".days[data-edge='REQ-KESSA-1~REL-KESSA-1']") == "3 of 6 days"
    card = page.inner_text(CARD)
    assert "for 6 days, 3 of which reached “Road to the Kessa valley open”" in card
    rules = re.search(r"sections ([\d., ]+)\. ", card)
    assert rules
    numbers = rules[1].split(", ")
    assert numbers == sorted(set(numbers))


def test_bands_of_a_cascade_add_up_to_its_points(opens: Opens) -> None:
    page = verdict(opens, "WORKS-NET-27", "ROAD-KESSA~WORKS-NET-27")
    into = page.locator(".days.carried[data-edge$='~WORKS-NET-27']").all_inner_texts()
    assert len(into) == 3
    assert sum(float(text.split()[0]) for text in into) == pytest.approx(11.0)
    card = page.inner_text(CARD)
    assert "share 3 × (100 − 80.7 earned)" in card
    assert "Its part: 57.9 of " in card


def test_what_it_affects_is_named_for_what_it_is(opens: Opens) -> None:
    text = verdict(opens, "ROAD-KESSA").inner_text("body")
    assert "It then held up Bus line to the Kessa valley runs" in text
    assert "Everything that it held up" in text


def test_an_unreported_target_rests_on_its_promise(opens: Opens) -> None:
    text = verdict(opens, "LUNNA-ROADS-27").inner_text("body")
    assert "nobody has reported on it" in text


def test_weights_and_grades_have_their_columns_where_there_are_any(opens: Opens) -> None:
    page = opens("scorecard?year=2026-27&tier=1", ready=".heat")
    heads = [head.split(" ")[0] for head in page.get_by_role("columnheader").all_inner_texts()]
    assert {"Weight", "Grade"} <= set(heads)
    assert "Official = 100 − points lost ÷ weight." in page.inner_text("body")
    plain = opens("scorecard?year=2026-27&tier=2", ready=".heat")
    assert "Official = 100 − points lost." in plain.inner_text("body")
