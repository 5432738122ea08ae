"""The process that runs one statement: explained first, read access, rolled back, little time, little memory."""

import json
import resource
import sys
import time
from collections.abc import Iterator, Mapping
from typing import Any, LiteralString, cast

# the driver imports these where they are installed, for nothing that is asked here: most of the time of a short answer
if __name__ == "__main__":
    sys.modules |= dict.fromkeys(("pandas", "numpy"), cast("Any", None))

import neo4j
from neo4j.exceptions import ClientError, DatabaseError, Neo4jError, TransientError
from neo4j.graph import Node, Path, Relationship

from graph_schema.connect import open_loaded
from graph_schema.console.reading import PROCEDURES, cleaned, too_slow
from graph_schema.errors import AccountabilityError
from graph_schema.graph import Graph

_MEMORY = 1_500_000_000
_BYTES = 30_000_000
_LONGEST = 2_000
_BEFORE = "CYPHER 25 "
_NEVER = ("loadcsv", "show", "terminate", "transactionforeach", "transactionapply")


class RefusedError(Exception):
    """A statement that is not answered, in words for who asked; `at`: the character that is meant, if one is."""

    def __init__(self, why: str, at: int | None = None) -> None:
        super().__init__(why)
        self.at = at


def main() -> None:
    """Answer the request on standard input, as JSON on standard output."""
    request = json.loads(sys.stdin.buffer.read())
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    try:
        with open_loaded() as graph:
            said = json.dumps(answer(graph, request["statement"], request["seconds"], request["rows"]))
    except RefusedError as error:
        said = json.dumps({"refused": str(error), "at": error.at})
    except AccountabilityError as error:
        said = json.dumps({"refused": str(error)})
    except MemoryError:
        said = ""
    sys.stdout.write(said if len(said) < _BYTES else "")


def answer(graph: Graph, statement: str, seconds: float, most: int) -> dict[str, Any]:
    """Answer a statement that only reads: at most `most` rows, and whether there are more. Raises RefusedError."""
    text = cleaned(statement)
    with graph.driver.session(
        database=graph.database, default_access_mode=neo4j.READ_ACCESS, fetch_size=min(most, 100)
    ) as session:
        try:
            with session.begin_transaction(timeout=seconds) as transaction:
                explained = transaction.run(_from_outside(f"{_BEFORE}EXPLAIN {text}")).consume()
                _check(explained)
                transaction.rollback()
            began = time.monotonic()
            with session.begin_transaction(timeout=seconds) as transaction:
                result = transaction.run(_from_outside(f"{_BEFORE}{text}"))
                columns = list(result.keys())
                records = [list(record.values()) for _, record in zip(range(most + 1), result, strict=False)]
                took = time.monotonic() - began
                transaction.rollback()
        except Neo4jError as error:
            raise _refused(error, seconds) from error
    kept = records[:most]
    return {
        "columns": columns,
        "rows": [[[_clipped(_said(value)), _id(value)] for value in row] for row in kept],
        "values": [[_plain(value) for value in row] for row in kept],
        "cut": len(records) > most,
        "seconds": took,
    }


def _from_outside(statement: str) -> LiteralString:
    """The one text that does not come from the catalog."""
    return cast("LiteralString", statement)


def _check(explained: neo4j.ResultSummary) -> None:
    if explained.query_type != "r":
        raise RefusedError(
            "This statement changes the graph or asks the server about itself; here statements only read."
        )
    for operator, details in _operators(explained.plan or {}):
        if operator.startswith(_NEVER):
            raise RefusedError(f"The database would do {operator} for this, which is not allowed here.")
        if "procedurecall" in operator and details.split("(")[0].strip().lower() not in PROCEDURES:
            raise RefusedError(f"The procedure {details.split('(')[0]} is not among those that may be called here.")


def _operators(plan: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield str(plan.get("operatorType", "")).partition("@")[0].lower(), str(plan.get("args", {}).get("Details", ""))
    for child in plan.get("children", ()):
        yield from _operators(child)


def _refused(error: Neo4jError, seconds: float) -> RefusedError:
    code, message = error.code or "", error.message or ""
    if "TransactionTimedOut" in code or "Terminated" in code:
        return RefusedError(too_slow(seconds))
    if "OutOfMemory" in code or "MemoryPool" in code:
        return RefusedError("The statement needs more memory than one may take. Ask for less at once.")
    if "WriteOnReadOnly" in code or "AccessMode" in code:
        return RefusedError("This statement changes the graph; here statements only read.")
    if isinstance(error, ClientError | DatabaseError | TransientError):
        first, _, rest = message.partition(" (line ")
        return RefusedError(_plain_words(first), _offset(rest))
    return RefusedError(message)


def _plain_words(message: str) -> str:
    return f"{message.strip().splitlines()[0].rstrip('.')}." if message.strip() else "The database refused this."


def _offset(rest: str) -> int | None:
    """The place in the statement, of "1, column 20 (offset: 19))"; none where it is not told."""
    _, found, number = rest.partition("(offset: ")
    digits = number.partition(")")[0]
    if not found or not digits.isdigit():
        return None
    return max(0, int(digits) - len(_BEFORE) - (len("EXPLAIN ")))


def _said(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case Node():
            return f"{':'.join(sorted(value.labels))} {value.get('id', value.get('key', value.element_id))}"
        case Relationship():
            return value.type
        case Path():
            return " — ".join(_said(node) for node in value.nodes)
        case list():
            return ", ".join(_said(item) for item in value[:100]) + ("…" if len(value) > 100 else "")  # noqa: PLR2004
        case dict():
            return ", ".join(f"{key}: {_said(item)}" for key, item in list(value.items())[:100])
        case _:
            return str(value)


def _plain(value: Any) -> Any:
    match value:
        case bool() | int() | float() | None:
            return value
        case Node() | Relationship():
            return json.dumps(dict(value), default=str, ensure_ascii=False)[:32_000]
        case list() | dict():
            return json.dumps(value, default=_said, ensure_ascii=False)[:32_000]
        case _:
            return _said(value)


def _id(value: Any) -> str:
    if isinstance(value, Path):
        return _id(value.start_node)
    return str(value.get("id", "")) if isinstance(value, Node) else value if isinstance(value, str) else ""


def _clipped(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


if __name__ == "__main__":
    main()
