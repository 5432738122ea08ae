"""Rows of what moved between two assessments: deliverables, agencies and tiers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from graph_schema.answers.tables import Party

DUST = 1e-9

How = Literal[
    "newly late",
    "later",
    "less late",
    "recovered",
    "newly short",
    "shorter",
    "less short",
    "points",
    "other causes",
    "left the plan",
]
Unit = Literal["days", "units"]
Causes = Mapping[str, Mapping[tuple[Unit, str], float]]
"""Of each deliverable, the days and units that began with each agency."""


@dataclass(frozen=True, slots=True)
class CauseMoved:
    """Days or units of a deliverable that began with an agency, before and after."""

    agency: Party
    unit: Unit
    before: float
    after: float
    change: float


@dataclass(frozen=True, slots=True)
class ThingMoved:
    """A deliverable that another assessment finds otherwise; what it does not have is 0 (score: 100).

    `how`: of days first, then of units, then of points. Points are × agreement weight, in `tier` (none: it is in no
    agreement). `short_…` are in `unit`. `causes` are those that moved, the largest first.
    """

    thing: str
    title: str
    kind: str
    agency: Party
    plan_year: str
    tier: int | None
    how: How
    delay_before: float
    delay_after: float
    delay_change: float
    short_before: float
    short_after: float
    short_change: float
    unit: str
    raw_before: float
    raw_after: float
    points_before: float
    points_after: float
    points_change: float
    causes: tuple[CauseMoved, ...]


@dataclass(frozen=True, slots=True)
class AgencyMoved:
    """A row of a tier that another assessment finds otherwise; scores are none where nothing of it is due.

    `lost` and `began` are points × agreement weight.
    """

    plan_year: str
    tier: int
    agency: Party
    official_before: float | None
    official_after: float | None
    adjusted_before: float | None
    adjusted_after: float | None
    lost_before: float
    lost_after: float
    lost_change: float
    began_before: float
    began_after: float
    began_change: float


@dataclass(frozen=True, slots=True)
class TierMoved:
    """A tier of a plan year: its score, and the points of all its agreements.

    `lost_change` is the sum over its agencies, and the sum of the points of the deliverables of that tier.
    """

    plan_year: str
    tier: int
    government_before: float | None
    government_after: float | None
    lost_before: float
    lost_after: float
    lost_change: float


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two assessments: `name` as people call it, its day, when it was made, and the last load it knows."""

    name: str
    as_of: date | None
    made_at: datetime | None
    rule: str
    load: int


@dataclass(frozen=True, slots=True)
class Moves:
    """What differs, largest points first, then days; tiers from the top, each with its sums, also where they are equal.

    `before` is none where there is no assessment to compare with: then nothing moved. `note` says what else differs.
    """

    before: Side | None
    after: Side
    things: tuple[ThingMoved, ...]
    agencies: tuple[AgencyMoved, ...]
    tiers: tuple[TierMoved, ...]
    newly_late: int
    recovered: int
    text: str
    note: str
