"""Names near an unknown one: deliverables by id and title, agencies by id and name."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process, utils

from graph_schema.answers.agencies import agencies
from graph_schema.answers.tables import Party
from graph_schema.causes import name_of
from graph_schema.graph import Readable
from graph_schema.question_errors import UnknownAgencyError, UnknownDeliverableError

_NEAR = 75.0
"""What is less alike than this (of 100) is not near."""

_FEWEST = 2
"""Letters and digits that something asked needs for anything to be near it."""

_NAMES = 200_000
"""Ids among which the nearest to an unknown one are looked for."""


@dataclass(frozen=True, slots=True)
class Name:
    """A row of read/names: an id and its title."""

    id: str
    title: str


def unknown_deliverable(graph: Readable, asked: str, *, or_agency: bool = False) -> UnknownDeliverableError:
    """The error for an id that no deliverable has, with the nearest ones; `or_agency`: agencies among them."""
    names = graph.read("read/names", Name, limit=_NAMES)
    if or_agency:
        names += [Name(party.id, party.name) for party in agencies(graph)]
    return UnknownDeliverableError(asked, nearest(names, asked))


def unknown_agency(graph: Readable, asked: str) -> UnknownAgencyError:
    """The error for an id that no agency has, with the nearest one."""
    found = nearest([Name(party.id, party.name) for party in agencies(graph)], asked)
    return UnknownAgencyError(asked, found[0][0] if found else "")


def nearest(names: Sequence[Name], asked: str) -> tuple[tuple[str, str], ...]:
    """At most five (id, title) that come nearest to what was asked, nearest first.

    By the whole id, the whole title, and by the beginning of the id, of which the rest may not be known.
    """
    if len(utils.default_process(asked)) < _FEWEST:
        return ()
    found: dict[str, tuple[float, str]] = {}
    beginnings = [n.id[: len(asked) + 1] for n in names]
    for texts, scorer in (
        ([n.id for n in names], fuzz.WRatio),
        ([n.title for n in names], fuzz.WRatio),
        (beginnings, fuzz.ratio),
    ):
        for _, score, place in process.extract(
            asked, texts, scorer=scorer, processor=utils.default_process, limit=5, score_cutoff=_NEAR
        ):
            name = names[place]
            found[name.id] = max(found.get(name.id, (0.0, name.title)), (score, name.title))
    order = sorted(found, key=lambda k: (-found[k][0], k))
    return tuple((k, found[k][1]) for k in order[:5])


def outside(code: str) -> Party:
    """A cause outside the plan, which a ruling names: it is its own owner."""
    return Party(code, name_of(code), external=True)
