"""The pages on the sample country, as people use them."""

import csv

import pytest
from browser.conftest import Opens
from browser.plans import SAMPLE, SAMPLE_DAY, fill
from browser.sights import (
    DARK,
    GROUND,
    LIGHT,
    bottom,
    cut_off,
    focused,
    scrolls_sideways,
    still,
    violations_in_both_themes,
)
from playwright.sync_api import Page

from graph_schema.graph import Graph

LATE = "STAT-GROWTH"
VERDICT = f"who-delayed?id={LATE}"
PAGES = {
    "scorecard": ("scorecard", ".heat"),
    "root": ("", ".telling"),
    "verdict": (VERDICT, ".chain[data-drawn]"),
    "start": ("who-delayed", ".hits"),
    "held-up": ("held-up?id=REL-KESSA-1", "tfoot"),
    "coming": ("coming", ".calls"),
    "agency": ("agency?id=ROADS", ".bridge"),
    "agencies": ("agency", ".hits"),
    "post": ("official?post=ROADS-DIR", "table"),
    "agreements": ("agreements?year=2026-27", "table"),
    "revisions": ("agreements?show=revisions", "table"),
    "reporting": ("agreements?show=reporting", "table"),
    "soundness": ("agreements?show=soundness", "table"),
    "recognition": ("official?show=recognition", "table"),
    "money": ("money?year=2026-27", ".pefa"),
    "ask": ("ask", ".hits"),
    "data": ("data", ".says"),
    "five-year": ("five-year", "table.ways"),
    "five-year-target": ("five-year?target=PT-ROADS", ".plot"),
    "money-row": ("money?year=2026-27&by=agency&row=ROADS", ".plot"),
}
CARD = ".st-key-chain-part .card h2"


@pytest.fixture(scope="module", autouse=True)
def sample(open_once: Graph) -> None:
    """The sample country of the day its stories are told for."""
    fill(open_once, SAMPLE, SAMPLE_DAY)


def opened(opens: Opens, name: str, **how: object) -> Page:
    path, ready = PAGES[name]
    page = opens(path, ready=ready, **how)
    still(page)
    return page


def test_search_leads_to_the_verdict_and_an_edge_to_its_explanation(opens: Opens) -> None:
    page = opened(opens, "scorecard")
    page.locator("#find").press_sequentially("growth surv", delay=30)
    page.get_by_role("option").filter(has_text="Child growth survey in Kessa").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_selector("h1:has-text('Child growth survey in Kessa done: 22 days late.')")
    assert "11.4 of the 22 days began in the Department of Budget" in page.inner_text(".lead")
    page.wait_for_selector(".chain[data-drawn]")
    page.locator(".days[data-edge='REL-KESSA-1~ROAD-KESSA']").click()
    page.wait_for_selector(f"{CARD}:has-text('First tranche')")
    card = page.inner_text(".st-key-chain-part .card")
    assert "Paid 24 September 2026, due 15 August 2026" in card
    assert "40.0 days" in card
    assert "Float" in card
    assert "needed it by 1 September 2026" in card
    assert "section" in card
    assert "requirements.csv, row" in card
    assert "edge=REL-KESSA-1%7EROAD-KESSA" in page.url or "edge=REL-KESSA-1~ROAD-KESSA" in page.url


def test_words_can_be_searched_without_suggestions(opens: Opens) -> None:
    page = opened(opens, "scorecard")
    page.fill("#find", "Kessa road")
    page.keyboard.press("Enter")
    page.wait_for_selector("h1:has-text('fit “Kessa road”')")
    page.locator(".hits a").first.click()
    page.wait_for_selector(".st-key-page h1:has-text('Kessa')")


