"""Who affects whom on the scorecard: what the link asks for is what the map shows, and it adds up."""

import re
from datetime import date
from html import unescape
from urllib.parse import parse_qsl

import pytest
from engine import VECTORS, loaded
from page_words import page, words

from graph_schema.answers.matrix import matrix
from graph_schema.assess import assess
from graph_schema.graph import Graph


@pytest.fixture(scope="module")
def revised(open_once: Graph) -> Graph:
    """The worked case of revisions, at its last day."""
    loaded(open_once, VECTORS / "revised")
    assess(open_once, date(2027, 6, 30))
    return open_once


def shown(html: str) -> tuple[list[list[float]], list[float], float]:
    """The cells of the map by row, each row's total last; what began in each column; the total."""
    table = html[html.index('<table class="heat') :].split("</table>", maxsplit=1)[0]
    rows = re.findall(r"<tr>(.*?)</tr>", table, re.DOTALL)
    cells = [[float(n) for n in re.findall(r">([\d.]+)</(?:a|span|td)>", row)] for row in rows]
    return [row for row in cells[1:-1] if row], cells[-1][:-1], cells[-1][-1]


@pytest.mark.parametrize("asked", [{}, {"unit": "days"}, {"basis": "first"}, {"unit": "days", "basis": "first"}])
def test_the_map_shows_what_the_link_asks_for_and_adds_up(revised: Graph, asked: dict[str, str]) -> None:
    rows, began, total = shown(page(**asked))
    basis = "first promise" if asked.get("basis") else "in force"
    found = matrix(revised, None, 1, None, basis)
    assert total == (found.days_shown if asked.get("unit") else found.points_shown)
    assert [round(sum(row[:-1]), 1) for row in rows] == [row[-1] for row in rows]
    assert [round(sum(column), 1) for column in zip(*(row[:-1] for row in rows), strict=True)] == began
    assert round(sum(began), 1) == total


def test_days_and_points_and_both_assessments_differ_here(revised: Graph) -> None:
    totals = {shown(page(**asked))[2] for asked in ({}, {"unit": "days"}, {"unit": "days", "basis": "first"})}
    assert revised
    assert len(totals) == 3


@pytest.mark.usefixtures("revised")
def test_choices_keep_what_else_was_chosen() -> None:
    html = page(unit="days", sort="official")
    first = re.findall(r'href="([^"]+)"[^>]*>first promise</a>', html)
    link = dict(parse_qsl(unescape(first[0]).partition("?")[2]))
    assert (link["unit"], link["basis"], link["sort"]) == ("days", "first", "official")
    assert "Against the first promise" in words(page(**link))


@pytest.mark.usefixtures("revised")
def test_what_there_is_not_is_left_out() -> None:
    assert shown(page(unit="hours", basis="last", by_tier="9", of="1999", cell="A~B")) == shown(page())


@pytest.mark.usefixtures("revised")
def test_a_cell_that_there_is_not_is_told_so_and_the_link_can_be_corrected() -> None:
    html = page(cell="FOO~BAR")
    assert "Nothing stands in a cell “FOO~BAR” of this map" in words(html)
    assert "cell=" not in unescape(re.findall(r'href="([^"]+)">Correct the link', html)[0])
    assert "Nothing stands in a cell" not in words(page())
