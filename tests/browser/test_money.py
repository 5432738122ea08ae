"""Money, the five-year plan and Ask in Cypher, as analysts walk through them."""

import pytest
from browser.conftest import Opens
from browser.plans import SAMPLE, SAMPLE_DAY, fill
from browser.sights import cut_off, still, violations

from graph_schema.graph import Graph


@pytest.fixture(scope="module", autouse=True)
def sample(open_once: Graph) -> None:
    """The sample country of the day its stories are told for."""
    fill(open_once, SAMPLE, SAMPLE_DAY)


def test_money_leads_from_a_line_to_its_release_and_what_that_held_up(opens: Opens) -> None:
    page = opens("money?year=2026-27", ready=".pefa")
    page.locator(".tabs a", has_text="Receives it").click()
    page.locator(".minis a", has_text="Department of Roads").click()
    page.wait_for_selector(".crumb:has-text('Department of Roads')")
    page.wait_for_selector(".minis", state="detached")
    still(page)
    assert "row=ROADS" in page.url
    assert page.locator(".plot .came").evaluate("e => getComputedStyle(e).clipPath").startswith("polygon(")
    assert (page.locator(".curve [role=img]").get_attribute("aria-label") or "").startswith("Most was lacking on")
    page.locator("tr", has_text="First tranche, Kessa road").get_by_role("link", name="what it held up").click()
    page.wait_for_selector("h1:has-text('“First tranche, Kessa road” held up')")
    still(page)
    page.go_back()
    page.wait_for_selector(".crumb:has-text('Department of Roads')")


def test_a_promise_of_five_years_leads_to_who_delayed_its_annual_target(opens: Opens) -> None:
    page = opens("five-year", ready="table.ways")
    page.get_by_role("link", name="Rural roads opened or resurfaced").click()
    page.wait_for_selector("h1:has-text('222 of 640 km')")
    still(page)
    assert page.locator(".plot .dot:not(.open)").count() == 2
    page.locator("tr", has_text="ROAD").get_by_role("link").first.click()
    page.wait_for_selector(".led, .facts, dl.says")
    assert "who-delayed?" in page.url


@pytest.mark.parametrize(("theme", "width"), [("light", 1440), ("dark", 390)])
def test_an_example_fills_the_box_runs_on_a_click_and_leads_to_who_delayed_it(
    opens: Opens, theme: str, width: int
) -> None:
    page = opens("ask", ready=".hits", theme=theme, width=width)
    page.locator(".hits a", has_text="Money that came latest").click()
    page.wait_for_function("document.querySelector('textarea').value.startsWith('MATCH (r:Release)')")
    still(page)
    assert page.locator("table.answer").count() == 0
    page.get_by_role("button", name="Run").click()
    page.wait_for_selector("table.answer")
    still(page)
    assert "cypher=MATCH" in page.url
    assert violations(page) == []
    assert cut_off(page) == []
    page.locator("table.answer a", has_text="REL-KESSA-1").click()
    page.wait_for_selector("h1:has-text('First tranche, Kessa road: 40 days late.')")
