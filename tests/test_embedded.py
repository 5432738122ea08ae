"""The embedded Neo4j's life and its faults, each on a real server in a home of the test's own."""

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Generator
from dataclasses import replace
from pathlib import Path

import pytest
from nobody import as_nobody
from typer.testing import CliRunner

from graph_schema import embedded
from graph_schema.connect import open_graph
from graph_schema.embedded import locks
from graph_schema.embedded.config import choose_memory
from graph_schema.embedded.home import Home
from graph_schema.errors import (
    GraphUnavailableError,
    NewerDataError,
    NoPermissionError,
    PortTakenError,
    RepositoryError,
    ServerFailedError,
    StatementError,
)
from graph_schema.settings import Settings
from loaders.cli import app

MB, GB = 1 << 20, 1 << 30


@pytest.fixture
def own(settings: Settings, tmp_path: Path) -> Generator[Settings]:
    """Settings of a home that no other test uses; whatever runs there at the end is stopped."""
    own = replace(settings, home=tmp_path / "home")
    yield own
    embedded.stop(own)


def neo4j_home(settings: Settings) -> Home:
    return Home(settings.home / "neo4j")


def wait_until(true: Callable[[], bool], seconds: float = 30.0) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.05)


def test_nothing_committed_is_lost_when_the_server_is_killed(own: Settings) -> None:
    with open_graph(own) as graph:
        pid = embedded.status(own).pid
        assert pid
        with graph.writing() as tx:
            tx.run("UNWIND range(1, 5000) AS i CREATE (:Agency {id: toString(i)})")
        with pytest.raises(GraphUnavailableError), graph.writing() as tx:  # noqa: PT012 -- killed in its midst
            tx.run("UNWIND range(5001, 9000) AS i CREATE (:Agency {id: toString(i)})")
            os.kill(pid, signal.SIGKILL)
            tx.run("CREATE (:Agency {id: 'never'})")
        asked = time.monotonic()
        with pytest.raises(GraphUnavailableError, match="server status"):
            graph.rows("RETURN 1 AS one")
        assert time.monotonic() - asked < 8
    with open_graph(own) as graph:
        again = embedded.status(own).pid
        assert again != pid
        assert graph.rows("MATCH (a:Agency) RETURN count(a) AS n") == [{"n": 5000}]
        if sys.platform == "linux":  # there Java ends with its watcher
            watcher = int(re.findall(r'"watcher": (\d+)', neo4j_home(own).server.read_text())[0])
            os.kill(watcher, signal.SIGKILL)
            wait_until(lambda: not locks.is_held(neo4j_home(own).owner_lock))
            assert neo4j_home(own).server.exists()  # stale, and not believed
            assert not embedded.status(own).running
    with open_graph(own) as graph:
        assert embedded.status(own).pid not in {pid, again}
        assert graph.rows("MATCH (a:Agency) RETURN count(a) AS n") == [{"n": 5000}]


