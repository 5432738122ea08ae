"""Why a start came to nothing, read from what the server wrote."""

import re
from collections import deque
from pathlib import Path

from graph_schema.embedded.home import Home
from graph_schema.embedded.jars import NEO4J_VERSION
from graph_schema.errors import (
    AccountabilityError,
    DiskFullError,
    NewerDataError,
    NoPermissionError,
    PortTakenError,
    ReadOnlyDiskError,
    ServerFailedError,
)

_LINES = 20
_FULL = re.compile(r"No space left on device|Disk quota exceeded")
_PORT = re.compile(r"Address already in use|BindException")
_DENIED = re.compile(r"AccessDeniedException|Permission denied")
_READ_ONLY = re.compile(r"Read-only file system")
_NEWER = re.compile(r"newer version|[Uu]nknown (?:store )?version|UnsupportedLogVersion|not recognized.{0,40}version")
_REFUSED = re.compile(r"Unable to use AOT cache|error occurred while processing the AOT cache")
_ARCHIVE = re.compile(r'"-XX:AOTCache=([^"]+)"')
_LISTENS = re.compile(r"^server\.bolt\.listen_address=127\.0\.0\.1:(\d+)$", re.MULTILINE)


class ArchiveRefusedError(AccountabilityError):
    """Java ended because of the archive for quicker starts; the start is to be tried without it. Never shown."""

    def __init__(self, archive: Path) -> None:
        super().__init__(f"Java cannot use {archive}. Remove it and start again.")
        self.archive = archive


def last_lines(log: Path, count: int = _LINES) -> str:
    """The last lines of `log`, or a sentence where there is none."""
    try:
        with log.open(encoding="utf-8", errors="replace") as file:
            return "".join(deque(file, count)).rstrip() or "(it wrote nothing)"
    except OSError:
        return "(there is none)"


def failure_of(home: Home) -> AccountabilityError:
    """The error that the log of the last start tells of."""
    wrote = last_lines(home.log, 2000)
    archive = _ARCHIVE.search(home.owner_lock.with_name("order.json").read_text(encoding="utf-8"))
    if archive and _REFUSED.search(wrote):
        return ArchiveRefusedError(Path(archive[1]))
    if _FULL.search(wrote):
        return DiskFullError(home.folder)
    if _PORT.search(wrote):
        found = _LISTENS.search((home.conf / "neo4j.conf").read_text(encoding="utf-8"))
        return PortTakenError(int(found[1]) if found else 0)
    if _READ_ONLY.search(wrote):
        return ReadOnlyDiskError(home.folder)
    if _DENIED.search(wrote):
        return NoPermissionError(home.folder)
    if _NEWER.search(wrote):
        return NewerDataError(home.folder, "a newer Neo4j", f"Neo4j {NEO4J_VERSION}")
    return ServerFailedError("could not start", home.log, last_lines(home.log))
