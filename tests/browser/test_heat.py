"""Who affects whom, as people use it: other units, tiers and assessments; rows, columns and cells lead on."""

import pytest
from browser.conftest import Opens
from browser.plans import SAMPLE, SAMPLE_DAY, fill
from browser.sights import cut_off, still, violations_in_both_themes

from graph_schema.graph import Graph


@pytest.fixture(scope="module", autouse=True)
def sample(open_once: Graph) -> None:
    """The sample country of the day its stories are told for."""
    fill(open_once, SAMPLE, SAMPLE_DAY)


def test_from_the_map_of_days_between_tiers_to_a_release_and_back_to_an_agency(opens: Opens) -> None:
    page = opens("scorecard", ready=".heat")
    for choice, said in (("days", "unit=days"), ("by tier 2", "by_tier=2"), ("2026-27", "of=2026-27")):
        page.locator(".choices a", has_text=choice).click()
        page.wait_for_selector(f".choices a[aria-current]:has-text('{choice}')")
        still(page)
        assert said in page.url
    assert "days of targets of" in page.inner_text(".hx .card h3")
    cell = page.locator(".heat a.cell:not([aria-current])[aria-label*='began in Department of Budget']").first
    cell.click()
    page.wait_for_selector(".hx .card h3:has-text('Department of Budget')")
    still(page)
    assert "unit=days" in page.url
    page.locator(".hx .card li a", has_text="tranche").first.click()
    page.wait_for_selector(".led")
    still(page)
    page.go_back()
    page.wait_for_selector(".hx .card h3:has-text('Department of Budget')")
    still(page)
    page.locator(".heat thead a.tag", has_text="BUDGET").click()
    page.wait_for_selector("h1:has-text('Department of Budget: official')")


def test_axe_has_nothing_to_say_of_a_map_with_every_choice(opens: Opens) -> None:
    page = opens("scorecard?unit=days&by_tier=2&basis=first", ready=".heat")
    still(page)
    assert violations_in_both_themes(page) == []


def test_nothing_of_the_map_is_cut_off_on_a_phone(opens: Opens) -> None:
    page = opens("scorecard?unit=days&by_tier=3&of=2026-27", ready=".heat", width=390, height=844)
    still(page)
    assert cut_off(page) == []
