"""Who uses the embedded Neo4j: read from Linux's list of locks; other systems do not tell."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

_LOCKS = Path("/proc/locks")
_HELD = re.compile(r"^\d+: FLOCK +\S+ +READ +(\d+) \w+:\w+:(\d+) ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class User:
    """A process that has a seat at the server, and what it is in words."""

    pid: int
    name: str


def users_of(lock: Path) -> tuple[User, ...]:
    """The other processes that share `lock`, by process id; none where none does, or where the system does not tell."""
    try:
        held = _LOCKS.read_text(encoding="ascii")
        inode = str(lock.stat().st_ino)
    except OSError:
        return ()
    pids = {int(pid) for pid, file in _HELD.findall(held) if file == inode}
    return tuple(User(pid, _name(pid)) for pid in sorted(pids - {os.getpid()}) if _has_open(pid, lock))


def _has_open(pid: int, path: Path) -> bool:
    """Whether the process has `path` open: another file system may have a file of the same number."""
    try:
        return any(
            each.samefile(path) for each in Path(f"/proc/{pid}/fd").iterdir() if each.is_symlink() and each.exists()
        )
    except OSError:
        return False


def _name(pid: int) -> str:
    try:
        words = [
            word for word in Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace").split("\0") if word
        ]
    except OSError:
        words = []
    for position, word in enumerate(words):
        if Path(word).name == "accountability":
            return " ".join(["accountability", *words[position + 1 : position + 2]])
    if any(Path(word).name == "streamlit" or word.startswith("explorer") for word in words):
        return "the explorer"
    return Path(words[0]).name if words else "a process"
