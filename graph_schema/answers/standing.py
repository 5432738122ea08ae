"""How everything stands by one assessment: the little that another is compared with."""

import json
import zlib
from collections.abc import Mapping
from dataclasses import astuple, dataclass

from graph_schema.answers.tables import Party
from graph_schema.graph import Readable


@dataclass(frozen=True, slots=True)
class StandingThing:
    """A row of read/standing_things: a deliverable that is late, short or lost points.

    `lost` is points × agreement weight, in `tier` (none: it is in no agreement); `raw` its score.
    """

    id: str
    title: str
    kind: str
    measure: str
    agency: str
    name: str
    external: bool
    plan_year: str
    tier: int | None
    unit: str
    delay_days: float
    shortfall: float
    raw: float
    lost: float

    @property
    def party(self) -> Party:
        """Its owner."""
        return Party(self.agency, self.name, self.external)


@dataclass(frozen=True, slots=True)
class StandingRow:
    """A row of read/standing_rows: an agency of a tier, an owner outside it, or a cause outside.

    `weight` and `measured` (percent that is due) are none without an agreement; `lost` and `began` are points × weight.
    """

    plan_year: str
    tier: int
    agency: str
    name: str
    external: bool
    weight: float | None
    measured: float | None
    lost: float
    began: float

    @property
    def official(self) -> float | None:
        """Its official score; none where nothing of it is due."""
        return 100 - self.lost / self.weight if self.weight and self.measured else None

    @property
    def adjusted(self) -> float | None:
        """Its adjusted score; none where nothing of it is due."""
        return 100 - self.began / self.weight if self.weight and self.measured else None


@dataclass(frozen=True, slots=True)
class Standing:
    """Deliverables by id, and rows by plan year, tier and agency."""

    things: Mapping[str, StandingThing]
    rows: Mapping[tuple[str, int, str], StandingRow]


def standing(graph: Readable) -> Standing:
    """Read how everything stands; two round trips."""
    things = graph.read("read/standing_things", StandingThing)
    rows = graph.read("read/standing_rows", StandingRow)
    return _standing(things, rows)


def packed(found: Standing) -> bytes:
    """Write it as few bytes."""
    lists = [[astuple(each) for each in rows.values()] for rows in (found.things, found.rows)]
    return zlib.compress(json.dumps(lists).encode("ascii"))


def unpacked(data: bytes) -> Standing:
    """Read what `packed` wrote."""
    things, rows = json.loads(zlib.decompress(data))
    return _standing([StandingThing(*each) for each in things], [StandingRow(*each) for each in rows])


def _standing(things: list[StandingThing], rows: list[StandingRow]) -> Standing:
    return Standing({each.id: each for each in things}, {(r.plan_year, r.tier, r.agency): r for r in rows})
