"""`Graph`: the only class that runs statements."""

import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, LiteralString, Self, TypeVar, cast

import neo4j
from neo4j.exceptions import ServiceUnavailable, SessionExpired
from neo4j.time import Date, DateTime, Time

from graph_schema.catalog import statements
from graph_schema.driver_errors import translated

BATCH = 20_000
"""Rows sent with one statement of `Transaction.run_batches`."""

READ_SECONDS = 120.0
WRITE_SECONDS = 4 * 3600.0
_RETRY_SECONDS = 5.0
_PLAIN = (str, int, float, bool, type(None))

RowType = TypeVar("RowType")
Rows = list[dict[str, Any]]
"""Raw rows: column → value; days as datetime.date."""


class Readable(ABC):
    """What can be asked by reading statements: a graph, a transaction, a published assessment."""

    @abstractmethod
    def rows(self, statement: str, **params: object) -> Rows:
        """The raw rows of one reading statement."""

    def read(self, statement: str, row_type: Callable[..., RowType], **params: object) -> list[RowType]:
        """The rows of one reading statement, each made by `row_type(**columns)`."""
        return [row_type(**row) for row in self.rows(statement, **params)]


@dataclass
class Graph(Readable):
    """One graph in one database, through one driver; a context manager. Made by `connect.open_graph`.

    A statement is given by its name in the catalog ("read/scorecard"), or as its text.
    `round_trips` counts the statements sent. All methods raise GraphUnavailableError within some five seconds where
    the database is gone, and the other errors of `graph_schema.errors` that are about graphs and statements.
    """

    driver: neo4j.Driver = field(repr=False)
    address: str
    user: str = "neo4j"
    database: str | None = None
    embedded: bool = False
    on_close: Callable[[], None] = field(default=lambda: None, repr=False)
    round_trips: int = 0

    def rows(self, statement: str, **params: object) -> Rows:
        """The raw rows of one reading statement; one round trip, READ access; at most 120 s."""
        query = neo4j.Query(_text(statement), timeout=READ_SECONDS)
        deadline = time.monotonic() + _RETRY_SECONDS
        with self._translated(READ_SECONDS):
            while True:
                try:
                    with self._session(neo4j.READ_ACCESS) as session:
                        self.round_trips += 1
                        return _rows(session.run(query, dict(params)))
                except (ServiceUnavailable, SessionExpired):  # a server that restarts, a connection gone stale
                    if time.monotonic() > deadline:
                        raise
                    time.sleep(0.1)

    @contextmanager
    def writing(self, seconds: float = WRITE_SECONDS) -> "Generator[Transaction]":
        """One write transaction of at most `seconds`: committed at the end of the block, rolled back by any error."""
        with (
            self._translated(seconds),
            self._session(neo4j.WRITE_ACCESS) as session,
            session.begin_transaction(timeout=seconds) as transaction,
        ):
            yield Transaction(self, transaction)
            transaction.commit()

    def write_alone(self, statement: str, **params: object) -> Rows:
        """Run one statement that cannot share a transaction (CALL … IN TRANSACTIONS); committed when it returns."""
        query = neo4j.Query(_text(statement), timeout=WRITE_SECONDS)
        with self._translated(WRITE_SECONDS), self._session(neo4j.WRITE_ACCESS) as session:
            self.round_trips += 1
            return _rows(session.run(query, dict(params)))

    def server_agent(self) -> str:
        """What the server calls itself, as "Neo4j/2026.08.1"."""
        with self._translated():
            return self.driver.get_server_info().agent

    def close(self) -> None:
        """Close the connections, and leave the embedded server if this graph used it; may be called again."""
        self.driver.close()
        self.on_close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _t: type[BaseException] | None, _e: BaseException | None, _b: TracebackType | None) -> None:
        self.close()

    def _translated(self, seconds: float | None = None) -> AbstractContextManager[None]:
        return translated(self.address, self.user, seconds, embedded=self.embedded)

    def _session(self, access: str) -> neo4j.Session:
        return self.driver.session(database=self.database, default_access_mode=access)


@dataclass(frozen=True)
class Transaction(Readable):
    """What a `Graph.writing` block works with: its statements become visible together, or not at all."""

    _graph: Graph = field(repr=False)
    _transaction: neo4j.Transaction = field(repr=False)

    def run(self, statement: str, **params: object) -> Rows:
        """Run one statement, reading or writing; its rows."""
        self._graph.round_trips += 1
        return _rows(self._transaction.run(_text(statement), dict(params)))

    def rows(self, statement: str, **params: object) -> Rows:
        """The raw rows of one statement; sees what was written before it."""
        return self.run(statement, **params)

    def run_batches(self, statement: str, rows: Sequence[Mapping[str, object]], **params: object) -> Rows:
        """Run a statement over `rows` (its parameter $rows), 20,000 at a time; all rows it returned, in order."""
        out: Rows = []
        for start in range(0, len(rows), BATCH):
            out += self.run(statement, rows=rows[start : start + BATCH], **params)
        return out


def _text(statement: str) -> LiteralString:
    """The text of a named statement; a text is taken as it is. Texts come from the catalog's files alone."""
    named = statements().get(statement)
    return cast("LiteralString", named.text if named else statement)


def _rows(result: neo4j.Result) -> Rows:
    keys = result.keys()
    return [dict(zip(keys, map(_native, record.values()), strict=True)) for record in result]


def _native(value: Any) -> Any:
    """Neo4j's days and times as Python's, within lists and maps too."""
    if isinstance(value, _PLAIN):
        return value
    if isinstance(value, Date | DateTime | Time):
        return value.to_native()
    if isinstance(value, list):
        return [_native(item) for item in value]
    if isinstance(value, dict):
        return {key: _native(item) for key, item in value.items()}
    return value
