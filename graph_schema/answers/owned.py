"""What an agency answers for: its deliverables and those of the agencies under it, the latest ones first."""

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph_schema.answers.agencies import agencies
from graph_schema.answers.search import Found, hit
from graph_schema.answers.tables import Hit, Party
from graph_schema.graph import Readable
from graph_schema.question_errors import UnknownAgencyError


@dataclass(frozen=True, slots=True)
class Owned:
    """Deliverables of an agency and of those under it in a plan year.

    `hits`: the latest first, then what fell short or lost points; `of` is how many there are, `late` how many of them
    are late. `above` is the agency it is part of (none: it stands at the top), `under` those directly under it.
    """

    agency: Party
    above: Party | None
    under: tuple[Party, ...]
    hits: tuple[Hit, ...]
    of: int
    late: int


@dataclass(frozen=True, slots=True)
class _Place:
    id: str
    name: str
    external: bool
    above: Mapping[str, Any] | None
    under: Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class _Owned(Found):
    of: int
    late: int


@dataclass(frozen=True, slots=True)
class Place:
    """An agency, the one that it is part of in a plan year (none: it stands at the top), those directly under it."""

    agency: Party
    above: Party | None
    under: tuple[Party, ...]


def place_of(graph: Readable, agency: str, plan_year: str) -> Place:
    """Find where an agency stands in a plan year; one round trip. Raises UnknownAgencyError with the nearest id."""
    places = graph.read("read/agency_place", _Place, agency=agency, plan_year=plan_year)
    if not places:
        near = difflib.get_close_matches(agency.upper(), [party.id for party in agencies(graph)], 1)
        raise UnknownAgencyError(agency, near[0] if near else "")
    found = places[0]
    return Place(
        agency=Party(found.id, found.name, found.external),
        above=Party(**found.above) if found.above else None,
        under=tuple(Party(**party) for party in found.under),
    )


def owned(graph: Readable, agency: str, plan_year: str, limit: int = 200) -> Owned:
    """List what an agency and those under it answer for in a plan year; two round trips.

    At most `limit` are listed. Raises UnknownAgencyError with the nearest id.
    """
    place = place_of(graph, agency, plan_year)
    rows = graph.read("read/owned", _Owned, agency=agency, plan_year=plan_year, limit=limit)
    return Owned(
        agency=place.agency,
        above=place.above,
        under=place.under,
        hits=tuple(hit(row) for row in rows),
        of=rows[0].of if rows else 0,
        late=rows[0].late if rows else 0,
    )
