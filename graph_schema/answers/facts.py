"""What the read statements of "who delayed this?" return, and the web of flows made of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from graph_schema.answers.tables import Party, Source
from graph_schema.answers.travel import Flow, Node

EPOCH = date(1970, 1, 1)
"""Day numbers in the graph count from here."""


def day_of(number: int | None) -> date | None:
    """Turn a day number into a date; none stays none."""
    return None if number is None else EPOCH + timedelta(days=number)


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of read/things: a deliverable, its owner, what the assessment says of it, and what reaches it.

    Days are day numbers; `into` holds relations as lists in the order of `Relation`.  `first` (what the first
    promise gives), `cost` ([plan year, tier, points] that others lost by it) and `status` stand on the row asked for.
    """

    part: str
    id: str
    title: str
    kind: str
    measure: str | None
    milestone: str | None
    dated: bool
    agency: str
    name: str | None
    external: bool | None
    post: str | None
    plan_year: str
    planned_day: int | None
    started_day: int | None
    finish_day: int | None
    finished_day: int | None
    due: bool
    delay_days: float | None
    own_days: float | None
    unit: str | None
    goal: float | None
    whole: float | None
    achieved: float | None
    shortfall: float | None
    own_units: float | None
    raw: float | None
    raw_planned: float | None
    weight: float | None
    loss: float | None
    agreement: str | None
    agreement_title: str | None
    agreement_weight: float | None
    missed: float | None
    lost_below: float | None
    amount: float | None
    currency: str | None
    rank: int | None
    file: str
    row: int
    load: int
    unruled_own_days: float | None
    unruled_own_units: float | None
    into: list[list[Any]]
    first: dict[str, Any] | None
    cost: list[tuple[str, int, float]]
    status: dict[str, Any] | None

    @property
    def party(self) -> Party:
        """Its owner."""
        return Party(self.agency, self.name or self.agency, bool(self.external))

    @property
    def source(self) -> Source:
        """The row of the plan that promises it."""
        return Source(self.file, self.row, self.load)

    @property
    def node(self) -> Node:
        """What the walk needs of it."""
        return node_of(self)


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation (of `Fact.into`, read/relations): a requirement, a support, a counted release, or what came of it."""

    cause: str
    affected: str
    type: str
    days: float | None
    late: float | None
    units: float | None
    lost: float | None
    share: float | None
    need_day: int | None
    owed_day: int | None
    lag: int | None
    counts: bool | None
    place: list[str] | None
    agreed_on: date | None
    if_not_met: str | None
    file: str | None
    row: int | None
    load: int | None
    stays: float | None
    unruled_days: float | None
    unruled_units: float | None


@dataclass(frozen=True, slots=True)
class Link:
    """One relation between two deliverables with everything that is known of it: what was promised and what it did.

    `days_stay` and `units_stay`: the part of what reaches the cause this way that goes no further (`travel.Flow`).
    """

    cause: str
    affected: str
    promise: Relation | None
    days: float
    late: float
    units: float
    lost: float
    days_stay: float = 0.0
    units_stay: float = 0.0

    @property
    def flow(self) -> Flow:
        """What the walk needs of it."""
        kind = self.promise.type if self.promise else ""
        share = (self.promise.share if self.promise else None) or 1.0
        return Flow(
            self.cause,
            self.affected,
            days=self.days,
            units=self.units,
            share=share if kind == "SUPPORTS" else 0.0,
            counts_in=kind == "COUNTS_IN",
            days_stay=self.days_stay,
            units_stay=self.units_stay,
        )


@dataclass(frozen=True, slots=True)
class Known:
    """A row of read/evidence: a report or a payment about one deliverable."""

    thing: str
    kind: str
    day: date
    by: str
    reported_on: date
    achieved: float | None
    started_on: date | None
    finished_on: date | None
    forecast_finish: date | None
    status: str | None
    cause: str | None
    note: str | None
    evidence: str | None
    amount: float | None
    currency: str | None
    line: str | None
    file: str
    row: int
    load: int

    @property
    def source(self) -> Source:
        """Where it is written."""
        return Source(self.file, self.row, self.load)


@dataclass(frozen=True, slots=True)
class Borne:
    """A row of read/borne: what a bearer's losses and days came through, and the row its owner stands under.

    `mine`: its owner is the bearer, or stands under it.
    """

    id: str
    title: str
    kind: str
    measure: str | None
    agency: str
    name: str | None
    external: bool | None
    row: str
    mine: bool
    promised: bool | None
    borne: bool
    agreement_weight: float
    rank: int | None
    delay_days: float | None
    own_days: float | None
    shortfall: float | None
    own_units: float | None
    raw: float | None
    raw_planned: float | None
    loss: float | None
    missed: float | None
    lost_below: float | None
    unruled_own_days: float | None
    unruled_own_units: float | None


def node_of(row: Fact | Borne, *, unruled: bool = False) -> Node:
    """Make the node of a walk, with or without rulings; what the assessment left empty is nothing lost and not late."""
    measure = row.measure or ""
    level = (2, row.rank or 0) if measure == "cascade" else (1, 0) if measure == "releases" else (0, row.rank or 0)
    level = (0, -1) if row.kind == "outside" else level
    return Node(
        id=row.id,
        owner=row.agency,
        level=level,
        measure=measure,
        delay=row.delay_days or 0.0,
        own_days=_of(row.own_days, row.unruled_own_days, unruled=unruled),
        shortfall=row.shortfall or 0.0,
        own_units=_of(row.own_units, row.unruled_own_units, unruled=unruled),
        raw=100.0 if row.raw is None else row.raw,
        raw_planned=100.0 if row.raw_planned is None else row.raw_planned,
        missed=row.missed or 0.0,
    )


def _of(ruled: float | None, without: float | None, *, unruled: bool) -> float:
    return (without if unruled and without is not None else ruled) or 0.0


def links_of(relations: Iterable[Relation], *, unruled: bool = False) -> tuple[Link, ...]:
    """One link for each pair of deliverables, with or without rulings, in the order of (affected, cause)."""
    pairs: dict[tuple[str, str], list[Relation]] = {}
    for relation in relations:
        pairs.setdefault((relation.affected, relation.cause), []).append(relation)
    return tuple(_link(found, unruled=unruled) for _, found in sorted(pairs.items()))


def _link(found: list[Relation], *, unruled: bool) -> Link:
    promise = next((r for r in found if r.type not in ("DELAYED", "CUT")), None)
    delayed = next((r for r in found if r.type == "DELAYED"), None)
    cut = next((r for r in found if r.type == "CUT"), None)
    return Link(
        found[0].cause,
        found[0].affected,
        promise,
        days=_of(delayed.days, delayed.unruled_days, unruled=unruled) if delayed else 0.0,
        late=(delayed.late or 0.0) if delayed else 0.0,
        units=_of(cut.units, cut.unruled_units, unruled=unruled) if cut else 0.0,
        lost=(cut.lost or 0.0) if cut else 0.0,
        days_stay=(delayed.stays or 0.0) if delayed else 0.0,
        units_stay=(cut.stays or 0.0) if cut else 0.0,
    )
