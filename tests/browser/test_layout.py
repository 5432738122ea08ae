"""How pages are laid out and walked: nothing collides, nothing is cut without a sign, every way leads somewhere."""

import pytest
from browser.conftest import Opens
from browser.plans import SAMPLE, SAMPLE_DAY, fill
from browser.sights import cut_off, focused, scrolls_sideways, still, violations
from playwright.sync_api import FloatRect, Locator, Page

from graph_schema.graph import Graph

TIER2 = "scorecard?year=2026-27&tier=2"
HEAT = ".heat-box"

_SHORTENED = """() => [...document.querySelectorAll('.sheet .tag bdi')]
  .filter(e => e.clientWidth && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1))
  .map(e => e.textContent)"""

_TOUCHING = """selectors => {
  const out = []
  for (const track of document.querySelectorAll(selectors[0])) {
    const found = selectors.slice(1).flatMap(s => [...track.querySelectorAll(s)])
    const marks = found.map(e => [e, e.getBoundingClientRect()])
    for (const [i, [a, p]] of marks.entries()) for (const [b, q] of marks.slice(i + 1))
      if (p.left < q.right - 1 && q.left < p.right - 1 && p.top < q.bottom - 1 && q.top < p.bottom - 1)
        out.push(`${a.className} ${a.textContent} / ${b.className} ${b.textContent}`)
  }
  return out
}"""

_LABELS_ON_CARDS = """() => {
  const root = document.querySelector('.chain') ?? [...document.querySelectorAll('*')]
    .map(e => e.shadowRoot?.querySelector('.chain')).find(Boolean)
  const boxes = s => [...root.querySelectorAll(s)].map(e => [e.textContent, e.getBoundingClientRect()])
  return boxes('.days').flatMap(([label, p]) => boxes('.node strong, .node .tag')
    .filter(([, q]) => p.left < q.right - 1 && q.left < p.right - 1 && p.top < q.bottom - 1 && q.top < p.bottom - 1)
    .map(([title]) => `${label} on ${title}`))
}"""


def _top(box: FloatRect) -> float:
    return box["y"]


@pytest.fixture(scope="module", autouse=True)
def sample(open_once: Graph) -> None:
    """The sample country of the day its stories are told for."""
    fill(open_once, SAMPLE, SAMPLE_DAY)


def opened(opens: Opens, path: str, ready: str, **how: object) -> Page:
    page = opens(path, ready=ready, **how)
    still(page)
    return page


def test_the_heat_map_of_the_second_tier_fits(opens: Opens) -> None:
    page = opened(opens, TIER2, HEAT)
    assert page.locator(HEAT).evaluate("e => e.scrollWidth <= e.clientWidth + 1")
    assert page.locator(f"{HEAT} thead .t").is_visible()


def test_on_a_phone_the_heat_map_says_that_it_scrolls_and_the_keyboard_scrolls_it(opens: Opens) -> None:
    page = opened(opens, TIER2, f"{HEAT}[data-more]", width=390, height=844)
    box = page.locator(HEAT)
    assert box.get_attribute("data-more") == "right"
    assert "linear-gradient" in box.evaluate("e => getComputedStyle(e).maskImage")
    assert page.locator(".aside").is_visible()
    head = page.locator(f"{HEAT} tbody th").first
    before = head.bounding_box()
    box.focus()
    page.keyboard.press("End")
    for _ in range(30):
        page.keyboard.press("ArrowRight")
    page.wait_for_selector(f"{HEAT}[data-more=left]")
    after = head.bounding_box()
    assert before
    assert after
    assert abs(before["x"] - after["x"]) < 6
    assert page.locator(f"{HEAT} thead .t").is_visible()
    assert page.locator(".aside").is_hidden()
    assert violations(page) == []


@pytest.mark.parametrize("path", ["scorecard?year=2026-27", TIER2, "who-delayed?id=STAT-GROWTH", "agency?id=WORKS"])
@pytest.mark.parametrize("width", [1440, 390])
def test_ids_of_agencies_are_whole(opens: Opens, path: str, width: int) -> None:
    page = opened(opens, path, ".tag", width=width)
    assert page.evaluate(_SHORTENED) == []


