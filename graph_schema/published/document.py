"""The document of a published assessment: what the statements of its answers gave, as one text of JSON.

A section is one statement with its parameters, its columns and its rows. Days and times are objects ({"$day": …},
{"$time": …}), everything else is as JSON has it. The same rows make the same bytes: keys in order, no blanks, ASCII.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from graph_schema.graph import Readable, Rows

FORMAT = 1
"""Version of the form that documents have."""

Document = dict[str, Any]
"""`format`, `as_of`, `rule`, `version` (of the product), `load`, `inputs` (digest of the plan's rows), `sections`."""

Asked = tuple[str, str]
"""A statement, and its parameters as JSON."""

PICKED: Mapping[str, tuple[str, str]] = {
    "read/agency_names": ("ids", "id"),
    "read/evidence": ("ids", "thing"),
    "read/facts": ("ids", "id"),
    "read/losses": ("agreements", "agreement"),
    "read/needs": ("ids", "affected"),
    "read/signed": ("plan_years", "plan_year"),
    "read/ties": ("ids", "affected"),
}
"""Statements about given ones; the rows of all are kept. The parameter that names them, the column they are in."""


@dataclass
class Keeper(Readable):
    """Asks for an answer, and keeps what each statement gave; what was asked before is not asked again."""

    asked: Readable
    kept: dict[Asked, Rows] = field(default_factory=dict[Asked, Rows])

    def rows(self, statement: str, **params: object) -> Rows:
        """The rows of the statement, now kept."""
        key = asked(statement, params)
        if key not in self.kept:
            self.kept[key] = self.asked.rows(statement, **params)
        return self.kept[key]

    def sections(self) -> list[dict[str, Any]]:
        """What was kept, in the order of statements and parameters."""
        return [_section(*key, self.kept[key]) for key in sorted(self.kept)]


def asked(statement: str, params: Mapping[str, object]) -> Asked:
    """The name under which the rows of a statement are kept."""
    picked, _ = PICKED.get(statement, ("", ""))
    named = {name: _plain(value) for name, value in params.items() if name != picked}
    return statement, json.dumps(named, sort_keys=True)


def as_bytes(document: Document) -> bytes:
    """The document as the bytes that its digest is of."""
    return json.dumps(document, sort_keys=True, separators=(",", ":"), allow_nan=False).encode("ascii")


def digest(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def read(data: bytes) -> Document:
    """The document that `as_bytes` wrote, with days and times as they were."""
    return json.loads(data, object_hook=_typed)


def rows_of(document: Document) -> dict[Asked, Rows]:
    """The rows of each section, as the statements gave them."""
    return {
        asked(section["statement"], section["params"]): [
            dict(zip(section["columns"], row, strict=True)) for row in section["rows"]
        ]
        for section in document["sections"]
    }


def _section(statement: str, params: str, rows: Rows) -> dict[str, Any]:
    columns = list(rows[0]) if rows else []
    cells = [[_plain(row[name]) for name in columns] for row in rows]
    return {"statement": statement, "params": json.loads(params), "columns": columns, "rows": cells}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return {"$time": value.isoformat()}
    if isinstance(value, date):
        return {"$day": value.isoformat()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    return value


def _typed(value: dict[str, Any]) -> Any:
    match value:
        case {"$day": day}:
            return date.fromisoformat(day)
        case {"$time": time}:
            return datetime.fromisoformat(time)
        case _:
            return value
