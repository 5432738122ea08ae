"""One embedded Neo4j for the whole test run, in a folder of its own; each test that asks for `graph` gets it empty.

The user's own NEO4J_URI, accountability.toml and data are never used.  When a run is killed, its server ends by
itself: the run was its only user.
"""

import os
import shutil
from collections.abc import Generator
from datetime import date
from pathlib import Path

import pytest

from graph_schema import embedded
from graph_schema.assess import assess
from graph_schema.connect import ensure_schema, open_graph
from graph_schema.embedded import server as embedded_server
from graph_schema.embedded.config import Memory, configuration
from graph_schema.graph import Graph
from graph_schema.settings import Settings, load_settings
from loaders.load import load

_SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
"""For Java: a server of minutes, beside the tests on the same cores, never earns back its full optimiser."""

_PLAN_ONCE = "dbms.cypher.statistics_divergence_threshold=1.0\ndbms.cypher.min_replan_interval=1h\n"
"""For Neo4j: filling and emptying small graphs changes their statistics so much that it would plan each statement anew
in every test, which takes many times longer than to run it."""

_EMPTY = """CYPHER 25
MATCH (n)
CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 20000 ROWS"""


@pytest.fixture(scope="session", autouse=True)
def environment(tmp_path_factory: pytest.TempPathFactory) -> Generator[dict[str, str]]:
    """The environment of the run and of its subprocesses: everything of the embedded Neo4j in a temporary home.

    The jars alone are shared with the user's own, so that no test run downloads them again.
    """
    home = tmp_path_factory.mktemp("home")
    config = home / "accountability.toml"
    config.touch()
    users_own = {"ACCOUNTABILITY_JARS": os.environ.get("ACCOUNTABILITY_JARS", "")}
    jars = load_settings(users_own | {"ACCOUNTABILITY_CONFIG": str(config)}).jars
    with pytest.MonkeyPatch.context() as patch:
        for name in list(os.environ):
            if name.startswith(("NEO4J_", "ACCOUNTABILITY_")) and name != "ACCOUNTABILITY_MAVEN":
                patch.delenv(name)
        patch.setenv("ACCOUNTABILITY_HOME", str(home))
        patch.setenv("ACCOUNTABILITY_JARS", str(jars))
        patch.setenv("ACCOUNTABILITY_CONFIG", str(config))
        patch.setenv("JAVA_TOOL_OPTIONS", _SHORT_LIVED)
        yield dict(os.environ)
    shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(scope="session")
def settings(environment: dict[str, str]) -> Settings:
    """The settings of the run: what `open_graph()` uses by itself as well."""
    return load_settings(environment)


@pytest.fixture(scope="session")
def server(settings: Settings) -> Generator[embedded.Seat]:
    """The run's embedded Neo4j; stopped at the end."""

    def planning_once(port: int, memory: Memory) -> str:
        return configuration(port, memory) + _PLAN_ONCE

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(embedded_server, "configuration", planning_once)
        seat = embedded.use(settings)
    with seat:
        yield seat
    embedded.stop(settings)


@pytest.fixture(scope="session")
def open_once(server: embedded.Seat, settings: Settings) -> Generator[Graph]:
    """The run's one connection, with the schema made."""
    assert server.pid
    with open_graph(settings) as graph:
        ensure_schema(graph)
        yield graph


@pytest.fixture
def graph(open_once: Graph) -> Graph:
    """An open graph, emptied of all nodes; constraints and indexes stay."""
    open_once.write_alone(_EMPTY)
    open_once.round_trips = 0
    return open_once


@pytest.fixture
def road(graph: Graph) -> Graph:
    """The worked case of a road and its money, assessed at the end of its year."""
    load(graph, [Path(__file__).parent / "vectors" / "road-and-money"])
    assess(graph, date(2027, 6, 30))
    return graph