@pytest.mark.parametrize("path", ["scorecard?year=2026-27", TIER2, "scorecard?year=2026-27&tier=3"])
@pytest.mark.parametrize("width", [1440, 390])
def test_marks_of_a_dumbbell_do_not_touch(opens: Opens, path: str, width: int) -> None:
    page = opened(opens, path, ".dumb", width=width)
    assert page.locator(".dumb .track .o").count() > 5
    assert page.evaluate(_TOUCHING, [".dumb .track", ".o", ".a:not(.eq)", ".v"]) == []


@pytest.mark.parametrize("edge", ["REL-KESSA-1~ROAD-KESSA", "SCHOOL-MEALS~STAT-GROWTH", "CLR-KESSA~ROAD-KESSA"])
@pytest.mark.parametrize("width", [1440, 390])
def test_the_labels_of_an_explanation_do_not_collide(opens: Opens, edge: str, width: int) -> None:
    page = opened(opens, f"who-delayed?id=STAT-GROWTH&edge={edge}", ".time .lane", width=width)
    assert page.evaluate(_TOUCHING, [".time", ".need", ".name", ".lab span", ".cut em", ".cuts li"]) == []
    assert (
        page.evaluate("[...document.querySelectorAll('.time .name')].some(e => e.textContent.includes('…'))") is False
    )


def test_labels_of_a_long_chain_lie_on_no_title(opens: Opens) -> None:
    page = opened(opens, "who-delayed?id=STAT-GROWTH", ".chain[data-drawn]")
    assert page.evaluate(_LABELS_ON_CARDS) == []


def test_labels_of_what_it_affects_stand_at_their_own_cards(opens: Opens) -> None:
    page = opened(opens, "who-delayed?id=ROAD-KESSA", ".chain[data-drawn]")
    labels = [box for box in map(Locator.bounding_box, page.locator(".days.next").all()) if box]
    cards = [box for box in map(Locator.bounding_box, page.locator(".node.next").all()) if box]
    assert len(labels) == len(cards) > 3
    for label, card in zip(sorted(labels, key=_top), sorted(cards, key=_top), strict=True):
        assert card["y"] < label["y"] + label["height"] / 2 < card["y"] + card["height"]
        assert label["x"] + label["width"] <= card["x"] + 1


def test_an_agency_is_a_link_to_its_page(opens: Opens) -> None:
    page = opened(opens, "scorecard?year=2026-27", ".owner", width=390, height=844)
    page.locator(".owner", has_text="WORKS").click()
    page.wait_for_selector("h1:has-text('Ministry of Works')")
    still(page)
    assert cut_off(page) == []
    assert not scrolls_sideways(page)
    assert violations(page) == []
    page.select_option("#year", label="2027-28")
    page.wait_for_selector(".crumb:has-text('2027-28')")
    assert "Ministry of Works" in page.inner_text("h1")


def test_a_verdict_offers_no_other_year_and_no_tier(opens: Opens) -> None:
    page = opened(opens, "who-delayed?id=STAT-GROWTH&year=2027-28", ".bar .is")
    assert page.locator("#year, #tier").count() == 0
    assert page.locator(".bar .is").first.inner_text() == "2026-27"
    assert "belongs to its plan year: this one to 2026-27" in page.inner_text(".st-key-page")


def test_a_path_that_is_no_page_says_so_and_leads_on(opens: Opens) -> None:
    page = opened(opens, "nonsense", "h1")
    assert page.inner_text("h1") == "There is no page “/nonsense”."
    assert page.get_by_role("dialog").count() == 0
    assert violations(page) == []
    page.locator(".hits a", has_text="Who delayed this?").click()
    page.wait_for_selector("h1:has-text('What do you want to know about?')")


def test_the_search_says_that_it_searches(opens: Opens) -> None:
    page = opened(opens, "", "#find")
    page.locator("#find").press_sequentially("zzqx", delay=5)
    assert page.locator(".said").inner_text() == "Searching …"
    page.wait_for_selector(".said:has-text('Nothing fits that.')")
    assert focused(page) == ""
