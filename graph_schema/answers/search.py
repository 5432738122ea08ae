"""Deliverables found by id, by words of their title, or by their agency."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from graph_schema.answers.tables import Hit, Party
from graph_schema.graph import Readable

_LUCENE = frozenset('+-&|!(){}[]^"~*?:\\/<>=')
_WORDS = 12
"""Words of a question that are looked for; further ones are left out."""


@dataclass(frozen=True, slots=True)
class Found:
    """A row of read/search: a deliverable and its owner."""

    id: str
    title: str
    kind: Literal["target", "release", "milestone"]
    measure: str | None
    agency: str
    name: str | None
    external: bool | None
    plan_year: str
    delay_days: float | None
    shortfall: float | None
    loss: float | None


def search(graph: Readable, words: str, plan_year: str | None = None, limit: int = 20) -> tuple[Hit, ...]:
    """Find deliverables by all words, or their beginnings, in id or title, or in their agency's id or name.

    The exact id first, then those of `plan_year`, then the best matches; at most `limit`; one round trip.  Nothing for
    no words.
    """
    asked = words.split()[:_WORDS]
    if not asked:
        return ()
    query = " AND ".join(_either(word[:100]) for word in asked)
    rows = graph.read("read/search", Found, exact=words.strip(), query=query, plan_year=plan_year, limit=limit)
    return tuple(hit(row) for row in rows)


def named(graph: Readable, ids: Sequence[str]) -> tuple[Hit, ...]:
    """Find deliverables by their ids, in that order; unknown ids are left out; one round trip."""
    place = {thing: i for i, thing in enumerate(ids)}
    rows = graph.read("read/named", Found, ids=list(ids))
    return tuple(hit(row) for row in sorted(rows, key=lambda row: place[row.id]))


def _either(word: str) -> str:
    """A word's beginning, or the word as the index cuts it; every character stands for itself."""
    escaped = "".join(f"\\{c}" if c in _LUCENE else c for c in word)
    return f'({escaped}* OR "{escaped}")'


def hit(row: Found) -> Hit:
    """Make the answer of a row."""
    return Hit(
        id=row.id,
        title=row.title,
        kind=row.kind,
        measure=row.measure or "",
        agency=Party(row.agency, row.name or row.agency, bool(row.external)),
        plan_year=row.plan_year,
        delay_days=row.delay_days or 0.0,
        shortfall=row.shortfall or 0.0,
        loss=row.loss or 0.0,
    )
