"""A process that ends with its parent, however that one ends: the parent holds the other end of its standard input."""

import os
import signal
import threading
import time

_PATIENCE_SECONDS = 10.0


def end_with_parent() -> None:
    """Watch standard input from a thread of its own; once it closes, end this process as SIGTERM does.

    The parent opens a pipe for it and never writes: the system closes the pipe even when the parent is killed outright.
    """
    threading.Thread(target=_watch, name="leash", daemon=True).start()


def _watch() -> None:
    while os.read(0, 1):
        pass  # nothing is meant for us
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(_PATIENCE_SECONDS)
    os._exit(1)  # what SIGTERM could not end
