"""Who runs this."""

import getpass
import os


def login_name() -> str:
    """The login name, or the number of a user whom this machine (a container) has no name for."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return f"user {os.getuid()}"
