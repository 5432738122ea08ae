"""Where one begins, and the papers that one leaves with, in a real browser."""

import io

import pytest
from browser.conftest import Opens
from browser.plans import SAMPLE, SAMPLE_DAY, fill
from browser.sights import still
from pypdf import PdfReader

from graph_schema.graph import Graph

PAPERS = {
    "who-delayed?id=STAT-GROWTH": ("STAT-GROWTH.pdf", "Child growth survey in Kessa done: 22 days late."),
    "agency?id=ROADS&year=2026-27": ("ROADS.pdf", "Department of Roads: official 81.2"),
    "scorecard?year=2026-27&tier=1": ("scorecard-2026-27-tier-1.pdf", "The government stands at 93.3 of 100."),
}


@pytest.fixture(scope="module", autouse=True)
def sample(open_once: Graph) -> None:
    """The sample country of the day its stories are told for."""
    fill(open_once, SAMPLE, SAMPLE_DAY)


@pytest.mark.parametrize("path", PAPERS)
def test_a_page_hands_out_its_briefing(opens: Opens, path: str) -> None:
    name, said = PAPERS[path]
    page = opens(path)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Briefing as PDF").click()
    assert waiting.value.suggested_filename == name
    assert said in PdfReader(io.BytesIO(waiting.value.path().read_bytes())).pages[0].extract_text().replace("\n", " ")


def test_the_root_asks_and_leads_on(opens: Opens) -> None:
    page = opens("", ready=".calls li")
    still(page)
    assert page.inner_text("h1") == "What do you want to know?"
    told = page.locator(".telling li").all_inner_texts()
    assert len(told) == 3
    assert "Of the" in told[0]
    assert page.locator(".calls li").count() == 3
    page.keyboard.press("/")
    page.keyboard.type("growth surv", delay=30)
    page.get_by_role("option").filter(has_text="Child growth survey in Kessa").first.wait_for()
    page.keyboard.press("Escape")
    page.locator(".telling a", has_text="Who delayed it").click()
    page.wait_for_selector(".led")


def test_a_link_to_the_scorecard_at_the_root_still_leads_there(opens: Opens) -> None:
    page = opens("?year=2026-27&tier=2&sort=official", ready=".heat")
    assert "/scorecard?" in page.url
    assert page.inner_text("h1").startswith("At tier 2")
    assert page.locator("th[aria-sort=ascending]").inner_text().startswith("Official")
