"""Loads, and the one that was refused last: as an answer, in a terminal, and on the page Data."""

import json
from pathlib import Path

import pytest
from full_plan import write_full
from page_words import page, words
from terminal import run

from graph_schema.answers.loads import loads
from graph_schema.graph import Graph
from graph_schema.refusals import last
from graph_schema.settings import Settings

AS_OF = ("--as-of", "2027-06-30")


@pytest.fixture(autouse=True)
def nothing_kept(settings: Settings) -> None:
    """No load of another test was refused."""
    for path in (settings.home / "refused").glob("*.json"):
        path.unlink()


def wrong(into: Path) -> Path:
    """A plan folder with one wrong cell, in which somebody also typed markup."""
    folder = write_full(into)
    text = (folder / "targets.csv").read_text(encoding="utf-8")
    (folder / "targets.csv").write_text(text.replace("quantity", "<b>quantities</b>", 1), encoding="utf-8")
    return folder


def test_a_refusal_is_seen_until_a_load_is_taken(graph: Graph, settings: Settings, tmp_path: Path) -> None:
    found = loads(graph, settings.home)
    assert (found.rows, found.refused, found.text) == ((), None, "Nothing is loaded yet.")
    assert run("load", str(wrong(tmp_path / "one")), *AS_OF).exit_code == 1
    graph.round_trips = 0
    found = loads(graph, settings.home)
    assert graph.round_trips == 2
    assert found.refused
    assert found.refused.paths == (str(tmp_path / "one"),)
    (problem,) = [each for each in found.refused.problems if each.severity == "problem"]
    assert (problem.file, problem.column) == ("targets.csv", "measure")
    assert "expected date, quantity, cascade or releases" in problem.message
    assert found.text == "The last load was refused: 1 problem, and nothing is loaded yet."
    assert run("load", str(write_full(tmp_path / "two")), *AS_OF).exit_code == 0
    found = loads(graph, settings.home)
    assert found.after == 1
    assert found.text == "Load 1 is assessed: the numbers are up to date."
    (row,) = found.rows
    assert sum(sheet.added for sheet in row.sheets) == row.added > 0
    assert "targets.csv" in " ".join(row.files)


def test_a_changed_cell_is_told_with_what_stood_there(graph: Graph, settings: Settings, tmp_path: Path) -> None:
    folder = write_full(tmp_path / "one")
    run("load", str(folder), *AS_OF)
    sheet = folder / "targets.csv"
    sheet.write_text(sheet.read_text(encoding="utf-8").replace("Kilometres", "Kilometres of road"), encoding="utf-8")
    assert run("load", str(folder), *AS_OF).exit_code == 0
    first = loads(graph, settings.home).rows[0]
    assert (first.number, first.added, first.changed, first.removed) == (2, 0, 1, 0)
    (cell,) = first.corrections
    assert (cell.sheet, cell.column, cell.was, cell.now) == ("targets", "title", "Kilometres", "Kilometres of road")
    assert loads(graph, settings.home, 1).of == 2


def test_what_was_kept_and_cannot_be_read_is_no_refusal(settings: Settings) -> None:
    folder = settings.home / "refused"
    folder.mkdir(exist_ok=True)
    for text in ("", "[]", "{}", '{"refused_at": "x", "paths": [], "problems": []}', '{"problems": [1]}'):
        (folder / "20990101T000000000000.json").write_text(text, encoding="utf-8")
        assert last(settings.home) is None
    (folder / "20990101T000000000000.json").unlink()


def test_the_terminal_tells_loads_and_problems(graph: Graph, tmp_path: Path) -> None:
    assert graph
    assert "Nothing is loaded yet." in run("loads").stdout
    run("load", str(write_full(tmp_path / "one")), *AS_OF)
    run("load", str(wrong(tmp_path / "two")), *AS_OF)
    said = run("loads").stdout
    assert "The last load was refused: 1 problem, and the graph is as it was." in said
    assert "targets.csv:" in said
    record = json.loads(run("loads", "--json").stdout)
    assert [row["number"] for row in record["rows"]] == [1]
    assert record["refused"]["problems"][0]["file"] == "targets.csv"


def test_the_page_shows_problems_before_anything_is_loaded_and_then_what_changed(graph: Graph, tmp_path: Path) -> None:
    assert graph
    assert "Nothing is loaded yet." in words(page("data"))
    run("load", str(wrong(tmp_path / "one")), *AS_OF)
    html = page("data")
    said = words(html)
    assert "The last load was refused: 1 problem, and nothing is loaded yet." in said
    assert "column measure" in said
    assert "<b>quantities</b>" not in html
    assert "accountability load PATH" in said
    run("load", str(write_full(tmp_path / "two")), "--no-assess")
    said = words(page("data"))
    assert "Load 1 is in the graph, and not assessed yet." in said
    assert "Load 1 came after it, and was taken." in said
    run("assess", *AS_OF)
    said = words(page("data"))
    assert "Load 1 is assessed: the numbers are up to date." in said
    assert "current30 June 2027" in said