def test_a_permalink_restores_the_same_view(opens: Opens) -> None:
    page = opened(opens, "verdict")
    page.locator(".days[data-edge='CLR-KESSA~ROAD-KESSA']").click()
    page.wait_for_selector(f"{CARD}:has-text('Environmental clearance')")
    page.get_by_role("link", name="By agency").click()
    page.wait_for_selector("th:has-text('Share')")
    page.get_by_role("button", name="Copy link").click()
    page.wait_for_selector(".copy:has-text('Copied')")
    link = page.evaluate("navigator.clipboard.readText()")
    assert "as_of=2028-03-31" in link
    assert "year=2026-27" in link
    again = opens(link.split("/", 3)[3], ready=".chain[data-drawn]")
    still(again)
    for part in ("h1", ".lead", CARD, ".tabs [aria-current]", "time"):
        assert again.inner_text(part) == page.inner_text(part)
    assert again.locator(".days[aria-pressed=true]").get_attribute("data-edge") == "CLR-KESSA~ROAD-KESSA"
    assert again.locator(".flag").count() == 0


def test_a_link_of_another_day_says_so_and_offers_the_current_one(opens: Opens) -> None:
    page = opens(f"{VERDICT}&as_of=2027-05-01", ready=".flag")
    assert "made for 1 May 2027" in page.inner_text(".flag")
    page.locator(".flag a").click()
    page.wait_for_selector(".flag", state="detached")
    assert "as_of=2028-03-31" in page.url
    assert "22 days late" in page.inner_text("h1")


def test_an_unknown_id_offers_the_nearest(opens: Opens) -> None:
    page = opens("who-delayed?id=STAT-GROWHT")
    assert "There is no “STAT-GROWHT”." in page.inner_text("h1")
    page.locator(".hits a", has_text="Child growth survey").click()
    page.wait_for_selector("h1:has-text('22 days late')")


def test_a_cell_of_the_heat_map_opens_its_targets_and_deliverables(opens: Opens) -> None:
    page = opened(opens, "scorecard")
    cell = page.locator(".heat a.cell:not([aria-current])").first
    said = cell.get_attribute("aria-label")
    cell.click()
    page.wait_for_selector(f".heat a[aria-current][aria-label='{said}']")
    still(page)
    assert "Where it began" in page.inner_text(".hx .card")
    assert "What it cost" in page.inner_text(".hx .card")
    assert "cell=" in page.url
    page.locator(".hx .card a").first.click()
    page.wait_for_selector("h1:not(:has-text('government'))")


def test_from_the_scorecard_to_an_agency_to_what_held_it_up_most(opens: Opens) -> None:
    page = opened(opens, "scorecard")
    page.locator("table a.owner", has_text="Ministry of Works").click()
    page.wait_for_selector("h1:has-text('Ministry of Works: official')")
    still(page)
    page.locator(".st-key-page a", has_text="Department of Roads").first.click()
    page.wait_for_selector("h1:has-text('Department of Roads: official')")
    still(page)
    assert page.locator(".bridge .end .n").all_inner_texts() == ["83.6", "90.2"]
    page.get_by_role("link", name="Clearance for blasting at Velt pass").first.click()
    page.wait_for_selector("h1:has-text('Clearance for blasting at Velt pass')")


def test_from_recognition_to_a_post_and_its_names(opens: Opens) -> None:
    page = opened(opens, "recognition")
    page.get_by_role("link", name="Resident Engineer, Velt pass").first.click()
    page.wait_for_selector("h1:has-text('Resident Engineer, Velt pass: official 69.3, adjusted 81.3.')")
    still(page)
    assert "(fictional)" not in page.inner_text(".st-key-page")
    page.get_by_role("link", name="Show names").click()
    page.wait_for_selector("td:has-text('(fictional)')")
    assert "persons=yes" in page.url
    page.get_by_role("link", name="Snow shelter at Velt pass open").click()
    page.wait_for_selector("h1:has-text('Snow shelter at Velt pass open')")


def test_from_a_doubtful_consequence_to_the_agency_it_is_about(opens: Opens) -> None:
    page = opened(opens, "agreements")
    row = page.locator("tr", has_text="Doubtful.").first
    agency = row.locator("a.tag").inner_text()
    row.locator("a.tag").click()
    page.wait_for_selector(f".crumb .tag:has-text('{agency}')")
    still(page)
    assert page.locator(".bridge").is_visible()


