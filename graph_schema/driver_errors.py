"""Neo4j's errors as ours, in one place."""

from collections.abc import Generator
from contextlib import contextmanager

from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from graph_schema.errors import (
    AccountabilityError,
    GraphAccessError,
    GraphMemoryError,
    GraphReadOnlyError,
    GraphStoppedError,
    GraphUnavailableError,
    StatementError,
    StatementTimeoutError,
)

_RATE_LIMIT = "AuthenticationRateLimit"
_TIMED_OUT = "TransactionTimedOut"
_MEMORY = ("MemoryPoolOutOfMemory", "TransactionOutOfMemory", "OutOfMemory", "StackOverFlow")
_READ_ONLY = ("WriteOnReadOnlyAccess", "ForbiddenOnReadOnlyDatabase", "NotALeader", "ReadOnly")
_STOPPED = ("TransactionLogError", "TransactionCommitFailed", "TransactionStartFailed")
_AWAY = ("DatabaseUnavailable", "DatabaseNotFound")


@contextmanager
def translated(address: str, user: str, seconds: float | None = None, *, embedded: bool = False) -> Generator[None]:
    """Within it, whatever the driver raises becomes an AccountabilityError, with the driver's own as its cause.

    `seconds`: the time limit that was given to the statement; `embedded`: it is not a server of the user's own.
    """
    try:
        yield
    except (DriverError, Neo4jError) as error:
        raise _ours(error, address, user, seconds, embedded=embedded) from error


def _ours(
    error: DriverError | Neo4jError, address: str, user: str, seconds: float | None, *, embedded: bool
) -> AccountabilityError:
    def away(finding: str) -> AccountabilityError:
        return GraphUnavailableError(address, finding, embedded=embedded)

    if isinstance(error, AuthError) or (isinstance(error, ClientError) and _RATE_LIMIT in (error.code or "")):
        return GraphAccessError(address, user)
    if isinstance(error, ServiceUnavailable | SessionExpired):
        return away("no answer")
    if isinstance(error, ConfigurationError):
        return away(str(error))
    if isinstance(error, DriverError):
        return away(f"{type(error).__name__}: {error}")
    code, message = error.code or "", error.message or ""
    for words, made in (
        ((_TIMED_OUT,), lambda: StatementTimeoutError(seconds)),
        (_MEMORY, GraphMemoryError),
        (_READ_ONLY, lambda: GraphReadOnlyError(address)),
        (_STOPPED, lambda: GraphStoppedError(address)),
        (_AWAY, lambda: away(message)),
    ):
        if any(word in code for word in words):
            return made()
    return StatementError(code, message)
