"""Briefings handed out by the pages, in a real browser."""

import io

import pytest
from browser.conftest import Opens
from browser.plans import SAMPLE, SAMPLE_DAY, fill
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
    page = opens(path.removeprefix("scorecard"))
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Briefing as PDF").click()
    assert waiting.value.suggested_filename == name
    assert said in PdfReader(io.BytesIO(waiting.value.path().read_bytes())).pages[0].extract_text().replace("\n", " ")
