"""Trouble with the disk, in words."""

import errno
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from graph_schema.errors import DiskFullError, NoPermissionError, ReadOnlyDiskError, UnusableFolderError

_FULL = {errno.ENOSPC, errno.EDQUOT}
_DENIED = {errno.EACCES, errno.EPERM}

JARS = "ACCOUNTABILITY_JARS"
HOME = "ACCOUNTABILITY_HOME"


@contextmanager
def writing_to(folder: Path, setting: str = HOME) -> Generator[None]:
    """Within it, trouble with the disk is told in words, with `setting` as what moves the folder.

    Raises DiskFullError, NoPermissionError, ReadOnlyDiskError, and UnusableFolderError for every other OSError.
    """
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFullError(folder, setting) from error
        if error.errno in _DENIED:
            raise NoPermissionError(folder, setting) from error
        if error.errno == errno.EROFS:
            raise ReadOnlyDiskError(folder, setting) from error
        raise UnusableFolderError(folder, error.strerror or str(error), setting) from error
