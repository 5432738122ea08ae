"""A real browser before a real explorer on a real graph. Without chromium: skipped, but under CI=true a failure."""

import os
import shutil
from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, sync_playwright

from explorer.launch import Explorer, serve
from graph_schema import embedded

_FLAGS = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]

Opens = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test of this folder needs the browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> Generator[Browser]:
    """Debian's chromium, headless."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not found:
        why = "no chromium on this machine: apt-get install chromium"
        if os.environ.get("CI", "").lower() == "true":
            pytest.fail(why)
        pytest.skip(why)
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=[*_FLAGS, *root])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def explorer(server: embedded.Seat, environment: dict[str, str]) -> Generator[Explorer]:
    """The explorer, as the command starts it, on the run's own graph."""
    assert server.pid
    with serve(environment=environment) as running:
        yield running


@pytest.fixture
def opens(chromium: Browser, explorer: Explorer) -> Generator[Opens]:
    """Open a path in a fresh browser context; afterwards: no script failed, and no request left the machine."""
    outside: list[str] = []
    failed: list[str] = []
    contexts = []

    def watch(request: Request) -> None:
        if not request.url.startswith((explorer.url, explorer.url.replace("http", "ws"), "data:", "blob:")):
            outside.append(request.url)

    def opened(
        path: str = "", *, width: int = 1440, height: int = 900, theme: str = "light", ready: str = "h1"
    ) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if theme == "dark" else "light",
            permissions=["clipboard-read", "clipboard-write"],
        )
        contexts.append(context)
        context.on("request", watch)
        page = context.new_page()
        page.set_default_timeout(60_000)
        page.on("pageerror", lambda error: failed.append(str(error)))
        page.goto(f"{explorer.url}/{path}")
        page.wait_for_selector(ready)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert outside == []
    assert failed == []
