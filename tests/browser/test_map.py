"""The Map as people use it: by pointer, by table and keyboard, by link."""

import re
from collections.abc import Mapping

import pytest
from browser.conftest import Opens
from browser.plans import SAMPLE, SAMPLE_DAY, fill
from browser.sights import cut_off, focused, scrolls_sideways, still, violations_in_both_themes
from playwright.sync_api import Page

from graph_schema.graph import Graph

LISTED = ".st-key-map-list .map[data-drawn]"
ROAD = "map?id=ROAD-KESSA"
CARD = ".card h2"
_MAP = "[...document.querySelectorAll('.st-key-map .map')].concat([...document.querySelectorAll('*')].map(e => e.shadowRoot?.querySelector('.map')).filter(Boolean)).find(e => e.spot)"  # noqa: E501 - one line of another language


@pytest.fixture(scope="module", autouse=True)
def sample(open_once: Graph) -> None:
    """The sample country of the day its stories are told for."""
    fill(open_once, SAMPLE, SAMPLE_DAY)


def opened(opens: Opens, path: str, **how: object) -> Page:
    page = opens(path, ready=LISTED, **how)
    page.wait_for_selector(".map[data-nodes]")
    still(page)
    return page


def listed(page: Page, name: str, *, gone: bool = False) -> None:
    """Wait until the table lists a thing, or no longer does."""
    page.wait_for_selector(f"button.name:has-text('{name}')", state="detached" if gone else "attached")
    still(page)


def shown(page: Page) -> set[str]:
    """The things that the table lists."""
    return set(page.locator("button.name").all_inner_texts())


def where(page: Page, act: str, name: str) -> Mapping[str, float]:
    """Where on the screen a thing (`spot`) or the middle of a relation (`middle`) is drawn."""
    page.locator(".stage").scroll_into_view_if_needed()
    found: Mapping[str, float] = page.evaluate(f"name => {_MAP}.{act}(name)", name)
    return found


def click(page: Page, act: str, name: str) -> None:
    at = where(page, act, name)
    page.mouse.click(at["x"], at["y"])
    still(page)


def test_a_click_opens_a_thing_and_another_closes_it_while_all_else_stays(opens: Opens) -> None:
    page = opened(opens, ROAD)
    before, stood = shown(page), where(page, "spot", "thing:REL-KESSA-1")
    assert "Request for the first tranche, Kessa road" not in before
    click(page, "spot", "thing:REL-KESSA-1")
    page.wait_for_selector(f"{CARD}:has-text('First tranche, Kessa road')")
    listed(page, "Request for the first tranche, Kessa road")
    assert shown(page) > before
    now = where(page, "spot", "thing:REL-KESSA-1")
    assert (round(now["x"]), round(now["y"])) == (round(stood["x"]), round(stood["y"]))
    assert "open=" in page.url
    click(page, "spot", "thing:REL-KESSA-1")
    listed(page, "Request for the first tranche, Kessa road", gone=True)
    assert shown(page) == before


def test_an_arrow_is_explained_down_to_its_two_dates_and_the_rule(opens: Opens) -> None:
    page = opened(opens, ROAD)
    click(page, "middle", "thing:REL-KESSA-1;thing:ROAD-KESSA")
    page.wait_for_selector(f"{CARD}:has-text('First tranche')")
    card = page.inner_text(".card")
    assert "Paid 24 September 2026, due 15 August 2026" in card
    assert "needed it by 1 September 2026" in card
    assert re.search(r"sections [\d., ]+\.", card)


