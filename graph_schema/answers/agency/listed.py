"""The agencies of a plan year, tier by tier, and those outside the government."""

from dataclasses import dataclass

from graph_schema.answers.agencies import agencies, members
from graph_schema.answers.coverage import paths
from graph_schema.answers.tables import Party
from graph_schema.graph import Readable


@dataclass(frozen=True, slots=True)
class Listed:
    """An agency to choose; `tier` 0: outside the government. `above`: the agency it is part of, none at the top."""

    agency: Party
    tier: int
    above: Party | None
    agreement: bool


def listed(graph: Readable, plan_year: str) -> tuple[Listed, ...]:
    """List the agencies of a plan year by tier, then those outside, each by id; assessed or not; three round trips."""
    places = paths(graph, plan_year)
    known = {party.id: party for party in agencies(graph)}
    rows = [
        Listed(known[m.agency], m.tier, known[above[-2]] if len(above) > 1 else None, agreement=m.agreement is not None)
        for m in members(graph, plan_year, {len(path) for path in places.values()})
        if (above := places.get(m.agency))
    ]
    rows.extend(Listed(party, 0, None, agreement=False) for party in known.values() if party.external)
    return tuple(rows)
