"""Getting in: waits until the server answers, and gives a new one its generated password."""

import time

import neo4j
from neo4j.exceptions import AuthError, ServiceUnavailable, SessionExpired, TransientError

from graph_schema.errors import GraphAccessError, GraphUnavailableError

_USER = "neo4j"
_INITIAL = "neo4j"
_SECONDS = 60.0
_TICK_SECONDS = 0.1


def admit(port: int, password: str) -> None:
    """Return once the server at `port` accepts `password`; a server that still has Neo4j's initial one is given it.

    Raises GraphUnavailableError after a minute without an answer, GraphAccessError where neither is accepted.
    """
    address = f"bolt://127.0.0.1:{port}"
    deadline = time.monotonic() + _SECONDS
    while True:
        try:
            if not _is_accepted(address, password):
                _replace_initial(address, password)
        except (ServiceUnavailable, SessionExpired, TransientError) as error:
            if time.monotonic() > deadline:
                raise GraphUnavailableError(address, "no answer in a minute") from error
            time.sleep(_TICK_SECONDS)
        else:
            return


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
        try:
            session.run("ALTER CURRENT USER SET PASSWORD FROM $old TO $new", old=_INITIAL, new=password).consume()
        except AuthError as error:
            raise GraphAccessError(address, _USER) from error
