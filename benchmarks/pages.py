"""What a reader waits for: first content and a click of every page, at 20,000 deliverables, in a real browser.

    python -m benchmarks.pages [--deliverables 20000] [--repeat 20] [--seed 7]

The explorer runs on an embedded Neo4j of its own in a temporary folder, and beside it, in turns with every page, a
Streamlit page that says one word, and RETURN 1. *First content*: a fresh browser context goes to an address, until the
page's own headline stands. *Click*: from another page by its link in the navigation, until the headline has
changed. p50 and p95 are printed.
"""

import argparse
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks import statements
from benchmarks.plans import AS_OF, write_plan
from explorer import launch
from explorer.ui.look import PAGES
from graph_schema import embedded
from graph_schema.assess import assess
from graph_schema.connect import ensure_schema, open_graph
from graph_schema.graph import Graph
from graph_schema.settings import load_settings
from loaders.load import load

HEADLINE = ".st-key-page h1"
EMPTY = "import streamlit as st\nst.html('<h1>Empty</h1>')\n"
CHANGED = f"old => (h => h && h.innerText !== old)(document.querySelector('{HEADLINE}'))"
STILL = "!document.querySelector('[data-testid=stStatusWidget]')"

Seconds = dict[str, list[float]]


@contextmanager
def empty_page(folder: Path) -> Generator[str]:
    """A Streamlit page that says one word, in a process of its own; its address."""
    script = folder / "empty.py"
    script.write_text(EMPTY, encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ["--server.address=127.0.0.1", f"--server.port={port}", "--server.headless=true"]
    command = [sys.executable, "-m", "streamlit", "run", str(script), *options, "--browser.gatherUsageStats=false"]
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


def measure(browser: Browser, graph: Graph, explorer: str, empty: str, repeat: int) -> Seconds:
    """Seconds of everything, each page in turns with the empty one and RETURN 1."""
    late = str(graph.rows(statements.LATE)[0]["id"])
    paths = {name: path if path != "." else "" for name, path in PAGES.items()}
    paths |= {"who-delayed, one target": f"who-delayed?id={late}", "held-up, one target": f"held-up?id={late}"}
    found: Seconds = defaultdict(list)
    for turn in range(repeat + 1):  # the first is for compilers and caches, and is left out
        seconds: Seconds = found if turn else defaultdict(list)
        for name, path in paths.items():
            _first(browser, seconds, f"first content: {name}", f"{explorer}/{path}", HEADLINE)
            _first(browser, seconds, "first content: an empty Streamlit page", empty, "h1")
            _timed(seconds, "RETURN 1", lambda: graph.rows(statements.ONE))
        _clicks(browser, seconds, explorer)
    return found


def _timed(seconds: Seconds, name: str, work: Callable[[], object]) -> None:
    started = time.perf_counter()
    work()
    seconds[name].append(time.perf_counter() - started)


def _first(browser: Browser, seconds: Seconds, name: str, address: str, ready: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(120_000)
    _timed(seconds, name, lambda: (page.goto(address), page.wait_for_selector(ready)))
    context.close()


def _clicks(browser: Browser, seconds: Seconds, explorer: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(120_000)
    page.goto(explorer)
    page.wait_for_selector(HEADLINE)
    links = page.locator("nav.pages a")
    for number in [*range(1, links.count()), 0]:
        _settle(page)
        name = links.nth(number).inner_text()
        before = page.inner_text(HEADLINE)

        def click(number: int = number, before: str = before) -> None:
            links.nth(number).click()
            page.wait_for_function(CHANGED, arg=before)

        _timed(seconds, f"click: {name}", click)
    context.close()


def _settle(page: Page) -> None:
    page.wait_for_function(STILL)
    page.wait_for_timeout(300)


def told(found: Seconds) -> None:
    """Print the table: p50, p95 and how many times the empty page's, or RETURN 1's, p50 that is."""
    empty = statistics.median(found["first content: an empty Streamlit page"])
    print("| | p50 | p95 | times an empty page |\n|---|---|---|---|")
    for name, seconds in found.items():
        middle, high = statistics.median(seconds), sorted(seconds)[min(len(seconds) - 1, len(seconds) * 95 // 100)]
        print(f"| {name} | {middle * 1000:,.1f} ms | {high * 1000:,.1f} ms | {middle / empty:.2f} |")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--deliverables", type=int, default=20_000)
    parser.add_argument("--repeat", type=int, default=20)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="accountability-bench-"))
    environment = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
    environment |= {"ACCOUNTABILITY_HOME": str(folder / "home"), "ACCOUNTABILITY_JARS": str(load_settings().jars)}
    settings = load_settings(environment, folder)
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    try:
        write_plan(folder / "plan", options.deliverables, options.seed)
        with open_graph(settings) as graph, sync_playwright() as playwright, empty_page(folder) as empty:
            ensure_schema(graph)
            load(graph, [folder / "plan"])
            assess(graph, AS_OF)
            with launch.serve(environment=environment) as explorer:
                browser = playwright.chromium.launch(executable_path=found, args=["--disable-gpu", *root])
                told(measure(browser, graph, explorer.url, empty, options.repeat))
                browser.close()
    finally:
        embedded.stop(settings)
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
