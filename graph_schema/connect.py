"""From settings to an open graph: a server of one's own, or the embedded one."""

import re
from importlib.resources import files

import neo4j

from graph_schema import embedded
from graph_schema.driver_errors import translated
from graph_schema.errors import ForeignDatabaseError, OldServerError
from graph_schema.graph import Graph
from graph_schema.question_errors import NotAssessedError
from graph_schema.schema import LABELS
from graph_schema.settings import Settings, load_settings

_OLDEST = (2026, 1)
_SECONDS = 5.0


def open_graph(settings: Settings | None = None) -> Graph:
    """The graph that `settings` (default: environment and accountability.toml) mean, checked and ready.

    With `uri` that server is used and none is started; it must be Neo4j 2026.01 or newer, and its database must be
    empty or ours. Without, the embedded Neo4j is joined or started; it stops when its last user has closed or ended.
    Raises GraphUnavailableError (after some five seconds), GraphAccessError, OldServerError, ForeignDatabaseError,
    and the errors of `embedded.use`.
    """
    settings = settings or load_settings()
    if settings.uri is None:
        return _embedded(settings)
    graph = Graph(
        _driver(settings.uri, settings.user, settings.password), settings.uri, settings.user, settings.database
    )
    try:
        refuse_old(graph)
        refuse_foreign(graph)
    except BaseException:
        graph.close()
        raise
    return graph


def open_loaded(settings: Settings | None = None) -> Graph:
    """`open_graph` for a question: where the embedded Neo4j never ran, nothing is downloaded or started to say so.

    Raises NotAssessedError then, and the errors of `open_graph`.
    """
    settings = settings or load_settings()
    if settings.uri is None and not embedded.has_data(settings):
        raise NotAssessedError(loaded=False)
    return open_graph(settings)


def _embedded(settings: Settings) -> Graph:
    seat = embedded.use(settings)
    return Graph(_driver(seat.uri, "neo4j", seat.password), seat.uri, embedded=True, on_close=seat.close)


def _driver(uri: str, user: str, password: str) -> neo4j.Driver:
    with translated(uri, user):
        return neo4j.GraphDatabase.driver(
            uri,
            auth=(user, password),
            connection_timeout=_SECONDS,
            connection_acquisition_timeout=_SECONDS,
            max_transaction_retry_time=_SECONDS,
            connection_write_timeout=30.0,
            notifications_min_severity="OFF",
            telemetry_disabled=True,
            user_agent="accountability-explorer",
        )


def refuse_old(graph: Graph) -> None:
    """Raises OldServerError where the server is no Neo4j, or an older one than speaks Cypher 25."""
    agent = graph.server_agent()
    found = re.fullmatch(r"Neo4j/(\d+)\.(\d+)\b.*", agent)
    if found is None or (int(found[1]), int(found[2])) < _OLDEST:
        raise OldServerError(graph.address, agent)


def refuse_foreign(graph: Graph) -> None:
    """Raises ForeignDatabaseError where the database holds nodes and is not ours; reads counts and names alone.

    Ours is a database in which every node has labels of `schema.LABELS` alone, and which has constraints of
    ours: those of an older version are enough, `ensure_schema` adds what is new.
    """
    (held,) = graph.rows("server/holds")
    if not held["nodes"]:
        return
    strange = sorted(set(held["labels"]) - set(LABELS))
    if strange:
        raise ForeignDatabaseError(graph.address, f"nodes with the label {', '.join(strange[:5])}")
    if held["others"]:
        raise ForeignDatabaseError(graph.address, "nodes without a label")
    if _schema_names().isdisjoint(_index_names(graph)):
        raise ForeignDatabaseError(graph.address, f"{held['nodes']:,} nodes that this product did not write")


def ensure_schema(graph: Graph) -> None:
    """Create the constraints and indexes of `constraints.cypher` that are missing; one round trip where none is."""
    if _schema_names() <= _index_names(graph):
        return
    with graph.writing() as transaction:
        for statement in _schema_statements():
            transaction.run(statement)


def _index_names(graph: Graph) -> set[str]:
    return {row["name"] for row in graph.rows("server/indexes")}


def _schema_statements() -> list[str]:
    text = (files("graph_schema") / "constraints.cypher").read_text(encoding="utf-8")
    return [part.strip() for part in text.split(";") if part.strip()]


def _schema_names() -> set[str]:
    return set(re.findall(r"CREATE (?:CONSTRAINT|INDEX) (\w+)", ";".join(_schema_statements())))
