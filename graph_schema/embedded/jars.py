"""The jars of Neo4j Community: which ones (`jars.lock`), brought here once, held to their SHA-256."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from graph_schema.embedded.disk import writing_to
from graph_schema.embedded.download import download
from graph_schema.errors import DamagedJarError, RepositoryError

NEO4J_VERSION = "2026.08.1"
_SEEN = "verified.json"


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

    A jar that was verified once is hashed again only when its size or time changed since.  `repository` is the
    address of a Maven repository; None is jgo's own default.
    Raises RepositoryError, DamagedJarError, DiskFullError, NoPermissionError.
    """
    wanted = locked_jars() if jars is None else list(jars)
    seen = _read_seen(folder / _SEEN)
    before = dict(seen)
    bad = [jar for jar in wanted if not _is_sound(folder / jar.name, jar, seen)]
    if bad:
        damaged = [jar for jar in bad if (folder / jar.name).exists()]
        try:
            with writing_to(folder):
                folder.mkdir(parents=True, exist_ok=True)
                download([(jar.path, folder / jar.name, jar.sha256, jar.size) for jar in bad], repository)
        except RepositoryError as error:
            if damaged:
                raise DamagedJarError(folder / damaged[0].name) from error
            raise
        for jar in bad:
            seen[jar.name] = _stamp(folder / jar.name, jar)
    if seen != before:
        with writing_to(folder):
            (folder / _SEEN).write_text(json.dumps(seen), encoding="utf-8")
    return [folder / jar.name for jar in wanted]


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
