"""Two loads at once, and a load while an assessment runs: one waits, and nobody sees half of the other's."""

import logging
import threading
from collections.abc import Callable, Generator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from full_plan import changed, write_full
from graph_contents import apart, contents, plan_and_assessment

from graph_schema.assess import assess
from graph_schema.connect import open_graph
from graph_schema.graph import Graph
from graph_schema.settings import Settings
from loaders.load import OtherLoadError, load

DAY = date(2027, 3, 31)
SECONDS = 60
_EMPTY = "CYPHER 25 MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 20000 ROWS"


class Stage(logging.Handler):
    """Holds the thread that first announces a stage until it is let go; other threads pass."""

    def __init__(self, stage: str) -> None:
        super().__init__()
        self.stage, self.reached, self.go, self.others = stage, threading.Event(), threading.Event(), list[str]()
        self._thread = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Wait where the stage is announced; note what others announce meanwhile."""
        line = record.getMessage()
        if line.startswith(self.stage) and not self.reached.is_set():
            self._thread = threading.get_ident()
            self.reached.set()
            assert self.go.wait(SECONDS)
        elif threading.get_ident() != self._thread:
            self.others.append(line)

    def createLock(self) -> None:  # noqa: N802 -- the handler's own lock would hold the other threads as well
        """Threads are held one by one."""
        self.lock = None


@contextmanager
def held(stage: str) -> Generator[Stage]:
    """The first thread that comes to the stage waits there until `go` is set."""
    logger, handler = logging.getLogger("accountability"), Stage(stage)
    level = logger.level
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)
    try:
        yield handler
    finally:
        handler.go.set()
        logger.removeHandler(handler)
        logger.setLevel(level)


@pytest.fixture
def second(settings: Settings) -> Generator[Graph]:
    """Another user of the same graph."""
    with open_graph(settings) as graph:
        yield graph


def in_thread(pool: ThreadPoolExecutor, stage: Stage, job: Callable[[], Any]) -> Future[Any]:
    """A job that has come to the stage, and waits there."""
    future = pool.submit(job)
    assert stage.reached.wait(SECONDS)
    return future


def waits(stage: Stage, future: Future[Any], last: str) -> None:
    """The other job has come to its claim, and goes no further while the first is held."""
    with pytest.raises(TimeoutError):
        future.result(2.0)
    assert stage.others[-1].startswith(last)


@pytest.mark.parametrize("first", ["the first load of all", "a correction"])
def test_of_two_loads_at_once_one_is_written_and_the_other_says_so(
    graph: Graph, second: Graph, first: str, tmp_path: Path
) -> None:
    if first == "a correction":
        load(graph, [write_full(tmp_path / "before")])
    one = write_full(tmp_path / "one", **changed("releases", "600.25,First", "500.25,First"))
    two = write_full(tmp_path / "two", **changed("releases", "600.25,First", "400.25,First"))
    with held("committing") as stage, ThreadPoolExecutor(2) as pool:
        written = in_thread(pool, stage, lambda: load(graph, [one]))
        late = pool.submit(lambda: load(second, [two]))
        waits(stage, late, "writing")
        stage.go.set()
        assert written.result(SECONDS)
        with pytest.raises(OtherLoadError, match="Run the same command again") as caught:
            late.result(SECONDS)
        assert caught.value.exit_code == 3
    assert graph.rows("MATCH (g:Graph) RETURN count(g) AS n") == [{"n": 1}]
    assert graph.rows("MATCH (r:Release {id: 'R1'}) RETURN r.amount AS amount") == [{"amount": 500.25}]
    assert load(second, [two]).change.changed == 1
    found = plan_and_assessment(graph)
    graph.write_alone(_EMPTY)
    load(graph, [two])
    assert apart(plan_and_assessment(graph), found) == []


def test_a_load_waits_for_an_assessment_and_is_read_whole_by_the_next(
    graph: Graph, second: Graph, tmp_path: Path
) -> None:
    one, two = (
        write_full(tmp_path / "one"),
        write_full(tmp_path / "two", **changed("releases", "600.25,First", "700,First")),
    )
    load(graph, [one])
    assess(graph, DAY)
    expected = plan_and_assessment(graph)
    assess(graph, date(2026, 12, 31))
    with held("assessing: backward") as stage, ThreadPoolExecutor(2) as pool:
        running = in_thread(pool, stage, lambda: assess(graph, DAY))
        loading = pool.submit(lambda: load(second, [two]))
        waits(stage, loading, "writing")
        stage.go.set()
        running.result(SECONDS)
        outcome = loading.result(SECONDS)
    assert outcome
    assert outcome.number == 2
    assert graph.rows("MATCH (a:Assessment) RETURN a.load AS load") == [{"load": 1}]
    load(graph, [one])
    assess(graph, DAY)
    assert apart(expected, plan_and_assessment(graph)) == []


def test_an_assessment_waits_for_a_load(graph: Graph, second: Graph, tmp_path: Path) -> None:
    """Of a load and an assessment at once, the assessment sees the whole load, or nothing of it."""
    one, two = (
        write_full(tmp_path / "one"),
        write_full(tmp_path / "two", **changed("releases", "600.25,First", "700,First")),
    )
    load(graph, [one])
    with held("committing") as stage, ThreadPoolExecutor(2) as pool:
        loading = in_thread(pool, stage, lambda: load(graph, [two]))
        running = pool.submit(lambda: assess(second, DAY))
        waits(stage, running, "assessing: claiming")
        stage.go.set()
        assert loading.result(SECONDS)
        running.result(SECONDS)
    assert graph.rows("MATCH (a:Assessment) RETURN a.load AS load") == [{"load": 2}]
    found = contents(graph, without={"made_at", "loaded_at"})
    assess(graph, DAY)
    assert apart(contents(graph, without={"made_at", "loaded_at"}), found) == []
