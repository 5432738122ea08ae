"""Trouble with the disk, in words."""

import errno
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from graph_schema.errors import DiskFullError, NoPermissionError

_FULL = {errno.ENOSPC, errno.EDQUOT}
_DENIED = {errno.EACCES, errno.EPERM, errno.EROFS}


@contextmanager
def writing_to(folder: Path) -> Generator[None]:
    """Within it, a full disk is a DiskFullError and a denied write a NoPermissionError; other OSErrors pass."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFullError(folder) from error
        if error.errno in _DENIED:
            raise NoPermissionError(folder) from error
        raise
