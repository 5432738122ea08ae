"""What stands where an answer cannot be: empty, not assessed, stale, no scores, no database."""

import socket
import threading
from collections.abc import Generator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from browser.conftest import Opens
from browser.plans import ROAD_DAY, VECTORS, changed, empty, fill
from browser.sights import cut_off, still, violations
from plan_folders import write_plan
from playwright.sync_api import Browser

from explorer.launch import serve
from graph_schema import embedded
from graph_schema.graph import Graph
from loaders.load import load


def test_an_empty_database_explains_the_one_command(opens: Opens, open_once: Graph) -> None:
    empty(open_once)
    page = opens("scorecard")
    assert page.inner_text("h1") == "No plan is loaded yet."
    assert "accountability load PATH" in page.inner_text(".st-key-page")
    assert "accountability demo" in page.inner_text(".st-key-page")
    assert violations(page) == []
    fill(open_once, VECTORS / "road-and-money", ROAD_DAY)
    page.get_by_role("link", name="look again").click()
    page.wait_for_selector("h1:has-text('stands at 93.0 of 100')")


def test_a_plan_without_an_assessment_says_what_to_run(opens: Opens, open_once: Graph) -> None:
    fill(open_once, VECTORS / "road-and-money", None)
    for path in ("", "who-delayed?id=B"):
        page = opens(path)
        assert page.inner_text("h1") == "The plan is loaded, and not assessed yet."
        assert "accountability assess" in page.inner_text(".st-key-page")


def _renamed(_sheet: str, _column: str, text: str) -> str:
    return text.replace("First tranche", "1st tranche")


def test_rows_newer_than_the_assessment_are_said(opens: Opens, open_once: Graph, tmp_path: Path) -> None:
    fill(open_once, VECTORS / "road-and-money", ROAD_DAY)
    assert opens("scorecard").locator(".flag").count() == 0
    renamed = changed(VECTORS / "road-and-money", tmp_path / "newer", _renamed)
    load(open_once, [renamed])
    page = opens("who-delayed?id=B", ready=".flag")
    assert "Newer rows than numbers" in page.inner_text(".flag")
    assert "accountability assess" in page.inner_text(".flag")
    assert "40 days late" in page.inner_text("h1")


def test_a_year_without_agreements_has_no_scores_but_answers(opens: Opens, open_once: Graph, tmp_path: Path) -> None:
    fill(open_once, write_plan(tmp_path / "plan"), date(2027, 6, 30))
    page = opens("scorecard")
    assert "No agency has an agreement" in page.inner_text("h1")
    assert cut_off(page) == []
    page.locator(".st-key-page .note a").click()
    page.wait_for_selector("h1:has-text('What do you want to know about?')")
    assert opens("who-delayed?id=A").locator("h1").inner_text().startswith("Road")


@contextmanager
def gate(to: tuple[str, int]) -> Generator[tuple[int, threading.Event]]:
    """A port that leads to the database while its event is set, and drops everything while it is not."""
    is_open = threading.Event()
    listener = socket.create_server(("127.0.0.1", 0))
    pairs: list[socket.socket] = []

    def pump(source: socket.socket, target: socket.socket) -> None:
        try:
            while is_open.is_set() and (data := source.recv(65536)):
                target.sendall(data)
        except OSError:
            pass  # the other end went away: so does this one
        finally:
            source.close()
            target.close()

    def accept() -> None:
        while True:
            try:
                client, _ = listener.accept()
            except OSError:
                return
            if not is_open.is_set():
                client.close()
                continue
            server = socket.create_connection(to)
            pairs.extend((client, server))
            for one, other in ((client, server), (server, client)):
                threading.Thread(target=pump, args=(one, other), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    try:
        yield listener.getsockname()[1], is_open
    finally:
        is_open.clear()
        listener.close()
        for pair in pairs:
            pair.close()


@pytest.mark.timeout(240)
def test_a_database_that_does_not_answer_is_said_and_the_page_recovers(
    chromium: Browser, open_once: Graph, server: embedded.Seat, environment: dict[str, str]
) -> None:
    fill(open_once, VECTORS / "road-and-money", ROAD_DAY)
    host, port = server.uri.removeprefix("bolt://").split(":")
    with gate((host, int(port))) as (door, is_open):
        reach = {"NEO4J_URI": f"bolt://127.0.0.1:{door}", "NEO4J_USER": "neo4j", "NEO4J_PASSWORD": server.password}
        with serve(environment=environment | reach) as explorer:
            page = chromium.new_page()
            page.set_default_timeout(60_000)
            page.goto(f"{explorer.url}/who-delayed?id=B")
            page.wait_for_selector("h1:has-text('The database does not answer.')")
            assert "NEO4J_URI" in page.inner_text(".lead")
            assert server.password not in page.content()
            is_open.set()
            page.get_by_role("link", name="Try again").click()
            page.wait_for_selector("h1:has-text('40 days late')")
            still(page)
            page.close()
