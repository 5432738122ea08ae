"""Ids and texts that look like anything but names: loaded, found, given back letter by letter, and run by nobody."""

import csv
import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from engine import differences
from full_plan import FULL, changed, write_full
from graph_contents import digest

from graph_schema.answers.report import report
from graph_schema.answers.search import search
from graph_schema.answers.verdict import who_delayed
from graph_schema.assess import assess
from graph_schema.graph import Graph
from loaders.columns import ID_LENGTH
from loaders.load import load
from loaders.merge import merge
from loaders.read import read_plan
from loaders.sheets import SHEETS
from loaders.stored import present_state

DAY = date(2027, 6, 30)
LONG = 10_000
MARKS = {
    "quotes and backslashes": "'\"`“”\\\\'\"``\\u0027",
    "Cypher": "'}) MATCH (n) DETACH DELETE n // `) RETURN 1 /*$rows*/",
    "HTML and formulas": "<script>alert('&amp;')</script>=HYPERLINK(\"x\")%00{{7*7}}${7*7}",
    "right to left and four bytes": "\u202eevil\u2067שלם\u200f\u2066 𝕭𝖗ü𝖈𝖐𝖊🛣\u0301",
}
_COUNTS = "CYPHER 25 MATCH (n) UNWIND labels(n) AS label RETURN label, count(*) AS nodes ORDER BY label"
_EMPTY = "CYPHER 25 MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 20000 ROWS"
Rename = Callable[[str], str]


def hostile_id(mark: str) -> Rename:
    """An id of the greatest length that begins as the plain one does, so that no two become the same.

    Without the one character that separates ids in `supports`.
    """
    return lambda name: (f"{name}~{mark.replace(';', ',')}" * ID_LENGTH)[: ID_LENGTH - 1] + "~" if name else ""


def hostile_text(mark: str) -> Rename:
    """A text of 10,000 characters on several lines that begins as the plain one does."""
    return lambda text: (f"{text}\n{mark}" * LONG)[: LONG - 1] + "!" if text else ""


def hostile(mark: str) -> dict[str, str]:
    """The full plan in which every id and every text bears the mark."""
    sheets: dict[str, str] = {}
    for name, text in FULL.items():
        reader = csv.DictReader(io.StringIO(text))
        out = io.StringIO()
        writer = csv.DictWriter(out, list(reader.fieldnames or ()), lineterminator="\n")
        writer.writeheader()
        for row in reader:
            writer.writerow({column: _cell(name, column, row, mark) for column in row})
        sheets[name] = out.getvalue()
    return sheets


def _cell(sheet: str, column: str, row: dict[str, str], mark: str) -> str:
    cell, declared = row[column], SHEETS[sheet].column(column)
    assert declared
    match declared.kind:
        case "id" if sheet == "disputes" and cell == "own":
            return cell
        case "written" if row["column"] in ("agency", "post", "released_by"):
            return hostile_id(mark)(cell)
        case "id":
            return hostile_id(mark)(cell)
        case "ids":
            return ";".join(hostile_id(mark)(each) for each in cell.split(";"))
        case "text" if cell != "external":
            return hostile_text(mark)(cell)
        case _:
            return cell


def renamed(answer: Any, rename: dict[str, str]) -> Any:
    """A report in which every id is the hostile one."""
    if isinstance(answer, dict):
        return {rename.get(key, key): renamed(value, rename) for key, value in answer.items()}
    return rename.get(answer, answer) if isinstance(answer, str) else answer


@pytest.mark.parametrize("mark", MARKS.values(), ids=list(MARKS))
def test_hostile_ids_and_texts_are_names_like_any_other(graph: Graph, mark: str, tmp_path: Path) -> None:
    plain, folder = write_full(tmp_path / "plain"), write_full(tmp_path / "hostile", **hostile(mark))
    assert load(graph, [plain]).number == 1
    assess(graph, DAY)
    counts, expected = graph.rows(_COUNTS), report(graph)
    graph.write_alone(_EMPTY)

    outcome = load(graph, [folder])
    assert [str(each) for each in outcome.problems if each.severity == "problem"] == []
    assess(graph, DAY)
    assert graph.rows(_COUNTS) == counts

    read, stored = merge({}, read_plan([folder])).state, present_state(graph)
    for sheet, rows in read.items():
        assert {key: row.values for key, row in rows.items()} == {key: row.values for key, row in stored[sheet].items()}
    ids = {key[-1] for sheet in ("plan", "agencies", "targets", "releases", "milestones") for key in read[sheet]}
    plains = {row["id"] for text in FULL.values() for row in csv.DictReader(io.StringIO(text)) if "id" in row}
    rename = {name: hostile_id(mark)(name) for name in plains}
    assert ids <= set(rename.values())
    assert max(map(len, ids)) == ID_LENGTH
    assert list(differences(renamed(expected, rename), report(graph))) == []

    verdict = who_delayed(graph, rename["ROAD"])
    assert (verdict.focus.id, verdict.focus.title) == (rename["ROAD"], hostile_text(mark)("Road open"))
    for asked in (rename["ROAD"], "Road open"):
        hit = search(graph, asked)[0]
        assert (hit.id, hit.title) == (rename["ROAD"], hostile_text(mark)("Road open"))
    assert load(graph, [folder]).change.empty


def test_longer_ids_are_a_problem_and_load_nothing(graph: Graph, tmp_path: Path) -> None:
    before = digest(graph)
    sheets = changed("milestones", "FLOOD,RAIN", f"{'F' * (ID_LENGTH + 1)},RAIN")
    outcome = load(graph, [write_full(tmp_path, **sheets)])
    assert "milestones.csv:3 (id): expected an id of at most 200 characters, found 201: shorten it everywhere." in [
        str(each) for each in outcome.problems
    ]
    assert digest(graph) == before
