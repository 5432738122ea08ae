"""Locks of the operating system on files: gone by themselves when their holder ends, however it ends."""

import errno
import fcntl
import os
import time
from pathlib import Path

_TICK_SECONDS = 0.05
_NOBODY_CAN = {errno.ENOENT, errno.ENOTDIR, errno.EACCES, errno.EPERM, errno.EROFS}
"""Where this user cannot open the file for writing, no process of this user holds its lock."""


def try_lock(path: Path) -> int | None:
    """An open descriptor that alone holds the lock on `path`, or None where somebody else holds it."""
    descriptor = os.open(path, os.O_RDWR | os.O_CLOEXEC)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    return descriptor


def is_held(path: Path) -> bool:
    """Whether anybody holds the lock on `path`."""
    try:
        descriptor = try_lock(path)
    except OSError as error:
        if error.errno in _NOBODY_CAN:
            return False
        raise
    if descriptor is None:
        return True
    os.close(descriptor)
    return False


def share_lock(path: Path, seconds: float) -> int | None:
    """An open descriptor that holds the lock on `path` together with others; None if it is not free in `seconds`."""
    deadline = time.monotonic() + seconds
    descriptor = os.open(path, os.O_RDWR | os.O_CLOEXEC)
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                os.close(descriptor)
                return None
            time.sleep(_TICK_SECONDS)
        else:
            return descriptor
