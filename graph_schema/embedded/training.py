"""The trainer: makes the archive that halves the server's next start; a process of its own, as the watcher is.

Java can keep the loaded and linked classes of a run (an AOT cache) and take them up at the next start.  Making one
takes a start and a stop of some twenty seconds, so it is done once, at the lowest priority, on an empty database of
its own, while a server runs anyway; it ends with that server.  Started by the watcher, never imported by it.
"""

import ctypes
import fcntl
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

_START_SECONDS = 300.0
_STOP_SECONDS = 600.0
_PDEATHSIG = 1


def _die_with_trainer() -> None:
    """On Linux, let the kernel end Java should the trainer be killed outright."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PDEATHSIG, signal.SIGKILL)


def train(order: Path) -> bool:
    """Do what `order` says (JSON, in it `training`: command, home, port, made, archive); whether an archive was made.

    Only one trainer is at work for one archive, whatever the number of servers.
    """
    told = json.loads(order.read_text(encoding="utf-8"))["training"]
    made, archive = Path(told["made"]), Path(told["archive"])
    with archive.with_suffix(".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        if archive.exists():
            return False
        try:
            _run(told["command"], told["port"])
            if not made.exists():
                return False
            made.replace(archive)
        finally:
            made.unlink(missing_ok=True)
            shutil.rmtree(told["home"], ignore_errors=True)
    return True


def _run(command: list[str], port: int) -> None:
    """Start Java, and end it once it answers; at its end it writes the archive, in a process of its own."""
    java = subprocess.Popen(  # noqa: S603 -- the command that `server.start` wrote
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=_die_with_trainer,  # noqa: PLW1509 -- this process has one thread
    )
    try:
        if _answers_in_time(port, java):
            java.terminate()
            java.wait(_STOP_SECONDS)
    except subprocess.TimeoutExpired:
        pass
    finally:
        java.kill()
        java.wait()


def _answers_in_time(port: int, java: "subprocess.Popen[bytes]") -> bool:
    deadline = time.monotonic() + _START_SECONDS
    while java.poll() is None and time.monotonic() < deadline:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1.0).close()
        except OSError:
            time.sleep(0.5)
        else:
            return True
    return False


if __name__ == "__main__":
    os.nice(19)
    sys.exit(0 if train(Path(sys.argv[1])) else 1)
