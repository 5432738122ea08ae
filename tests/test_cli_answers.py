"""`who-delayed`, `scorecard` and `matrix` as commands: one sentence first, plain when piped, exact in JSON."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from plan_folders import write_plan
from terminal import run, run_json

from graph_schema.assess import assess
from graph_schema.graph import Graph
from loaders.cli.show import clipped, plain
from loaders.load import load

ROAD = Path(__file__).parent / "vectors" / "road-and-money"
EMPTY = "CYPHER 25 MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 20000 ROWS"


@pytest.fixture(scope="module")
def road(open_once: Graph) -> Graph:
    """The worked case road-and-money as of the end of its year."""
    open_once.write_alone(EMPTY)
    load(open_once, [ROAD])
    assess(open_once, date(2027, 6, 30))
    return open_once


@pytest.mark.usefixtures("road")
def test_who_delayed_begins_with_the_sentence(environment: dict[str, str]) -> None:
    command = [sys.executable, "-c", "from loaders.cli import main; main()", "who-delayed", "B"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    lines = done.stdout.splitlines()
    assert lines[0] == "Road to the valley open: 40 days late."
    assert lines[1].startswith("17.6 of the 40 days began in the Road department itself, 14.9 in the Budget")
    assert "\x1b" not in done.stdout
    assert any(line.split()[:2] == ["Budget", "department"] and line.split()[-2:] == ["14.9", "3.0"] for line in lines)
    assert any("payments.csv, row 2, load 1" in line for line in lines)
    assert done.stderr == ""
    tables = lines[lines.index("Where the 40 days began") :]
    assert max(len(line) for line in tables) <= 120


def test_a_long_text_is_cut_between_words_and_a_long_word_within() -> None:
    assert clipped("half of the money had been paid " * 9).endswith(" of the money had been paid …")
    assert clipped("x" * 161) == "x" * 159 + "…"
    assert clipped("x" * 160) == "x" * 160


@pytest.mark.usefixtures("road")
def test_a_reader_that_has_enough_is_no_error(environment: dict[str, str]) -> None:
    for question in (["who-delayed", "B"], ["report", "--plan-year", "2026-27", "--json"]):
        command = [sys.executable, "-c", "from loaders.cli import main; main()", *question]
        with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as asked:
            assert asked.stdout
            assert asked.stderr
            asked.stdout.close()
            assert (asked.stderr.read(), asked.wait()) == (b"", 0)


@pytest.mark.usefixtures("road")
def test_json_holds_exact_numbers() -> None:
    verdict = run_json("who-delayed", "B")
    roots = {root["thing"]: root["amount"] for root in verdict["accounts"][0]["roots"]}
    assert roots == pytest.approx({"B": 15, "M1": 14.875, "A": 7.5, "R": 2.625}, abs=1e-9)
    card = run_json("scorecard", "--plan-year", "2026-27", "--tier", "1")
    assert {row["agency"]["id"]: row["adjusted"] for row in card["rows"]} == pytest.approx(
        {"ROAD": 92.33125, "DNB": 86.29375, "ENV": 93.375, "AGRI": 100}, abs=1e-9
    )
    cells = {(c["bearer"], c["causer"]): c["points"] for c in run_json("matrix")["cells"]}
    assert cells["AGRI", "DNB"] == pytest.approx(2.23125, abs=1e-9)


@pytest.mark.usefixtures("road")
def test_scorecard_and_matrix_for_people() -> None:
    card = run("scorecard").stdout
    assert "The government stands at 93.0 of 100." in card
    assert "−3.7" in card
    affects = run("matrix").stdout
    assert "The Road department lost most to another: 3 points that began in the Budget department." in affects
    assert [line.split()[-1] for line in affects.splitlines() if line.startswith("Agricultural marketing (")] == ["6.0"]


@pytest.mark.usefixtures("road")
def test_wrong_questions_leave_with_2(environment: dict[str, str]) -> None:
    command = [sys.executable, "-c", "from loaders.cli import main; main()"]
    for question in (["who-delayed", "M11"], ["scorecard", "--plan-year", "1999"], ["matrix", "--tier", "4"]):
        done = subprocess.run([*command, *question], env=environment, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout) == (2, "")
        assert len(done.stderr.splitlines()) == 1
    assert (
        "M1"
        in subprocess.run(
            [*command, "who-delayed", "M11"], env=environment, capture_output=True, text=True, check=False
        ).stderr
    )


def test_titles_stay_text_in_a_terminal(graph: Graph, tmp_path: Path) -> None:
    assert plain("red \x1b[31m \x07 \u202e") == "red \\x1b[31m \\x07 \\u202e"
    title = "Road [bold]x[/bold] [red] :smile: \u202eltr"
    targets = f'id,agency,title,measure,planned_finish\nA,ROADS,"{title}",date,2026-09-01\n'
    outcome = load(graph, [write_plan(tmp_path / "plan", targets=targets)])
    assert not outcome.refused, outcome.problems
    assess(graph, date(2027, 1, 1))
    shown = run("who-delayed", "A").stdout
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "[bold]x[/bold]" in shown
    assert shown.startswith(plain(title))
