"""Answers in a terminal of 80 columns: read without guessing, numbers on the line of their words."""

import re
from datetime import date

import pytest
from engine import loaded
from typer.testing import CliRunner

from graph_schema.assess import assess
from graph_schema.graph import Graph
from loaders.cli import app
from loaders.sample import AS_OF, PLANS

SHORT_DAY = re.compile(r"\b\d{1,2} (Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}\b")


@pytest.fixture(scope="module", autouse=True)
def sample(open_once: Graph) -> None:
    """The sample plans, assessed on their day."""
    loaded(open_once, PLANS)
    assess(open_once, date.fromisoformat(AS_OF))


def shown(*arguments: str) -> list[str]:
    result = CliRunner().invoke(app, arguments, env={"COLUMNS": "80"})
    assert result.exit_code == 0, result.output
    return [line.rstrip() for line in result.stdout.splitlines()]


def under(lines: list[str], title: str) -> list[str]:
    """The lines of a table, after its title."""
    rest = lines[lines.index(title) + 1 :]
    return rest[: rest.index("")] if "" in rest else rest


QUESTIONS = [
    ("who-delayed", "ROAD-KESSA"),
    ("who-delayed", "WORKS-NET-27"),
    ("who-delayed", "SCHOOL-DUNMERE"),
    ("who-delayed", "LUNNA-ROADS-27"),
    ("scorecard", "--plan-year", "2026-27", "--tier", "1"),
    ("scorecard", "--plan-year", "2026-27", "--tier", "2"),
    ("matrix", "--plan-year", "2026-27", "--tier", "2"),
]


@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_no_line_is_longer_and_no_word_is_broken(question: tuple[str, ...]) -> None:
    narrow = shown(*question)
    assert max(len(line) for line in narrow) <= 80
    whole = CliRunner().invoke(app, question, env={"COLUMNS": "1000"}).stdout
    words = {word for line in whole.splitlines() for word in line.split()}
    assert {word for line in narrow for word in line.split()} <= words


def test_a_verdict_says_each_agency_and_its_numbers_on_one_line() -> None:
    lines = shown("who-delayed", "ROAD-KESSA")
    began = under(lines, "Where the 29 days began")
    assert began[0].split() == ["agency,", "and", "what", "happened", "days", "points"]
    assert began[1].split()[-2:] == ["17.0", "3.4"]
    assert began[1].startswith("Department of Budget (Director of Budget) ")
    assert began[-1].split() == ["total", "29.0", "5.8"]
    way = under(lines, "How it travelled, nearest first")
    at = next(k for k, line in enumerate(way) if line.startswith("First tranche, Kessa road → Road to the Kessa"))
    assert way[at].endswith(" 20.0")
    assert way[at + 1 : at + 3] == [
        "  needed by 2026-09-01, paid 2026-09-24, 23 days late",
        "  began in the Department of Budget 17.0, in the Department of Roads 3.0",
    ]
    assert not {"carried", "next", "of it"} & {way[0], *way[0].split()}


def test_days_are_iso_in_tables_and_long_in_sentences() -> None:
    lines = shown("who-delayed", "TUNNEL-VELT")
    assert not [line for line in lines if SHORT_DAY.search(line)]
    assert any(line.startswith("Not finished: days count to when it is expected, 15 April 2028.") for line in lines)
    assert any(line.startswith("  needed by 2027-10-05, finished 2027-10-23, 18 days late") for line in lines)


def test_points_are_said_once_where_they_come_from() -> None:
    lines = shown("who-delayed", "ROADS-SEAL-27")
    assert under(lines, "Where the 30 km began")[0].split()[-2:] == ["km", "points"]
    assert under(lines, "Where the 76 days began")[0].split()[-1] == "days"
    assert "What it cost, by where it began" not in lines


def test_a_scorecard_fits_one_line_for_most_agencies_and_its_sums_hold() -> None:
    lines = shown("scorecard", "--plan-year", "2026-27", "--tier", "1")
    card = under(lines, "Official beside adjusted")
    assert card[0].split() == ["agency", "official", "adjusted", "change", "lost", "began", "due", "grade"]
    rows = [
        re.fullmatch(r"(\S.*?) +([\d.]+) +([\d.]+) +([−+]?[\d.]+) +([\d.]+) +([\d.]+) +\d+ % (.+)", line)
        for line in card
    ]
    scored = [row for row in rows if row]
    assert len(scored) >= 10
    for row in scored:
        official, adjusted, change, lost, began = (float(n.replace("−", "-")) for n in row.groups()[1:6])
        weight = 0.5 if "(weight 0.5)" in row[1] else 1.0
        assert official == pytest.approx(100 - lost / weight)
        assert adjusted == pytest.approx(100 - began / weight)
        assert change == pytest.approx(adjusted - official)
