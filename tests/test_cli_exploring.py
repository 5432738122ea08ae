"""`held-up`, `what-if`, `best-fix`, `opinions` and `next` as commands: a sentence first, exact in JSON."""

import json
import subprocess
import sys
from datetime import date
from typing import Any

import pytest
from engine import VECTORS, loaded
from typer.testing import CliRunner

from graph_schema.assess import assess
from graph_schema.graph import Graph
from loaders.cli import app


@pytest.fixture(scope="module")
def road(open_once: Graph) -> Graph:
    """The worked case road-and-money as of the end of its year."""
    loaded(open_once, VECTORS / "road-and-money")
    assess(open_once, date(2027, 6, 30))
    return open_once


def text(*arguments: str) -> str:
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


def exact(*arguments: str) -> Any:
    return json.loads(text(*arguments, "--json"))


@pytest.mark.usefixtures("road")
def test_a_sentence_comes_first() -> None:
    assert text("held-up", "M1").splitlines()[0] == (
        "First tranche held up 3 targets for 70.6 days, 60 of them began here."
    )
    assert text("what-if", "M1=on-time", "A=2026-08-25").startswith(
        "With Environmental clearance of the road and First"
    )
    assert text("best-fix", "--tier", "1", "-k", "2").startswith("Tier 1 would stand at 96.5 instead of 93.0 with “")
    assert text("best-fix", "--agency", "AGRI").splitlines()[0].endswith("points more.")
    assert text("opinions", "B").startswith("Road to the valley open, 40 days late: the largest cause is")
    assert text("next", "--days", "60").startswith("Nothing unfinished is due in the next 60 days.")


@pytest.mark.usefixtures("road")
def test_json_is_exact() -> None:
    assert {r["thing"]: r["began"] for r in exact("held-up", "M1")["things"]} == pytest.approx(
        {"B": 14.875, "C": 11.15625, "M1-ON-TIME": 34}, abs=1e-9
    )
    assert [t["after"] for t in exact("what-if", "M1=on-time")["tiers"]] == pytest.approx([96.5], abs=1e-9)
    assert [t["after"] for t in exact("what-if")["tiers"]] == pytest.approx([93.0], abs=1e-9)
    assert exact("best-fix", "--tier", "1")["fixes"][0]["thing"] == "B"
    assert {r["agency"]["id"]: r["shapley"] for r in exact("opinions", "B")["rows"]} == pytest.approx(
        {"ROAD": 18, "DNB": 14.5, "ENV": 7.5}, abs=1e-9
    )
    assert exact("next")["rows"] == []


@pytest.mark.usefixtures("road")
def test_wrong_questions_leave_with_2(environment: dict[str, str]) -> None:
    command = [sys.executable, "-c", "from loaders.cli import main; main()"]
    for question, word in (
        (["held-up", "M11"], "M1"),
        (["what-if", "M1"], "ID=on-time"),
        (["what-if", "M1=2027-13-01"], "ID=on-time"),
        (["what-if", "M1=2027-01-01"], "one before it"),
        (["best-fix"], "--tier 1"),
        (["best-fix", "--agency", "DNBB"], "DNB"),
    ):
        done = subprocess.run([*command, *question], env=environment, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout) == (2, "")
        assert word in done.stderr
        assert len(done.stderr.splitlines()) == 1
