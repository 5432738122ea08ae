"""From settings to a graph: a server of one's own is used as it is, and left alone where it is not ours."""

import logging
import re
import socket
import subprocess
import time
from dataclasses import replace
from pathlib import Path
from typing import LiteralString, cast

import pytest
from neo4j import Query

from graph_schema import catalog, embedded
from graph_schema.connect import ensure_schema, open_graph, refuse_old
from graph_schema.errors import (
    ForeignDatabaseError,
    GraphAccessError,
    GraphUnavailableError,
    OldServerError,
    StatementError,
)
from graph_schema.graph import Graph
from graph_schema.schema import LABELS
from graph_schema.settings import Settings

OUR_SCHEMA = """SHOW INDEXES YIELD name, owningConstraint, type WHERE type <> 'LOOKUP'
RETURN name, owningConstraint IS NOT NULL AS constraint"""


@pytest.fixture
def own_server(server: embedded.Seat, tmp_path: Path) -> Settings:
    """Settings that name the run's server as a server of one's own; the home would be made by a start."""
    return Settings(tmp_path / "home", tmp_path / "jars", uri=server.uri, password=server.password)


def test_a_server_of_ones_own_is_used_and_none_is_started(own_server: Settings, graph: Graph) -> None:
    with graph.writing() as tx:
        tx.run("CREATE (:Agency {id: 'a'})")
    with open_graph(own_server) as other:
        assert other.address == own_server.uri
        assert other.rows("MATCH (a:Agency) RETURN a.id AS id") == [{"id": "a"}]
    assert not own_server.home.exists()


def test_an_empty_database_is_accepted(own_server: Settings, graph: Graph) -> None:
    assert graph.rows("MATCH (n) RETURN count(n) AS n") == [{"n": 0}]
    open_graph(own_server).close()


def test_nodes_that_are_not_ours_are_refused_and_left(own_server: Settings, graph: Graph) -> None:
    with graph.writing() as tx:
        tx.run("CREATE (:Agency {id: 'a'}), (:Film {title: 'Metropolis'})")
    with pytest.raises(ForeignDatabaseError, match=r"nodes with the label Film\. Nothing was changed.*NEO4J_DATABASE"):
        open_graph(own_server)
    assert graph.rows("MATCH (n) RETURN count(n) AS n") == [{"n": 2}]


def test_nodes_without_our_constraints_are_refused(own_server: Settings, graph: Graph) -> None:
    ours = [(row["name"], row["constraint"]) for row in graph.rows(OUR_SCHEMA)]
    assert ours
    with graph.writing() as tx:
        for name, constraint in ours:
            tx.run(f"DROP {'CONSTRAINT' if constraint else 'INDEX'} {name}")
    try:
        with graph.writing() as tx:
            tx.run("CREATE (:Agency {id: 'of somebody else'})")
        with pytest.raises(ForeignDatabaseError, match="1 nodes that this product did not write"):
            open_graph(own_server)
    finally:
        ensure_schema(graph)
    open_graph(own_server).close()


def test_constraints_of_an_older_version_are_ours(own_server: Settings, graph: Graph) -> None:
    with graph.writing() as tx:
        tx.run("DROP CONSTRAINT load_number")
    try:
        with graph.writing() as tx:
            tx.run("CREATE (:Agency {id: 'of ours'})")
        open_graph(own_server).close()
    finally:
        ensure_schema(graph)


def test_nodes_without_any_label_are_refused(own_server: Settings, graph: Graph) -> None:
    with graph.writing() as tx:
        tx.run("CREATE (:Agency {id: 'a'}), ({title: 'Metropolis'})")
    with pytest.raises(ForeignDatabaseError, match="nodes without a label"):
        open_graph(own_server)


def test_the_check_counts_every_main_label_without_a_scan(graph: Graph) -> None:
    statement = catalog.statement("server/holds")
    counted = re.findall(r"COUNT \{ \(:(\w+)\) \}", statement.text)
    assert sorted(counted) == sorted(name for name, label in LABELS.items() if not label.of)
    with graph.driver.session() as session:
        plan = str(session.run(Query(cast("LiteralString", "EXPLAIN " + statement.text))).consume().plan)
    assert "NodeCountFromCountStore" in plan
    assert "Scan" not in plan


def test_the_check_takes_few_round_trips(own_server: Settings, graph: Graph) -> None:
    with graph.writing() as tx:
        tx.run("UNWIND range(1, 1000) AS i CREATE (:Agency {id: toString(i)})")
    with open_graph(own_server) as other:
        assert other.round_trips == 2


def test_the_schema_is_made_once(graph: Graph) -> None:
    graph.round_trips = 0
    ensure_schema(graph)
    assert graph.round_trips == 1
    with pytest.raises(StatementError, match="ConstraintValidationFailed"), graph.writing() as tx:
        tx.run("CREATE (:Agency {id: 'a'}), (:Agency {id: 'a'})")


@pytest.mark.parametrize("agent", ["Neo4j/5.26.1", "Neo4j/2025.12.0", "Memgraph/3.0"])
def test_a_server_too_old_is_named(graph: Graph, monkeypatch: pytest.MonkeyPatch, agent: str) -> None:
    refuse_old(graph)  # the real one passes
    monkeypatch.setattr(Graph, "server_agent", lambda _graph: agent)  # no older server is at hand
    with pytest.raises(OldServerError, match=rf"is {agent}; Neo4j 2026\.01 or newer is needed"):
        refuse_old(graph)


def test_a_wrong_password_is_named_and_no_password_shown(
    own_server: Settings, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    secret = "a-password-nobody-shall-see"  # noqa: S105 -- wrong on purpose
    wrong = replace(own_server, password=secret)
    assert secret not in repr(wrong)
    with caplog.at_level(logging.DEBUG), pytest.raises(GraphAccessError, match="NEO4J_PASSWORD_FILE") as caught:
        open_graph(wrong)
    causes = [caught.value, caught.value.__cause__]
    assert all(secret not in f"{error!r} {error}" for error in causes)
    assert secret not in caplog.text
    assert secret not in "".join(capfd.readouterr())


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_server_that_is_not_there_is_told_at_once(own_server: Settings, scheme: str) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        uri = f"{scheme}://127.0.0.1:{probe.getsockname()[1]}"
        asked = time.monotonic()
        with pytest.raises(GraphUnavailableError, match=rf"{uri} cannot be reached.*correct NEO4J_URI") as caught:
            open_graph(replace(own_server, uri=uri))
    assert "embedded" not in str(caught.value)
    assert time.monotonic() - asked < 8


def test_a_server_that_takes_the_connection_and_is_silent_is_no_hang(own_server: Settings) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        asked = time.monotonic()
        with pytest.raises(GraphUnavailableError):
            open_graph(replace(own_server, uri=f"bolt://127.0.0.1:{silent.getsockname()[1]}"))
    assert time.monotonic() - asked < 12


def test_the_users_own_server_is_out_of_the_tests_reach(environment: dict[str, str]) -> None:
    assert not [name for name in environment if name.startswith("NEO4J_")]
    shown = subprocess.run(
        ["/bin/sh", "-c", "echo ${NEO4J_URI:-none}"], env=environment, capture_output=True, text=True, check=True
    )
    assert shown.stdout == "none\n"
