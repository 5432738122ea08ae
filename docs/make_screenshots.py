"""Takes the pictures of the README: every page of the sample country, light and dark, wide and narrow.

Run it with `make screenshots`; it needs chromium. Everything goes to screenshots/, the README's own to docs/images/.
Names of pages as arguments take those alone.
"""

import os
import shutil
import sys
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Browser, sync_playwright

from explorer.launch import serve
from graph_schema.assess import assess
from graph_schema.connect import open_graph
from graph_schema.settings import load_settings
from loaders.load import load
from loaders.sample import AS_OF, PLANS, SHOWN

ROOT = Path(__file__).parents[1]
PAGES = {
    "start": "",
    "scorecard": "scorecard",
    "scorecard-2026-27": "scorecard?" + urlencode({"year": "2026-27"}),
    "who-delayed": "who-delayed?" + urlencode({"id": SHOWN}),
    "who-delayed-cascade": "who-delayed?" + urlencode({"id": "WORKS-NET-27"}),
    "who-delayed-short": "who-delayed?" + urlencode({"id": "ROADS-SEAL-27"}),
    "who-delayed-court": "who-delayed?" + urlencode({"id": "BRIDGE-HOLM"}),
    "who-delayed-survey": "who-delayed?" + urlencode({"id": "STAT-GROWTH"}),
    "who-delayed-release": "who-delayed?" + urlencode({"id": "REL-KESSA-1"}),
    "who-delayed-unreported": "who-delayed?" + urlencode({"id": "LUNNA-ROADS-27"}),
    "held-up": "held-up?" + urlencode({"id": "REL-KESSA-1"}),
    "held-up-agency": "held-up?" + urlencode({"agency": "FIN"}),
    "held-up-start": "held-up",
    "coming": "coming",
    "map": "map?" + urlencode({"year": "2026-27", "tier": "2"}),
    "map-road": "map?" + urlencode({"id": SHOWN, "edge": f"thing:REL-KESSA-1;thing:{SHOWN}"}),
    "agency": "agency?" + urlencode({"id": "ROADS"}),
    "agency-start": "agency",
    "official": "official?" + urlencode({"post": "ROADS-DIR"}),
    "official-start": "official",
    "agreements": "agreements?" + urlencode({"year": "2026-27"}),
    "agreements-revisions": "agreements?" + urlencode({"show": "revisions"}),
    "agreements-reporting": "agreements?" + urlencode({"show": "reporting"}),
    "agreements-soundness": "agreements?" + urlencode({"show": "soundness"}),
    "official-recognition": "official?" + urlencode({"show": "recognition"}),
    "money": "money?" + urlencode({"year": "2026-27"}),
    "five-year": "five-year",
    "data": "data",
    "ask": "ask",
    "five-year-target": "five-year?" + urlencode({"target": "PT-ROADS"}),
    "money-row": "money?" + urlencode({"year": "2026-27", "row": "L-KESSA"}),
    "who-delayed-unknown": "who-delayed?" + urlencode({"id": "ROAD-KESA"}),
}
SIZES = {1440: 900, 390: 844}
FLAGS = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


def main() -> None:
    """Load the sample into a graph of its own, open every page, keep the pictures."""
    with tempfile.TemporaryDirectory() as home:
        settings = replace(load_settings(), uri=None, home=Path(home))
        place = {"ACCOUNTABILITY_HOME": home, "ACCOUNTABILITY_JARS": str(settings.jars), "NEO4J_URI": ""}
        with open_graph(settings) as graph:
            load(graph, [PLANS])
            assess(graph, date.fromisoformat(AS_OF))
            with serve(environment=place) as explorer, sync_playwright() as playwright:
                root = ["--no-sandbox"] if os.geteuid() == 0 else []
                path = shutil.which("chromium") or shutil.which("google-chrome")
                browser = playwright.chromium.launch(executable_path=path, args=[*FLAGS, *root])
                for theme in ("light", "dark"):
                    for width, height in SIZES.items():
                        shoot(browser, explorer.url, theme, width, height)
                browser.close()


def shoot(browser: Browser, address: str, theme: str, width: int, height: int) -> None:
    """Every page in one theme at one size, whole; and what shows first of the pages of the README."""
    folder = ROOT / "screenshots"
    folder.mkdir(exist_ok=True)
    context = browser.new_context(
        color_scheme="dark" if theme == "dark" else "light", viewport={"width": width, "height": height}
    )
    page = context.new_page()
    for name in sys.argv[1:] or PAGES:
        page.goto(f"{address}/{PAGES[name]}")
        page.locator("h1").wait_for(timeout=120_000)
        page.locator("[data-stale=true]").first.wait_for(state="detached", timeout=60_000)
        page.wait_for_timeout(1_500)
        if theme == "light" and width > 1000 and name in ("scorecard", "who-delayed"):  # noqa: PLR2004 - the wide one
            page.screenshot(path=ROOT / "docs" / "images" / f"{name}.png")
        tall = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
        page.set_viewport_size({"width": width, "height": int(tall)})
        page.wait_for_timeout(500)
        page.screenshot(path=folder / f"{name}-{theme}-{width}.png")
        page.set_viewport_size({"width": width, "height": height})
    context.close()


if __name__ == "__main__":
    main()