def test_back_and_forward_walk_the_way_that_was_taken(opens: Opens) -> None:
    page = opened(opens, "scorecard")
    page.locator("th a", has_text="Official").click()
    page.wait_for_selector("th[aria-sort=ascending]:has-text('Official')")
    page.locator("nav.pages a", has_text="Who delayed this?").click()
    page.wait_for_selector(".hits")
    page.locator(".hits a").first.click()
    page.wait_for_selector(".led")
    verdict = page.inner_text("h1")
    still(page)
    page.go_back()
    page.wait_for_selector(".hits")
    still(page)
    page.go_back()
    page.wait_for_selector("th[aria-sort=ascending]:has-text('Official')")
    still(page)
    page.go_forward()
    page.wait_for_selector(".hits")
    still(page)
    page.go_forward()
    page.wait_for_selector(".led")
    assert page.inner_text("h1") == verdict


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_the_verdict_stands_above_the_fold(opens: Opens, width: int, height: int) -> None:
    page = opened(opens, "verdict", width=width, height=height)
    assert "22 days late" in page.inner_text("h1")
    assert bottom(page, "h1") < height
    assert bottom(page, ".lead") < height


@pytest.mark.parametrize("name", PAGES)
def test_axe_has_nothing_to_say_in_either_theme_and_nothing_is_cut_off_on_a_phone(opens: Opens, name: str) -> None:
    page = opened(opens, name)
    assert violations_in_both_themes(page) == []
    page.set_viewport_size({"width": 390, "height": 844})
    still(page)
    assert cut_off(page) == []
    assert not scrolls_sideways(page)


def test_the_theme_follows_the_system(opens: Opens) -> None:
    grounds = {theme: opened(opens, "start", theme=theme).evaluate(GROUND) for theme in ("light", "dark")}
    assert grounds == {"light": LIGHT, "dark": DARK}


def test_the_chain_works_from_the_keyboard(opens: Opens) -> None:
    page = opened(opens, "verdict")
    page.locator(".days[data-edge='REQ-KESSA-1~REL-KESSA-1']").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(f"{CARD}:has-text('Request for the first tranche')")
    still(page)
    assert focused(page) == page.inner_text(".days[data-edge='REQ-KESSA-1~REL-KESSA-1']")


def test_tables_can_be_taken_away(opens: Opens) -> None:
    page = opened(opens, "verdict")
    with page.expect_download() as waiting:
        page.locator(".st-key-csv-roots button").click()
    assert waiting.value.suggested_filename == "roots.csv"
    rows = waiting.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert rows[0].startswith("thing,title,agency,agency_name")
    amounts = [float(row["amount"]) for row in _rows(rows)]
    assert sum(amounts) == pytest.approx(22.0, abs=1e-9)


def _rows(lines: list[str]) -> list[dict[str, str]]:
    return list(csv.DictReader(lines))


def test_print_shows_the_page_without_its_controls(opens: Opens) -> None:
    page = opened(opens, "verdict")
    page.emulate_media(media="print")
    assert page.locator("h1").is_visible()
    assert not page.locator(".bar").is_visible()
    assert not page.locator("nav.pages").is_visible()


KINDS = {
    "REL-KESSA-1": ("40 days late", "First tranche"),
    "REQ-KESSA-1": ("6 days late", "Request"),
    "CLR-KESSA": ("15 days late", "clearance"),
    "WORKS-NET-27": ("points lost", "points"),
    "POSTS-OPEN-27": ("10 posts short", "Land"),
    "LUNNA-ROADS-27": ("never reported", "Nobody reported"),
    "BUDGET-TIMELY-27": ("points lost", "83.2 % of the money due was paid by its planned day"),
    "BRIDGE-HOLM": ("49 days late", "High Court"),
    "SCHOOL-DUNMERE": ("40 days late", "unsigned"),
    "TUNNEL-VELT": ("expected 46 days late", "days count to when it is expected"),
}


@pytest.mark.parametrize("thing", KINDS)
def test_every_kind_of_deliverable_has_a_verdict(opens: Opens, thing: str) -> None:
    page = opens(f"who-delayed?id={thing}", ready=".led")
    still(page)
    headline, said = KINDS[thing]
    assert headline in page.inner_text("h1")
    assert said in page.inner_text(".st-key-page")
    assert page.locator(".grp .fill").count() > 0
