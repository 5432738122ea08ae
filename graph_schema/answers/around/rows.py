"""What a map of the graph is made of: nodes, relations among them, and what was left out, as frozen rows."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph_schema.answers.tables import Party, PlanYear, Status

Kind = Literal["thing", "agency", "agreement", "line", "promise", "outside"]
"""thing: a target, release or milestone; line: a budget line; promise: a target of a five-year plan."""

Relation = Literal["flow", "needs", "supports", "ruled", "belongs", "agreement", "money", "five years"]
"""flow: points or days of one agency's targets that began in another; the others join two nodes of the graph."""

NodeState = Literal["late", "short", "lost", "in time", "to come", ""]
"""late: days; short: units of a quantity; lost: points of a cascade or `releases` target; '': nothing to say."""

KINDS: tuple[Kind, ...] = ("thing", "agency", "agreement", "line", "promise", "outside")
RELATIONS: tuple[Relation, ...] = ("flow", "needs", "supports", "ruled", "belongs", "agreement", "money", "five years")
STATES: tuple[NodeState, ...] = ("late", "short", "lost", "in time", "to come")


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """Names a node: its kind and its id (unique in its kind)."""

    kind: Kind
    id: str


@dataclass(frozen=True, slots=True)
class Group:
    """What stands around `at` by one relation, on one side: `of` nodes of a kind, of which `shown` are on the map.

    `outward`: the relation leads from `at` to them.
    """

    at: Key
    relation: Relation
    outward: bool
    kind: Kind
    of: int
    shown: tuple[Key, ...]

    @property
    def left_out(self) -> int:
        """How many are not on the map."""
        return self.of - len(self.shown)


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the map. `type`: target, release, milestone, or its kind. `path`: agencies from the root to its owner.

    `brought_by`: the group that brought it, none for one that was there from the start.  `planned` is the promised
    day, `came` the day it finished or is expected to (`finished` tells which); none where it has no day.  `shortfall`
    is in `unit`; `loss` are points of its agreement; `raw` 0–100, none without a score.  Of an agency in the picture
    of who affects whom: points that it `lost`, and that `began` in it (none elsewhere).
    """

    key: Key
    title: str
    type: str
    measure: str
    agency: Party
    path: tuple[str, ...]
    planned: date | None
    came: date | None
    finished: bool
    state: NodeState
    delay_days: float
    shortfall: float
    unit: str
    raw: float | None
    loss: float
    brought_by: Group | None = None
    lost: float | None = None
    began: float | None = None

    @property
    def tier(self) -> int:
        """How deep its agency stands in the tree of its plan year; 0 outside it."""
        return len(self.path)


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation between two nodes, from the one that affects (or belongs) to the one affected (or that holds it).

    `days` and `units`: what a delay or shortfall travelled by it; of a flow, days and `points` × agreement weight.
    `counts` false: a requirement not agreed in time. `share` in the cascade above, 0 elsewhere.
    """

    cause: Key
    affected: Key
    relation: Relation
    days: float = 0.0
    units: float = 0.0
    points: float = 0.0
    counts: bool = True
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Asked:
    """What a map starts from and what is opened on it. No `start`: the agencies of the tier, and who affects whom.

    `opened`: whose surroundings are shown, in that order; one named twice shows twice as many of each relation.
    `kept`: what stays whatever is opened.
    """

    plan_year: str
    tier: int
    start: tuple[Key, ...] = ()
    opened: tuple[Key, ...] = ()
    kept: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A map: `nodes` in the order in which they came, at most policy.MAP_NODES of them, and every relation among them.

    `left_out`: flows lighter than those that are shown; `text` names the heaviest one ('' where there are none).
    `unknown`: what was asked for and is not in the graph.
    """

    plan_year: PlanYear
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    groups: tuple[Group, ...]
    left_out: int
    text: str
    unknown: tuple[Key, ...]
    status: Status


@dataclass(frozen=True, slots=True)
class Filter:
    """What of a map is looked at; empty: everything. Agencies with all under them, days inclusive.

    A thing is within the days where its planned or its actual (expected) day is, or the days between the two meet them.
    What has no tier, no status or no day passes the filter of tiers, statuses or days.
    """

    without: Collection[Relation] = ()
    agency: str = ""
    tiers: Collection[int] = ()
    states: Collection[NodeState] = ()
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """The shortest way by which one affects the other: `stops` from cause to effect; empty: there is none.

    `travelled`: lateness, shortage or loss came this way; else it only could.  `back`: it leads from the second that
    was named to the first.  Of an agency the stops begin (or end) with it and those under it down to the owner;
    `titles` are theirs.
    """

    start: Key
    to: Key
    travelled: bool
    back: bool
    stops: tuple[Key, ...]
    titles: tuple[str, ...]
    text: str
    status: Status
