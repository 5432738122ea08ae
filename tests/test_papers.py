"""Briefings: what the PDF says when its text is read back, that it stays one page, and that text stays text."""

import io
import re
from datetime import date
from pathlib import Path

import pytest
from full_plan import write_full
from pypdf import PdfReader
from terminal import run
from test_hostile_names import DAY, MARKS, hostile, hostile_id

from explorer.palette import looks_of
from explorer.papers import briefing
from explorer.papers import type as types
from explorer.papers.sheet import HIGH, MARGIN, WIDE
from graph_schema.assess import assess
from graph_schema.graph import Graph
from loaders.load import load
from loaders.sample import AS_OF, PLANS


def page(data: bytes) -> str:
    """The words of the only page."""
    pages = PdfReader(io.BytesIO(data)).pages
    assert len(pages) == 1
    return re.sub(r"\s+", " ", pages[0].extract_text())


def strayed(data: bytes) -> list[str]:
    """Text that does not start between the margins."""
    found: list[str] = []

    def visit(text: str, _now: object, place: list[float], *_font: object) -> None:
        x, y = place[4], place[5]
        if text.strip() and (x or y) and not (MARGIN - 1 <= x <= WIDE - MARGIN and MARGIN - 8 <= y <= HIGH - MARGIN):
            found.append(text)

    PdfReader(io.BytesIO(data)).pages[0].extract_text(visitor_text=visit)  # type: ignore[arg-type]
    return found


def test_a_target_says_the_sentence_the_causes_and_the_sources(road: Graph) -> None:
    said = page(briefing.of_target(road, "B", looks_of(road)))
    assert "Road to the valley open: 40 days late." in said
    assert "17.6 of the 40 days began in the Road department itself, 14.9 in the Budget department" in said
    assert "As of the end of 30 June 2027, provisional, not published" in said
    assert "How it travelled" in said
    assert "First tranche" in said
    assert "30 points stood on it; it earned 73.3 of 100 and lost 8." in said
    assert re.search(r"payments\.csv, row \d+", said)
    assert "Attributed by the published rule: an allocation, not proof of fault." in said
    assert "□" not in said


def test_the_other_side_has_its_word(graph: Graph) -> None:
    load(graph, [PLANS])
    assess(graph, date.fromisoformat(AS_OF))
    look = looks_of(graph)
    said = page(briefing.of_target(graph, "BYPASS-HOLM", look))
    assert "Dispute, answered: Holm bypass open" in said
    assert "The fields were handed over later than the record says." in said
    assert "The record of 18 September bears the owners' signatures." in said
    said = page(briefing.of_target(graph, "ROAD-KESSA", look))
    assert "Cause: money late. “The contractor came on site only when the first tranche had been paid." in said
    said = page(briefing.of_agency(graph, "ROADS", "2026-27", look))
    assert "Department of Roads: official 81.2, adjusted 90.5." in said
    assert "Where what it lost began" in said
    assert "Rural roads resurfaced" in said
    for thing in ("WORKS-NET-27", "STAT-GROWTH", "HYDRO-GAUGES-27", "POSTS-OPEN-27", "REL-GRANT-KESSA-27-1"):
        assert strayed(briefing.of_target(graph, thing, look)) == []


def test_a_scorecard_says_the_numbers_of_the_worked_case(road: Graph) -> None:
    said = page(briefing.of_scorecard(road, None, 1, looks_of(road)))
    assert "The government stands at 93.0 of 100." in said
    assert "Its agencies lost 28 points: 16 began in the agency that lost them, 12 in another one." in said
    assert "Who affects whom" in said
    assert "28.0 points lost ÷ 4 agencies = 7.0, and 100 − 7.0 = 93.0." in said


def test_the_same_numbers_make_the_same_bytes_with_the_fonts_inside(road: Graph) -> None:
    look = looks_of(road)
    data = briefing.of_target(road, "B", look)
    assert data == briefing.of_target(road, "B", look)
    assert len(data) < 100_000
    fonts = PdfReader(io.BytesIO(data)).pages[0]["/Resources"]["/Font"].values()  # type: ignore[index]
    embedded = [f.get_object()["/FontDescriptor"]["/FontFile2"] for f in fonts if "/FontDescriptor" in f.get_object()]
    assert len(embedded) >= 2


@pytest.mark.parametrize("mark", MARKS.values(), ids=list(MARKS))
def test_hostile_text_stays_text_and_the_page_holds(graph: Graph, mark: str, tmp_path: Path) -> None:
    load(graph, [write_full(tmp_path, **hostile(mark))])
    assess(graph, DAY)
    look = looks_of(graph)
    papers = [briefing.of_target(graph, hostile_id(mark)(thing), look) for thing in ("ROAD", "R1")]
    papers.append(briefing.of_scorecard(graph, None, 1, look))
    for data in papers:
        said = page(data)
        assert strayed(data) == []
        assert b"/JavaScript" not in data
        assert b"/URI" not in data
        if "<script>" in mark:
            assert "<script>alert('&amp;')</script>" in said
        if "\u202e" in mark:
            assert "stands for characters that this paper has no letters for" in said
            assert "\u202e" not in said


def test_text_is_broken_where_it_fits_and_cut_where_it_does_not() -> None:
    for text in ("word " * 50, "x" * 10_000, "Добро пожаловать " * 9, "a\u200bb\u202ec"):
        for line in types.lines(text, 9, 100, 4):
            assert sum(types.width(p.text.rstrip(), 9, bold=p.bold) for p in line) <= 100.1
        assert len(types.lines(text, 9, 100, 4)) <= 4
    assert types.lines("word " * 50, 9, 100, 2)[-1][-1].text.endswith("…")
    assert types.clean("a\u200bb\u202ec 中") == "abc □"
    assert types.runs("Road Дорога") == [(types.PLAIN, "Road "), (types.OTHER, "Дорога")]


@pytest.mark.usefixtures("road")
def test_the_command_writes_a_file_or_says_why_not(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "road.pdf"
    done = run("briefing", "B", "-o", str(file))
    assert (done.exit_code, done.output) == (0, f"Wrote {file}.\n")
    assert "40 days late" in page(file.read_bytes())
    assert run("briefing", "ROAD", "-o", str(file)).exit_code == 0
    assert "Road department: official" in page(file.read_bytes())
    assert run("briefing", "--tier", "1", "-o", str(file)).exit_code == 0
    assert "The government stands at" in page(file.read_bytes())
    before = file.read_bytes()
    for wrong, why in (
        (("NOBODY",), "No deliverable has the id 'NOBODY'"),
        (("--tier", "7"), "No agency of tier 7"),
        (("B", "-o", str(tmp_path / "no" / "x.pdf")), "cannot be written"),
        (("ROAD", "--plan-year", "1999"), "There is no plan year '1999'"),
    ):
        asked = wrong if "-o" in wrong else (*wrong, "-o", str(file))
        assert run("briefing", *asked).exit_code == 2
        assert why in capfd.readouterr().err
    assert file.read_bytes() == before
