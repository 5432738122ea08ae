"""kill -9 of the loader and of the server at ten moments of load and assessment: before or complete, never between.

The command runs as users run it, on a server of its own. A moment is a stage that the command announces in its log;
there it waits until it is killed, or (at the commit) goes on while it is killed.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Generator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from attribution.mutations import rewritten
from attribution.random_plans import write_plan
from graph_contents import Contents, digest, plan_and_assessment

from graph_schema import embedded
from graph_schema.assess import assess
from graph_schema.connect import open_graph
from graph_schema.graph import Graph
from graph_schema.settings import Settings
from loaders.load import load

DAY, LATER = date(2027, 3, 31), date(2027, 5, 31)
TRIES = 6
_EMPTY = "CYPHER 25 MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 20000 ROWS"
_COMMAND = """
import logging, signal, sys, time
from loaders.cli import main

stage, wait = sys.argv[1:3]

class Announced(logging.Handler):
    def emit(self, record):
        print("stage:", record.getMessage(), file=sys.stderr, flush=True)
        if record.getMessage().startswith(stage):
            signal.pause() if wait == "for ever" else time.sleep(float(wait))

logger = logging.getLogger("accountability")
logger.setLevel(logging.INFO)
logger.propagate = False
logger.addHandler(Announced())
sys.argv[:] = ["accountability", *sys.argv[3:]]
main()
"""

Row = dict[str, str]


@dataclass(frozen=True)
class Place:
    """A server of its own, two plans that correct each other, and what the graph says of each once assessed."""

    settings: Settings
    environment: dict[str, str]
    plans: tuple[Path, Path]
    complete: tuple[Contents, Contents]

    @property
    def java(self) -> int:
        """The process of the running server."""
        pid = embedded.status(self.settings).pid
        assert pid
        return pid


@pytest.fixture(scope="module")
def place(
    settings: Settings, environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Generator[Place]:
    folder = tmp_path_factory.mktemp("faults")
    own = replace(settings, home=folder / "home")
    plan = write_plan(6, folder / "plan", 40).folder
    plans = (plan, rewritten(plan, folder / "other", _otherwise))
    embedded.start(own)
    with open_graph(own) as graph:
        other, first = _filled(graph, plans[1]), _filled(graph, plans[0])
    yield Place(own, environment | {"ACCOUNTABILITY_HOME": str(own.home)}, plans, (first, other))
    embedded.stop(own)


def _otherwise(sheet: str, rows: list[Row]) -> list[Row]:
    """Other titles, amounts, notes and lags: the same keys in every sheet."""
    match sheet:
        case "targets" | "milestones":
            return [row | {"title": row["title"] + " again"} for row in rows]
        case "payments":
            return [row | {"amount": f"{float(row['amount']) * 1.5:.2f}"} for row in rows]
        case "requirements":
            return [row | {"lag_days": str(int(row["lag_days"] or 0) + 2), "needed_by": ""} for row in rows]
        case "releases" | "progress":
            return [row | ({"title": "Tranche"} if sheet == "releases" else {"note": "again"}) for row in rows]
        case _:
            return rows


def _filled(graph: Graph, folder: Path) -> Contents:
    graph.write_alone(_EMPTY)
    assert load(graph, [folder]).number == 1
    assess(graph, DAY)
    return plan_and_assessment(graph)


def killed(
    place: Place, stage: str, wait: str, arguments: tuple[str, ...], *, server: bool
) -> tuple[list[str], int, str]:
    """Run the command and kill it, or the server, at the stage: the stages announced, exit code, its last line."""
    java = place.java
    command = [sys.executable, "-c", _COMMAND, stage, wait, *arguments]
    said: list[str] = []
    with subprocess.Popen(
        command, env=place.environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as run:
        assert run.stderr
        for line in run.stderr:
            said.append(line.strip())
            if line.startswith(f"stage: {stage}"):
                os.kill(java if server else run.pid, signal.SIGKILL)
                break
        said += [line.strip() for line in run.stderr]
    return [line.removeprefix("stage: ") for line in said if line.startswith("stage: ")], run.returncode, said[-1]


MOMENTS = [
    ("loader", "load", "reading the graph"),
    ("loader", "load", "writing targets"),
    ("loader", "load", "preparing"),
    ("loader", "load", "committing"),
    ("loader", "assess", "assessing: forward"),
    ("loader", "assess", "assessing: committing"),
    ("server", "load", "writing releases"),
    ("server", "assess", "assessing: backward"),
]


@pytest.mark.parametrize(("who", "command", "stage"), MOMENTS)
def test_killed_before_the_commit_the_graph_is_as_before(place: Place, who: str, command: str, stage: str) -> None:
    with open_graph(place.settings) as graph:
        old, new = _old_and_new(place, graph)
        before = digest(graph)
    arguments = _arguments(command, place.plans[new])
    wait = "for ever" if who == "loader" else "0.5"
    stages, code, last = killed(place, stage, wait, arguments, server=who == "server")
    assert stages[-1].startswith(stage)
    assert code == (3 if who == "server" else -signal.SIGKILL)
    assert who == "loader" or "cannot be reached" in last
    with open_graph(place.settings) as graph:
        assert digest(graph) == before
    _next_run_works(place, command, old if command == "assess" else new)


@pytest.mark.parametrize("who", ["loader", "server"])
def test_killed_at_the_commit_the_graph_is_before_or_complete(place: Place, who: str) -> None:
    stages: list[str] = []
    for _ in range(TRIES):
        with open_graph(place.settings) as graph:
            _, new = _old_and_new(place, graph)
            before, number = digest(graph), _loads(graph)
        arguments = (*_arguments("load", place.plans[new]), "--no-assess")
        stages, _, _ = killed(place, "committing", "0", arguments, server=who == "server")
        with open_graph(place.settings) as graph:
            assert digest(graph) == before or _loads(graph) == number + 1
        _next_run_works(place, "load", new)
        if stages[-1].startswith("committing"):
            return
    pytest.fail(f"never hit at the commit in {TRIES} tries: {stages}")


def _old_and_new(place: Place, graph: Graph) -> tuple[int, int]:
    """Which of the plans the graph holds, assessed, and the other one."""
    old = place.complete.index(plan_and_assessment(graph))
    return old, 1 - old


def _loads(graph: Graph) -> int:
    return graph.rows("MATCH (l:Load) RETURN max(l.number) AS number")[0]["number"]


def _arguments(command: str, plan: Path) -> tuple[str, ...]:
    if command == "assess":
        return "assess", "--as-of", LATER.isoformat()
    return "load", str(plan), "--as-of", DAY.isoformat()


def _next_run_works(place: Place, command: str, plan: int) -> None:
    """The next run is whole; then the graph says what a graph says that was filled with the plan alone."""
    with open_graph(place.settings) as graph:
        if command == "load":
            assert not load(graph, [place.plans[plan]]).refused
        assess(graph, DAY)
        assert plan_and_assessment(graph) == place.complete[plan]
