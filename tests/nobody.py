"""Being somebody without rights: root may write anywhere, which tests of missing rights cannot use."""

import os
from collections.abc import Generator
from contextlib import contextmanager

_NOBODY = 65534


@contextmanager
def as_nobody() -> Generator[None]:
    """Within it, root is somebody else; other users stay who they are."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(_NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
