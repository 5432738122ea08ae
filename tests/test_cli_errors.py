"""How commands end that cannot be done: in words, with --json as one object, and with the exit code of their kind."""

import json
import re
import socket
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from full_plan import write_full
from typer.testing import CliRunner

from graph_schema.embedded import NEO4J_VERSION
from graph_schema.question_errors import NotAssessedError, UnknownDeliverableError
from loaders.cli import app
from loaders.cli.failure import as_record

PAGE = Path(__file__).parents[1] / "docs" / "command_line.md"
QUESTIONS = (
    ["who-delayed", "ROAD"], ["scorecard"], ["matrix"], ["report"], ["reported"], ["assess"], ["posts"], ["coverage"],
    ["agreements"], ["revisions"], ["reporting"], ["trajectory"], ["soundness"],
    ["agreements"], ["money"],
    ["agreements"], ["money"], ["five-year"], ["sectors"],
)  # fmt: skip


def run(environment: dict[str, str], *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from loaders.cli import main; main()", *map(str, arguments)]
    return subprocess.run(command, env=environment | {"COLUMNS": "80"}, capture_output=True, text=True, check=False)


def run_json(environment: dict[str, str], *arguments: str | Path) -> tuple[int, dict[str, Any]]:
    done = run(environment, *arguments, "--json")
    assert done.stderr == ""
    return done.returncode, json.loads(done.stdout)


@pytest.fixture
def untouched(environment: dict[str, str], tmp_path: Path) -> dict[str, str]:
    """The environment of a machine on which nothing was ever started, with no way to fetch Neo4j."""
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{silent.getsockname()[1]}"
    own = {"ACCOUNTABILITY_HOME": str(tmp_path / "home"), "ACCOUNTABILITY_JARS": str(tmp_path / "jars")}
    return environment | own | {"ACCOUNTABILITY_MAVEN": address}


def test_without_any_plan_a_question_says_so_and_fetches_nothing(untouched: dict[str, str], tmp_path: Path) -> None:
    for question in QUESTIONS:
        asked = CliRunner().invoke(app, question, env=untouched)
        assert isinstance(asked.exception, NotAssessedError), question
    done = run(untouched, "who-delayed", "ROAD")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "There is no plan in the graph yet. Load one: accountability load PATH\n"
    assert list(tmp_path.iterdir()) == []


def test_a_dead_database_is_named_and_the_exit_code_is_3(environment: dict[str, str], tmp_path: Path) -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        address = f"bolt://127.0.0.1:{silent.getsockname()[1]}"
        dead = environment | {"NEO4J_URI": address, "NEO4J_PASSWORD": "x"}
        done = run(dead, "load", write_full(tmp_path))
        code, record = run_json(dead, "load", tmp_path)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith(f"The graph at {address} cannot be reached (")
    assert "Traceback" not in done.stderr
    assert (code, record["exit_code"], record["kind"]) == (3, 3, "GraphUnavailable")
    assert f"{record['error']} {record['remedy']}\n" == done.stderr
    assert record["remedy"] == "Start this server, or correct NEO4J_URI."


@pytest.mark.parametrize("folder", ["/proc/nowrite", "file", "file/below"])
def test_a_home_that_cannot_be_a_folder_is_one_sentence(untouched: dict[str, str], tmp_path: Path, folder: str) -> None:
    (tmp_path / "file").touch()
    home = tmp_path / folder
    plan = write_full(tmp_path / "plan")
    for command in (["load", plan], ["server", "start"]):
        done = run(untouched | {"ACCOUNTABILITY_HOME": str(home)}, *command)
        assert (done.returncode, done.stdout) == (3, "")
        assert done.stderr.startswith(f"{home}/neo4j cannot be used as a folder (")
        assert done.stderr.endswith("Instead, set ACCOUNTABILITY_HOME to a folder that can be made and written.\n")
        assert len(done.stderr.splitlines()) == 1
    for command in (["server", "status"], ["server", "stop"], ["scorecard"]):
        assert "Traceback" not in run(untouched | {"ACCOUNTABILITY_HOME": str(home)}, *command).stderr


def test_with_json_every_error_is_an_object_with_the_same_exit_code(untouched: dict[str, str]) -> None:
    for wrong, kind, says in (
        (["who-delayed"], "Usage", "Missing argument 'ID'."),
        (["matrix", "--tier", "0"], "Usage", "--tier"),
        (["scorecrad"], "Usage", "No such command 'scorecrad'"),
        (["load", "plan", "--as-of", "30.6.2027"], "Usage", "--as-of takes a day as 2027-06-30"),
        (["scorecard"], "NotAssessed", "There is no plan"),
    ):
        code, record = run_json(untouched, *wrong)
        assert (code, record["exit_code"], record["kind"]) == (2, 2, kind)
        assert says in record["error"]
        assert list(record) == ["error", "remedy", "kind", "exit_code"]
    plain = run(untouched, "matrix", "--tier", "0")
    assert (plain.returncode, plain.stdout) == (2, "")
    assert "--tier" in plain.stderr


def test_the_parts_of_an_error_are_its_text() -> None:
    error = UnknownDeliverableError("RAOD", (("ROAD", "Road open"),))
    assert as_record(error) == {
        "error": "No deliverable has the id 'RAOD'.",
        "remedy": "Nearest are: ROAD (Road open).",
        "kind": "UnknownDeliverable",
        "exit_code": 2,
    }
    assert f"{error.finding} {error.remedy}" == str(error)
    assert UnknownDeliverableError("X", ()).remedy == "Find it by words in the explorer: accountability explore"


def test_the_version_and_the_list_of_commands(untouched: dict[str, str]) -> None:
    said = run(untouched, "--version").stdout
    assert said == f"accountability {version('accountability-explorer')} (Neo4j Community {NEO4J_VERSION})\n"
    for group in ([], ["server"], ["convert"]):
        listed = run(untouched, *group, "--help").stdout
        assert "..." not in listed.split("Commands:")[1], listed  # nothing is cut at 80 columns
    bare = run(untouched)
    assert (bare.returncode, "Commands:" in bare.stdout + bare.stderr) == (2, True)


def test_the_page_names_every_command(untouched: dict[str, str]) -> None:
    listed = run(untouched, "--help").stdout.split("Commands:")[1]
    commands = set(re.findall(r"^  (\S+)", listed, re.MULTILINE))
    named = set(re.findall(r"^\| `accountability (\S+?)[ `]", PAGE.read_text(encoding="utf-8"), re.MULTILINE))
    assert commands == named
