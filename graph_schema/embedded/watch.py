"""The watcher: a small process of its own that runs the server's Java and ends it when nobody uses it.

Started by `server.start`, never imported by it.  It holds the owner lock for itself and for Java, writes server.json,
and tries five times a second to have the users lock for itself alone: it gets it once the last user has left,
however that user ended, and then stops the server, unless `kept` is there.  SIGTERM stops the server too.
Only the standard library is used, so that it starts at once and stays small.
"""

import ctypes
import fcntl
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

_STOP_SECONDS = 60.0
_STOP_SECONDS_FULL_DISK = 3.0
_FULL_BYTES = 20 << 20
_TICK_SECONDS = 0.2
_TRAINING_AFTER_SECONDS = 60.0
_PDEATHSIG = 1


def _die_with_watcher() -> None:
    """On Linux, let the kernel end Java should the watcher be killed outright."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PDEATHSIG, signal.SIGKILL)


def _nobody_left(users: int, kept: Path) -> bool:
    if kept.exists():
        return False
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _patience(folder: Path) -> float:
    """Seconds a stop may take. On a full disk Neo4j tries on for ever; what was committed is safe without its end."""
    return _STOP_SECONDS_FULL_DISK if shutil.disk_usage(folder).free < _FULL_BYTES else _STOP_SECONDS


class _Training:
    """The making of the archive for quicker starts, some time into the server's life; ends with it."""

    def __init__(self, order: Path, told: dict[str, str] | None) -> None:
        self._order = order
        self._told = told
        self._due = time.monotonic() + _TRAINING_AFTER_SECONDS
        self._trainer: subprocess.Popen[bytes] | None = None

    def tick(self) -> None:
        """Start the trainer when it is time; take note of its end."""
        if self._trainer is not None:
            self._trainer.poll()
        elif self._told is not None and time.monotonic() > self._due:
            self._trainer = subprocess.Popen(  # noqa: S603 -- our own trainer
                [sys.executable, "-I", "-S", str(Path(__file__).with_name("training.py")), str(self._order)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
                preexec_fn=_die_with_watcher,  # noqa: PLW1509 -- this process has one thread
            )

    def end(self) -> None:
        """Kill what still runs of it, and remove what it leaves."""
        if self._trainer is not None and self._told is not None and self._trainer.poll() is None:
            os.killpg(self._trainer.pid, signal.SIGKILL)
            self._trainer.wait()
            shutil.rmtree(self._told["home"], ignore_errors=True)
            Path(self._told["made"]).unlink(missing_ok=True)


def watch(order: Path, owner: int) -> int:
    """Run the command of `order` (JSON, written by `server.start`) until it ends; its exit code."""
    told = json.loads(order.read_text(encoding="utf-8"))
    stop = False

    def on_signal(_number: int, _frame: object) -> None:
        nonlocal stop
        stop = True

    signal.signal(signal.SIGTERM, on_signal)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    users = os.open(told["users"], os.O_RDWR | os.O_CLOEXEC)
    with Path(told["log"]).open("wb") as log:
        java = subprocess.Popen(  # noqa: S603 -- the command that `server.start` wrote
            told["command"],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            pass_fds=[owner],
            preexec_fn=_die_with_watcher,  # noqa: PLW1509 -- this process has one thread
        )
    server = Path(told["server"])
    training = _Training(order, told["training"])
    try:
        new = server.with_suffix(".new")
        new.write_text(json.dumps({"pid": java.pid, "watcher": os.getpid(), "port": told["port"]}), encoding="utf-8")
        new.replace(server)
        while java.poll() is None and not stop and not _nobody_left(users, Path(told["kept"])):
            training.tick()
            time.sleep(_TICK_SECONDS)
    finally:
        training.end()
        java.terminate()
        try:
            java.wait(_patience(server.parent))
        except subprocess.TimeoutExpired:
            java.kill()
            java.wait()
        server.unlink(missing_ok=True)
    return java.returncode


if __name__ == "__main__":
    sys.exit(watch(Path(sys.argv[1]), int(sys.argv[2])))
