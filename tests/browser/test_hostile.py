"""Titles, names and ids are text, whatever they look like: shown letter by letter, found, and run by nobody."""

import pytest
from browser.conftest import Opens
from browser.plans import ROAD_DAY, VECTORS, changed, fill
from browser.sights import cut_off, scrolls_sideways, still, violations

from graph_schema.graph import Graph

SCRIPT = "<img src=x onerror=\"window.pwned='img'\"> <script>window.pwned='script'</script> {{7*7}} ${7*7}"
MARKDOWN = "**bold** :red[red] $a$ [link](javascript:window.pwned=1) <b>Farm</b> # head"
RIGHT_TO_LEFT = "\u202eevil\u2067 \u05e9\u05dc\u05d5\u05dd \u200f 𝕭𝖗ü𝖈𝖐𝖊 🛣"
LONG = "Lorem ipsum " * 833 + "end!"
IDS = {"B": 'x" onmouseover="window.pwned=\'id\'" <b>', "M1": "`) MATCH (n) DETACH DELETE n //" + "~" * 165}
TITLES = {"B": f"Road {SCRIPT}", "M1": f"Tranche {MARKDOWN}", "A": f"Clearance {RIGHT_TO_LEFT}", "C": LONG}
AGENCY = f"<u>Budget</u> {MARKDOWN}"
LONG_AGENCY = "AGRI-" + "x" * 195


def cell(sheet: str, column: str, text: str) -> str:
    """The road-and-money plan with hostile titles, names and ids."""
    if column == "title" and sheet in ("targets", "releases"):
        known = {"Road to the valley open": "B", "First tranche": "M1", "Environmental clearance of the road": "A"}
        return TITLES.get(known.get(text, "C" if text == "Farm market open" else ""), text)
    if column == "name":
        return AGENCY if text == "Budget department" else text
    if text == "AGRI" and (column, sheet) != ("title", "agreements"):
        return LONG_AGENCY
    ids = ("id", "deliverable", "requires", "release")
    return IDS.get(text, text) if column in ids else text


@pytest.fixture(scope="module", autouse=True)
def hostile(open_once: Graph, tmp_path_factory: pytest.TempPathFactory) -> None:
    """That plan, loaded and assessed."""
    folder = changed(VECTORS / "road-and-money", tmp_path_factory.mktemp("hostile") / "plan", cell)
    fill(open_once, folder, ROAD_DAY)


def test_hostile_titles_are_shown_as_text_and_run_nothing(opens: Opens) -> None:
    page = opens("scorecard", ready=".heat")
    still(page)
    page.locator("#find").press_sequentially("Road img src", delay=30)
    page.get_by_role("option").filter(has_text="<img src=x").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_selector("h1:has-text('40 days late')")
    page.wait_for_selector(".chain[data-drawn]")
    still(page)
    assert f"Road {SCRIPT}"[:100] in page.inner_text("h1")
    text = page.inner_text(".st-key-page")
    for shown in (
        "<script>window.pwned='script'</script>",
        "{{7*7}}",
        "**bold** :red[red] $a$",
        "<b>Farm</b>",
        "<u>Budget</u>",
    ):
        assert shown in text
    page.locator(".chain a.node").first.hover()
    page.locator(".days").first.click()
    still(page)
    assert page.evaluate("window.pwned ?? 'nothing ran'") == "nothing ran"
    assert (
        page.locator(
            ".st-key-page img, .st-key-page script, .st-key-page u, .st-key-page a[href^='javascript']"
        ).count()
        == 0
    )
    assert page.locator("[onmouseover], [onerror]").count() == 0


def test_a_title_of_ten_thousand_letters_is_cut_and_can_be_unfolded(opens: Opens) -> None:
    assert len(LONG) == 10_000
    page = opens("who-delayed?id=C", ready=".chain[data-drawn]")
    still(page)
    assert page.inner_text("h1").startswith("Lorem ipsum")
    assert page.inner_text("h1").endswith("30 days late.")
    assert len(page.inner_text("h1")) < 200
    page.locator("summary", has_text="The whole title").click()
    assert LONG.rstrip() in page.inner_text("details")


def test_the_map_shows_hostile_titles_as_text_and_its_link_holds_hostile_ids(opens: Opens) -> None:
    page = opens("map?id=C", ready=".st-key-map-list .map[data-drawn]")
    page.get_by_role("button", name="Open: Road <img src=x").click()
    page.wait_for_selector("button.name:has-text('**bold** :red[red]')")
    page.get_by_role("button", name="Why: Tranche").first.click()
    page.wait_for_selector(".card h2:has-text('Why “Tranche **bold**')")
    still(page)
    again = opens(page.url.split("/", 3)[3], ready=".card h2")
    assert again.inner_text(".card h2") == page.inner_text(".card h2")
    assert page.evaluate("window.pwned ?? 'nothing ran'") == "nothing ran"
    assert page.locator(".st-key-page img, .st-key-page script, [onmouseover], [onerror]").count() == 0
    assert cut_off(page) == []


@pytest.mark.parametrize("path", ["", "scorecard", "who-delayed?id=C", "who-delayed?q=Lorem", "map", "map?id=C"])
@pytest.mark.parametrize("width", [390, 1440])
def test_the_layout_holds(opens: Opens, path: str, width: int) -> None:
    page = opens(path, width=width, height=844)
    still(page)
    assert cut_off(page) == []
    assert not scrolls_sideways(page)


def test_right_to_left_marks_turn_nothing_else(opens: Opens) -> None:
    page = opens("who-delayed?id=A", ready=".led")
    still(page)
    title = page.locator("h1 bdi")
    assert title.inner_text() == f"Clearance {RIGHT_TO_LEFT}"
    assert page.locator("h1").evaluate("e => e.lastChild.textContent") == ": 20 days late."
    assert page.locator("h1").evaluate("e => getComputedStyle(e).direction") == "ltr"


def test_axe_has_nothing_to_say_about_it(opens: Opens) -> None:
    page = opens("scorecard", ready=".heat")
    still(page)
    assert violations(page) == []
