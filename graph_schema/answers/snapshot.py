"""The facts of an assessment that answers recompute from: read at once, typed, never written back.

A snapshot holds the whole graph, or what lies downstream or upstream of some deliverables; the number of statements
is the same.  Days are day numbers since 1970-01-01, delays in days, quantities in the target's own unit.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from graph_schema.answers.facts import EPOCH
from graph_schema.answers.status import assessed
from graph_schema.answers.tables import Party, Status
from graph_schema.answers.travel import Flow, Node, Web
from graph_schema.graph import Readable

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Thing:
    """A row of read/facts: one deliverable as assessed; values in force; what is not known is 0, '' or none.

    `amount` is a release's, `whole` what a quantity target was to make; `came` are its arrivals as parts of either.
    """

    id: str
    title: str
    kind: str
    measure: str
    dated: bool
    agency: str
    name: str
    external: bool
    plan_year: str
    agreement: str | None
    rank: int
    planned_day: int | None
    start_day: int | None
    span: int | None
    ends_day: int | None
    started_day: int | None
    forecast_day: int | None
    finished_day: int | None
    finish_day: int | None
    due: bool
    delay_days: float
    own_days: float
    shortfall: float
    own_units: float
    unit: str
    whole: float
    goal: float | None
    sign: int
    scale: list[float] | None
    achieved: float | None
    came_on: list[int]
    came: list[float]
    amount: float
    missed: float
    raw: float
    raw_planned: float
    loss: float
    weight: float
    stake: float

    @property
    def planned(self) -> int:
        """The planned day of a dated thing."""
        return self.planned_day or 0

    @property
    def finish(self) -> int:
        """The day a dated thing finished, or will."""
        return self.finish_day or 0

    @property
    def lost(self) -> float:
        """Points × agreement weight that it lost itself."""
        return self.stake * (100 - self.raw)

    @property
    def scored(self) -> bool:
        """Whether it is dated and weighs in an agreement."""
        return self.dated and self.agreement is not None and self.weight > 0

    @property
    def party(self) -> Party:
        """Its owner."""
        return Party(self.agency, self.name, self.external)

    @property
    def level(self) -> tuple[int, int]:
        """It stands after everything with a lower one: (0, rank) dated, (1, 0) `releases`, (2, rank) cascade."""
        return (2, self.rank) if self.measure == "cascade" else (1, 0) if self.measure == "releases" else (0, self.rank)

    @property
    def node(self) -> Node:
        """What a walk needs of it."""
        return Node(
            self.id,
            self.agency,
            self.level,
            measure=self.measure,
            delay=self.delay_days,
            own_days=self.own_days,
            shortfall=self.shortfall,
            own_units=self.own_units,
            raw=self.raw,
            raw_planned=self.raw_planned,
            missed=self.missed,
        )


@dataclass(frozen=True, slots=True)
class Need:
    """A row of read/needs: a requirement between dated things; see attribution.md 3 and questions.md 1.

    `owed_day` is where lateness starts.  `lowered` (0 to 1) is the part of what was owed that will never come, counted
    from `lowered_from_day`; `came_day` and `promised_for` are none where they are the cause's finish and amount.
    """

    cause: str
    affected: str
    lag: int
    need_day: int
    owed_day: int
    push_day: int
    counts: bool
    came_day: int | None
    promised_for: float | None
    lowered: float
    lowered_from_day: int


@dataclass(frozen=True, slots=True)
class Tie:
    """A row of read/ties: DELAYED (days), CUT (units), SUPPORTS (share) or COUNTS_IN; `stays` is a part (0 to 1).

    `unruled` are the days or units before rulings.
    """

    cause: str
    affected: str
    type: str
    days: float
    units: float
    unruled: float
    stays: float
    share: float
    outside: bool


@dataclass(frozen=True, slots=True)
class Signed:
    """A row of read/signed: an agreement, its tier, its official score and the percent of its weight that is due."""

    id: str
    plan_year: str
    tier: int
    agency: str
    name: str
    weight: float
    official: float
    measured: float


@dataclass(frozen=True)
class Snapshot:
    """What was read: `things` by id, `needs` and `ties` by what they affect, each by cause.

    `moving` are the things of which all needs and ties are here; the rest stands beside them.
    """

    status: Status
    things: Mapping[str, Thing]
    moving: frozenset[str]
    needs: Mapping[str, tuple[Need, ...]]
    ties: Mapping[str, tuple[Tie, ...]]

    @property
    def today(self) -> int:
        """The day of the assessment."""
        return 0 if self.status.as_of is None else (self.status.as_of - EPOCH).days

    @cached_property
    def held(self) -> Mapping[str, tuple[Need, ...]]:
        """Requirements by their cause."""
        return grouped((need.cause, need) for needs in self.needs.values() for need in needs)

    @cached_property
    def above(self) -> Mapping[str, tuple[Tie, ...]]:
        """Supports and counted releases by the thing that supports or counts."""
        upward = ("SUPPORTS", "COUNTS_IN")
        return grouped((tie.cause, tie) for ties in self.ties.values() for tie in ties if tie.type in upward)

    @cached_property
    def outside(self) -> frozenset[str]:
        """The codes of causes outside the plan, which rulings named."""
        return frozenset(t.cause for ties in self.ties.values() for t in ties if t.outside)

    @cached_property
    def web(self) -> Web:
        """Everything as a web to walk: days and units as they were ruled."""
        nodes = [*(thing.node for thing in self.things.values()), *(Node(k, k, (0, -1)) for k in sorted(self.outside))]
        return Web.of(nodes, flows_of(tie for k in self.moving for tie in self.ties.get(k, ())))

    def ranked(self, ids: Iterable[str]) -> list[str]:
        """The things of these ids, each after everything that affects it."""
        return sorted(ids, key=lambda k: (self.things[k].level, k))


def flows_of(ties: Iterable[Tie]) -> list[Flow]:
    """The flows of a walk: one for each pair, whatever ties it has."""
    found: dict[tuple[str, str], dict[str, Tie]] = {}
    for tie in ties:
        found.setdefault((tie.cause, tie.affected), {})[tie.type] = tie
    nothing = Tie("", "", "", 0.0, 0.0, 0.0, 0.0, 0.0, outside=False)
    return [
        Flow(
            cause,
            affected,
            days=by.get("DELAYED", nothing).days,
            units=by.get("CUT", nothing).units,
            share=by.get("SUPPORTS", nothing).share,
            counts_in="COUNTS_IN" in by,
            days_stay=by.get("DELAYED", nothing).stays,
            units_stay=by.get("CUT", nothing).stays,
        )
        for (cause, affected), by in found.items()
    ]


@dataclass(frozen=True, slots=True)
class Reached:
    """A row of read/downstream, read/upstream or report/everything: a thing, and whether it moves or stands beside."""

    id: str
    moves: bool


def whole(graph: Readable) -> Snapshot:
    """Read everything; five round trips. Raises NotAssessedError."""
    return _read(graph, assessed(graph), graph.read("report/everything", Reached))


def downstream(graph: Readable, ids: Collection[str]) -> Snapshot:
    """Read what the given deliverables can move, and what else reaches that; five round trips.

    Unknown ids are not in it.  Raises NotAssessedError.
    """
    return _read(graph, assessed(graph), graph.read("read/downstream", Reached, ids=sorted(ids)))


def upstream(graph: Readable, ids: Collection[str]) -> Snapshot:
    """Read where the given deliverables can have been moved from, and what else that requires; five round trips."""
    return _read(graph, assessed(graph), graph.read("read/upstream", Reached, ids=sorted(ids)))


def unfinished(graph: Readable) -> Snapshot:
    """Read what is not finished, and what else it requires; five round trips. Raises NotAssessedError."""
    return _read(graph, assessed(graph), graph.read("read/unfinished", Reached))


def _read(graph: Readable, known_by: Status, reached: Sequence[Reached]) -> Snapshot:
    moving = sorted(each.id for each in reached if each.moves)
    things = graph.read("read/facts", Thing, ids=sorted(each.id for each in reached))
    needs = sorted(graph.read("read/needs", Need, ids=moving), key=lambda n: (n.affected, n.cause))
    ties = sorted(graph.read("read/ties", Tie, ids=moving), key=lambda t: (t.affected, t.cause, t.type))
    return Snapshot(
        status=known_by,
        things={thing.id: thing for thing in things},
        moving=frozenset(moving),
        needs=grouped((need.affected, need) for need in needs),
        ties=grouped((tie.affected, tie) for tie in ties),
    )


def grouped(pairs: Iterable[tuple[str, Row]]) -> dict[str, tuple[Row, ...]]:
    """Rows by their key, in their order."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for key, row in pairs:
        found[key].append(row)
    return {key: tuple(rows) for key, rows in found.items()}