def test_a_link_restores_the_same_view_and_back_goes_back(opens: Opens) -> None:
    page = opened(opens, f"{ROAD}&pin=-900,-200,thing:CLR-KESSA")
    page.get_by_role("button", name="Open: First tranche, Kessa road").click()
    page.wait_for_selector(f"{CARD}:has-text('First tranche, Kessa road')")
    still(page)
    page.get_by_role("button", name="Hide: Second tranche, Kessa road").click()
    listed(page, "Second tranche, Kessa road", gone=True)
    again = opened(opens, page.url.split("/", 3)[3])
    assert shown(again) == shown(page)
    assert "Second tranche, Kessa road" not in shown(again)
    for part in ("h1", CARD, ".lead"):
        assert again.inner_text(part) == page.inner_text(part)
    spots = [
        where(p, "spot", "thing:CLR-KESSA")["x"] - where(p, "spot", "thing:ROAD-KESSA")["x"] for p in (page, again)
    ]
    assert spots[0] < 0
    page.go_back()
    listed(page, "Second tranche, Kessa road")


def test_filters_hide_what_does_not_pass(opens: Opens) -> None:
    page = opened(opens, ROAD)
    page.get_by_role("checkbox", name="agreement").uncheck()
    listed(page, "Performance agreement", gone=True)
    assert "not=agreement" in page.url
    page.get_by_role("checkbox", name="in time").uncheck()
    listed(page, "Second tranche, Kessa road", gone=True)
    page.get_by_role("slider", name="Planned or actual days to").focus()
    page.keyboard.press("Home")
    listed(page, "Bus line to the Kessa valley runs", gone=True)
    assert "Road to the Kessa valley open" in shown(page)


def test_the_picture_can_be_taken_away(opens: Opens) -> None:
    page = opened(opens, ROAD)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download the picture as PNG").click()
    assert waiting.value.suggested_filename == "map.png"
    content = waiting.value.path().read_bytes()
    assert content.startswith(b"\x89PNG")
    assert len(content) > 10_000


def test_the_table_does_from_the_keyboard_what_the_picture_does(opens: Opens) -> None:
    page = opened(opens, "map?year=2026-27&tier=2")
    page.get_by_role("button", name="Open: Department of Budget").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(f"{CARD}:has-text('Department of Budget')")
    listed(page, "First tranche, Kessa road")
    assert focused(page) == "Close"
    page.get_by_role("button", name="Why: Department of Budget to Department of Roads").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(f"{CARD}:has-text('8.6 points that began in the Department of Budget')")
    page.get_by_role("link", name="This way on the map").click()
    page.wait_for_selector("h1:has-text('affected')")


def test_the_shortest_way_is_found_by_choosing_its_ends(opens: Opens) -> None:
    page = opened(opens, "map?id=REQ-KESSA-1&node=thing:REQ-KESSA-1")
    page.get_by_role("link", name="find the shortest way to another").click()
    page.wait_for_selector(".note:has-text('Choose the other end')")
    still(page)
    page.locator("#find").press_sequentially("bus line kess", delay=30)
    page.get_by_role("option").filter(has_text="Bus line to the Kessa valley runs").first.click()
    page.wait_for_selector("h1:has-text('affected “Bus line to the Kessa valley runs” over 3 steps')")
    listed(page, "Road to the Kessa valley open")
    assert len(shown(page)) == 4


def test_the_canvas_says_what_it_shows(opens: Opens) -> None:
    page = opened(opens, ROAD)
    said = page.locator(".stage").get_attribute("aria-label") or ""
    assert page.locator(".stage").get_attribute("role") == "img"
    assert "27 days from Road to the Kessa valley open to Bus line" in said
    assert "tables below" in said


LINKS = ["map?year=2026-27&tier=2", f"{ROAD}&node=thing:ROAD-KESSA", f"{ROAD}&edge=thing:REL-KESSA-1;thing:ROAD-KESSA"]


@pytest.mark.parametrize("path", LINKS)
def test_nothing_is_cut_off_on_a_phone(opens: Opens, path: str) -> None:
    page = opened(opens, path, width=390, height=844)
    assert cut_off(page) == []
    assert not scrolls_sideways(page)


@pytest.mark.parametrize("path", LINKS[:2])
def test_axe_has_nothing_to_say(opens: Opens, path: str) -> None:
    assert violations_in_both_themes(opened(opens, path)) == []
