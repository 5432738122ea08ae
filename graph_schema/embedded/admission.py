"""Getting in: waits until the server answers, and gives a new one its generated password."""

import os
import time
from pathlib import Path

import neo4j
from neo4j.exceptions import AuthError, ServiceUnavailable, SessionExpired, TransientError

from graph_schema.driver_errors import translated
from graph_schema.embedded import locks
from graph_schema.errors import GraphUnavailableError

_USER = "neo4j"
_INITIAL = "neo4j"
_SECONDS = 60.0
_TICK_SECONDS = 0.1


def admit(port: int, password: str, lock: Path) -> None:
    """Return once the server at `port` accepts `password`; a server that still has Neo4j's initial one is given it.

    One at a time, by `lock`.  Raises GraphUnavailableError after a minute without an answer, GraphAccessError where
    neither password is accepted.
    """
    address = f"bolt://127.0.0.1:{port}"
    deadline = time.monotonic() + _SECONDS
    while time.monotonic() < deadline:
        held = locks.try_lock(lock)
        if held is not None:
            try:
                with translated(address, _USER, embedded=True):
                    if _is_admitted(address, password):
                        return
            finally:
                os.close(held)
        time.sleep(_TICK_SECONDS)
    raise GraphUnavailableError(address, f"no answer in {_SECONDS:g} s", embedded=True)


def _is_admitted(address: str, password: str) -> bool:
    """Whether the server accepts `password`, if need be after it was set; False while it does not answer yet."""
    try:
        if not _is_accepted(address, password):
            _replace_initial(address, password)
    except (ServiceUnavailable, SessionExpired, TransientError):
        return False
    return True


def _is_accepted(address: str, password: str) -> bool:
    with neo4j.GraphDatabase.driver(address, auth=(_USER, password)) as driver:
        try:
            driver.verify_connectivity()
        except AuthError:
            return False
    return True


def _replace_initial(address: str, password: str) -> None:
    with (
        neo4j.GraphDatabase.driver(address, auth=(_USER, _INITIAL)) as driver,
        driver.session(database="system") as session,
    ):
        session.run("ALTER CURRENT USER SET PASSWORD FROM $old TO $new", old=_INITIAL, new=password).consume()
