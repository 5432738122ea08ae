"""The jars of Neo4j Community: which ones (`jars.lock`), brought here once, held to their SHA-256."""

import contextlib
import hashlib
import json
import logging
import os
import tempfile
import time
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from graph_schema.embedded import locks
from graph_schema.embedded.disk import JARS, writing_to
from graph_schema.embedded.download import download
from graph_schema.errors import DamagedJarError, RepositoryError

log = logging.getLogger("accountability.jars")

NEO4J_VERSION = "2026.08.1"
_SEEN = "verified.json"
_LOCK = "download.lock"
_TICK_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class Jar:
    """One locked jar: Maven coordinates `group:artifact:version[:classifier]`, SHA-256 in hex, size in bytes."""

    coordinates: str
    sha256: str
    size: int

    @property
    def name(self) -> str:
        """The file's name here; the group is part of it, so that two groups may hold the same artifact."""
        group, artifact, *rest = self.coordinates.split(":")
        return "-".join([f"{group}.{artifact}", *rest]) + ".jar"

    @property
    def path(self) -> str:
        """Where a Maven repository keeps it, below the repository's address."""
        group, artifact, version, *classifier = self.coordinates.split(":")
        return "/".join([*group.split("."), artifact, version, "-".join([artifact, version, *classifier]) + ".jar"])


def locked_jars() -> list[Jar]:
    """Every jar of `jars.lock`, in its order, which is the order of the class path."""
    lines = files("graph_schema.embedded").joinpath("jars.lock").read_text(encoding="utf-8").splitlines()
    fields = [line.split() for line in lines if line and not line.startswith("#")]
    return [Jar(coordinates, sha256, int(size)) for coordinates, sha256, size in fields]


def bring_jars(folder: Path, repository: str | None, jars: Sequence[Jar] | None = None) -> list[Path]:
    """The paths of all jars in `folder`, in class path order; what is missing or damaged is downloaded first.

    Any number of processes may share a folder: one downloads while the others wait, and each jar is there whole or
    not at all. A jar that was verified once is hashed again only when its size or time changed since; a folder that
    may only be read is hashed each time. `repository` is the address of a Maven repository; None is jgo's own default.
    Raises RepositoryError, DamagedJarError, DiskFullError, NoPermissionError, ReadOnlyDiskError.
    """
    wanted = locked_jars() if jars is None else list(jars)
    if _unsound(folder, wanted):
        with writing_to(folder, JARS):
            folder.mkdir(parents=True, exist_ok=True)
            with _alone(folder / _LOCK):
                if bad := _unsound(folder, wanted):  # somebody else may have brought them meanwhile
                    _fetch(folder, repository, bad, all_of_it=len(bad) == len(wanted))
                    _unsound(folder, wanted)
    return [folder / jar.name for jar in wanted]


def _unsound(folder: Path, wanted: Sequence[Jar]) -> list[Jar]:
    """The jars that are missing or not what the lock says; what was found sound is noted in the folder."""
    seen = _read_seen(folder / _SEEN)
    before = dict(seen)
    bad = [jar for jar in wanted if not _is_sound(folder / jar.name, jar, seen)]
    if seen != before:
        with contextlib.suppress(OSError):  # a folder that may only be read does as well
            descriptor, new = tempfile.mkstemp(dir=folder, prefix=_SEEN)
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                json.dump(seen, file)
            Path(new).replace(folder / _SEEN)
    return bad


def _fetch(folder: Path, repository: str | None, bad: Sequence[Jar], *, all_of_it: bool) -> None:
    damaged = [jar for jar in bad if (folder / jar.name).exists()]
    if damaged:
        parts = "1 damaged part" if len(damaged) == 1 else f"{len(damaged)} damaged parts"
        title = f"Downloading {parts} of Neo4j again"
    else:
        title = "Downloading Neo4j, once" if all_of_it else "Downloading the rest of Neo4j, once"
    try:
        download([(jar.path, folder / jar.name, jar.sha256, jar.size) for jar in bad], repository, title)
    except RepositoryError as error:
        if damaged:
            raise DamagedJarError(folder / damaged[0].name) from error
        raise


@contextlib.contextmanager
def _alone(lock: Path) -> Generator[None]:
    """Within it no other process downloads to the folder of `lock`; waits for one that does, and says so."""
    lock.touch()
    descriptor = locks.try_lock(lock)
    if descriptor is None:
        log.warning("Another process downloads Neo4j to %s; waiting for it.", lock.parent)
        while descriptor is None:
            time.sleep(_TICK_SECONDS)
            descriptor = locks.try_lock(lock)
    try:
        yield
    finally:
        os.close(descriptor)


def _stamp(path: Path, jar: Jar) -> list[str | int]:
    stat = path.stat()
    return [stat.st_size, stat.st_mtime_ns, jar.sha256]


def _is_sound(path: Path, jar: Jar, seen: dict[str, list[str | int]]) -> bool:
    try:
        stamp = _stamp(path, jar)
    except FileNotFoundError:
        return False
    if seen.get(jar.name) == stamp:
        return True
    if stamp[0] != jar.size:
        return False
    with path.open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != jar.sha256:
            return False
    seen[jar.name] = stamp
    return True


def _read_seen(path: Path) -> dict[str, list[str | int]]:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, json.JSONDecodeError):
        return {}