def test_one_server_for_all_who_come_at_once_and_none_after_the_last(own: Settings) -> None:
    seats: list[embedded.Seat] = []
    threads = [threading.Thread(target=lambda: seats.append(embedded.use(own))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({seat.pid for seat in seats}) == 1
    assert sorted(seat.started for seat in seats) == [False, False, False, True]
    for seat in seats[1:]:
        seat.close()
    time.sleep(1)
    assert embedded.status(own).running
    seats[0].close()
    wait_until(lambda: not embedded.status(own).running)
    wait_until(lambda: not locks.is_held(neo4j_home(own).owner_lock))


def test_a_user_that_is_killed_leaves_no_server_behind(own: Settings, environment: dict[str, str]) -> None:
    code = "from graph_schema.connect import open_graph; graph = open_graph(); print('open', flush=True); input()"
    environment = environment | {"ACCOUNTABILITY_HOME": str(own.home)}
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as user:
        assert user.stdout
        assert user.stdout.readline() == "open\n"
        pid = embedded.status(own).pid
        user.kill()
    assert pid
    wait_until(lambda: not Path(f"/proc/{pid}").exists() if sys.platform == "linux" else True)
    wait_until(lambda: not embedded.status(own).running)


def test_a_started_server_stays_until_it_is_stopped_and_is_closed_to_others(own: Settings) -> None:
    first = embedded.start(own)
    assert (first.running, first.kept) == (True, True)
    assert first.pid
    assert first.port
    with embedded.use(own) as seat, open_graph(own) as graph:
        assert (seat.pid, seat.started) == (first.pid, False)
        assert embedded.status(own).data_bytes > 0
        # the password: its user's alone, and shown nowhere
        home = neo4j_home(own)
        assert home.password_file.stat().st_mode & 0o777 == 0o600
        assert len(seat.password) >= 32
        assert seat.password not in repr(seat) + repr(graph)
        files = [path for path in home.folder.rglob("*") if path.is_file()]
        assert [path for path in files if seat.password.encode() in path.read_bytes()] == [home.password_file]
        # loopback alone; no files, no addresses
        if sys.platform == "linux":
            assert listening(first.pid) == {("127.0.0.1", first.port)}
        for address in ("file:///etc/passwd", "http://127.0.0.1:9/rows.csv"):
            with pytest.raises(StatementError, match=r"ExternalResourceFailed.*(is blocked|is false)"):
                graph.rows("LOAD CSV FROM $address AS line RETURN line", address=address)
    time.sleep(1)
    assert embedded.start(own).pid == first.pid
    assert embedded.stop(own)
    assert not embedded.status(own).running
    assert not embedded.stop(own)


WRITER = """
from graph_schema.connect import open_graph
from graph_schema.errors import GraphUnavailableError
with open_graph() as graph:
    with graph.writing() as tx:
        tx.run("CREATE (:Agency {id: 'committed'})")
    try:
        with graph.writing() as tx:
            tx.run("CREATE (:Agency {id: 'not committed'})")
            print("within", flush=True)
            input()
            tx.run("CREATE (:Agency {id: 'never'})")
    except GraphUnavailableError as error:
        print(error.remedy, flush=True)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells who holds a lock")
def test_a_stop_while_another_uses_it_names_who_and_keeps_what_was_committed(
    own: Settings, environment: dict[str, str]
) -> None:
    home = environment | {"ACCOUNTABILITY_HOME": str(own.home)}
    assert embedded.start(own).users == ()
    with subprocess.Popen(
        [sys.executable, "-c", WRITER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=home
    ) as writer:
        assert writer.stdin
        assert writer.stdout
        assert writer.stdout.readline() == "within\n"
        assert [user.pid for user in embedded.status(own).users] == [writer.pid]
        assert f"(process {writer.pid})" in CliRunner().invoke(app, ["server", "status"], env=home).stdout
        stopped = CliRunner().invoke(app, ["server", "stop"], env=home)
        assert stopped.exit_code == 0
        first, second = stopped.stdout.splitlines()
        assert first == "Stopped."
        assert f"(process {writer.pid}). What was committed is safe" in second
        assert embedded.status(own).users == ()
        told, _ = writer.communicate("\n", timeout=60)
        assert "The embedded Neo4j was stopped or has ended" in told
        assert "starts it anew" in told
    with open_graph(own) as graph:
        assert graph.rows("MATCH (a:Agency) RETURN a.id AS id") == [{"id": "committed"}]
    assert CliRunner().invoke(app, ["server", "stop"], env=home).stdout in ("Stopped.\n", "It was not running.\n")


def listening(pid: int) -> set[tuple[str, int]]:
    """The addresses and ports at which a process listens (Linux)."""
    inodes = {str(path.readlink()) for path in Path(f"/proc/{pid}/fd").iterdir() if path.is_symlink()}
    found: set[tuple[str, int]] = set()
    for table in ("tcp", "tcp6"):
        for line in Path(f"/proc/{pid}/net/{table}").read_text().splitlines()[1:]:
            fields = line.split()
            if fields[3] == "0A" and f"socket:[{fields[9]}]" in inodes:
                host, port = fields[1].split(":")
                found.add((socket.inet_ntoa(int(host[-8:], 16).to_bytes(4, "little")), int(port, 16)))
    return found


def test_a_port_that_answers_belongs_to_somebody_else(own: Settings) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = int(other.getsockname()[1])
        with pytest.raises(PortTakenError, match=rf"Port {port} .*ACCOUNTABILITY_PORT"):
            embedded.use(replace(own, port=port))


def test_a_port_that_is_held_silently_is_told_by_neo4js_log(own: Settings) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))  # taken, though nobody answers
        port = int(other.getsockname()[1])
        with pytest.raises(PortTakenError, match=rf"Port {port} "):
            embedded.use(replace(own, port=port))
    assert not embedded.status(own).running


def test_data_of_a_newer_version_is_left_alone(own: Settings) -> None:
    home = neo4j_home(own)
    home.prepare()
    for text in ('{"neo4j": "2027.01.0", "format": 1}', '{"neo4j": "2026.08.1", "format": 2}'):
        home.version.write_text(text)
        with pytest.raises(NewerDataError, match=r"written by Neo4j .*ACCOUNTABILITY_HOME"):
            embedded.use(own)
        assert home.version.read_text() == text
        assert not list(home.data.iterdir())


def test_data_of_this_version_is_taken_up(own: Settings) -> None:
    home = neo4j_home(own)
    home.prepare()
    home.mark_version()
    home.refuse_newer()
    home.version.write_text('{"neo4j": "2026.07.0", "format": 1}')
    home.refuse_newer()


def test_what_neo4j_said_last_is_shown_when_it_cannot_start(own: Settings) -> None:
    home = neo4j_home(own)
    home.prepare()
    (home.data / "databases").write_text("no folder")
    says = r"could not start\. The last lines of .*console\.log:\n.*Exception"
    with pytest.raises(ServerFailedError, match=re.compile(says, re.DOTALL)) as caught:
        embedded.use(own)
    assert str(home.log) in str(caught.value)
    assert not locks.is_held(home.owner_lock)


def test_the_first_start_without_network_says_what_to_do(
    own: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph_schema.embedded.download.FIRST_WAIT_SECONDS", 0.01)
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(RepositoryError, match="Connect this machine to the internet"):
            embedded.use(replace(own, jars=tmp_path / "jars", maven=address))


def test_a_home_that_may_not_be_written_is_named(own: Settings, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    with as_nobody(), pytest.raises(NoPermissionError, match=re.escape(str(closed))):
        embedded.use(replace(own, home=closed))


def test_memory_follows_data_and_machine() -> None:
    assert choose_memory(0, 24 * GB).heap == 9 * GB  # 100,000 deliverables in one load ran out of 4 GB, not of 8
    assert choose_memory(0, 16 * GB).heap == 6 * GB
    assert choose_memory(0, 8 * GB).heap == 4 * GB
    assert choose_memory(0, 4 * GB).heap == 2 * GB  # half is left to others
    assert choose_memory(0, 256 * GB).heap == 16 * GB  # a machine is not all ours because it is large
    assert choose_memory(GB // 2, 64 * GB).heap == 20 * GB
    assert choose_memory(2 * GB, 24 * GB).heap == 12 * GB
    assert choose_memory(0, GB // 2).heap == 512 * MB
    assert choose_memory(0, 16 * GB, heap=900 * MB).heap == 900 * MB
    assert choose_memory(0, 16 * GB).page_cache == 64 * MB
    assert choose_memory(4 * GB, 16 * GB).page_cache == 2 * GB
