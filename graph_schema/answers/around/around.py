"""What stands around things of a plan and agencies: the nodes and relations of a map of the graph."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from graph_schema import policy
from graph_schema.answers.affects import Matrix
from graph_schema.answers.agencies import agencies
from graph_schema.answers.around.rows import RELATIONS, Asked, Edge, Group, Key, Kind, Node, NodeState, Surroundings
from graph_schema.answers.around.rows import Relation as Related
from graph_schema.answers.facts import day_of
from graph_schema.answers.matrix import matrix
from graph_schema.answers.names import unknown_agency, unknown_deliverable
from graph_schema.answers.status import assessed, plan_years, year_of
from graph_schema.answers.tables import Party
from graph_schema.graph import Readable


@dataclass(frozen=True, slots=True)
class _Around:
    kind: Kind
    id: str
    relation: Related
    outward: bool
    other_kind: Kind
    other: str
    of: int


@dataclass(frozen=True, slots=True)
class OnMap:
    """A row of read/on_map: a node; days are day numbers."""

    kind: Kind
    id: str
    title: str
    type: str
    measure: str
    agency: str
    name: str
    external: bool
    path: Sequence[str]
    planned_day: int | None
    finish_day: int | None
    finished: bool
    due: bool
    delay_days: float
    shortfall: float
    unit: str
    raw: float | None
    loss: float

    @property
    def key(self) -> Key:
        """Its name on the map."""
        return Key(self.kind, self.id)


@dataclass(frozen=True, slots=True)
class _Between:
    kind: Kind
    id: str
    relation: Related
    other_kind: Kind
    other: str
    days: float
    units: float
    counts: bool
    share: float


@dataclass
class _Drawn:
    """Nodes in the order in which they came, each with the group that brought it."""

    brought: dict[Key, Group | None] = field(default_factory=dict[Key, Group | None])
    groups: list[Group] = field(default_factory=list[Group])

    def add(self, keys: Iterable[Key]) -> None:
        for key in keys:
            if len(self.brought) < policy.MAP_NODES:
                self.brought.setdefault(key, None)

    def open(self, rows: Sequence[_Around]) -> None:
        """Bring what one node's rows say, a group for each relation, side and kind."""
        found: dict[tuple[Related, bool, Kind], list[_Around]] = {}
        for row in rows:
            found.setdefault((row.relation, row.outward, row.other_kind), []).append(row)
        for (relation, outward, kind), several in sorted(found.items(), key=lambda g: RELATIONS.index(g[0][0])):
            group = Group(Key(several[0].kind, several[0].id), relation, outward, kind, several[0].of, ())
            shown = list[Key]()
            for row in several:
                key = Key(kind, row.other)
                if key in self.brought or len(self.brought) < policy.MAP_NODES:
                    self.brought.setdefault(key, group)
                    shown.append(key)
            self.groups.append(replace(group, shown=tuple(shown)))


def surroundings(graph: Readable, asked: Asked) -> Surroundings:
    """Draw the map that is asked for; at most nine round trips, whatever its size.

    Raises NotAssessedError, UnknownPlanYearError, and UnknownDeliverableError or UnknownAgencyError where nothing of
    the start is in the graph.
    """
    known_by = assessed(graph)
    year = year_of(plan_years(graph), asked.plan_year)
    flows = matrix(graph, year.id, asked.tier) if not asked.start and asked.tier in year.tiers else None
    drawn = _Drawn()
    drawn.add(asked.start or _first(graph, flows))
    _opened(graph, asked, year.id, drawn)
    drawn.add(asked.kept)
    facts = {row.key: row for row in graph.read("read/on_map", OnMap, asked=_named(drawn.brought), plan_year=year.id)}
    _check(graph, asked, facts)
    nodes = tuple(_node(facts[key], group, flows) for key, group in drawn.brought.items() if key in facts)
    heavy, light = _flows(flows, facts)
    between = graph.read("read/between", _Between, asked=_named(facts), plan_year=year.id)
    return Surroundings(
        plan_year=year,
        nodes=nodes,
        edges=(*heavy, *map(_edge, between)),
        groups=tuple(drawn.groups),
        left_out=light,
        text=flows.text if flows else "",
        unknown=tuple(key for key in (*asked.start, *asked.kept) if key not in facts),
        status=known_by,
    )


def _first(graph: Readable, flows: Matrix | None) -> list[Key]:
    """Where nothing is named: the agencies that affect each other, else those that stand highest.

    A cause outside, which a ruling named, stands among the agencies under its code.
    """
    if flows is None:
        return [Key("agency", party.id) for party in agencies(graph)[: policy.MAP_FLOWS]]
    heads = {h.key: h.agency for h in (*flows.bearers, *flows.causers) if h.agency}
    outside = [Key("outside", party.id) for party in heads.values() if party.external]
    return [*(Key("agency", key) for key in heads), *outside]


def _opened(graph: Readable, asked: Asked, plan_year: str, drawn: _Drawn) -> None:
    times = Counter(asked.opened)
    if not times:
        return
    wanted = [{"kind": k.kind, "id": k.id, "most": policy.MAP_NEXT * n} for k, n in times.items()]
    rows: dict[Key, list[_Around]] = {}
    for row in graph.read("read/around", _Around, asked=wanted, plan_year=plan_year):
        rows.setdefault(Key(row.kind, row.id), []).append(row)
    for key in times:
        if key in drawn.brought:  # what was opened within something that is closed again comes back with it
            drawn.open(rows.get(key, []))


def _check(graph: Readable, asked: Asked, facts: Mapping[Key, OnMap]) -> None:
    if asked.start and not any(key in facts for key in asked.start):
        first = asked.start[0]
        raise unknown_agency(graph, first.id) if first.kind == "agency" else unknown_deliverable(graph, first.id)


def _named(keys: Iterable[Key]) -> list[dict[str, Any]]:
    return [{"kind": key.kind, "id": key.id} for key in keys]


def _node(row: OnMap, group: Group | None, flows: Matrix | None) -> Node:
    head = next((h for h in (*flows.bearers, *flows.causers) if h.key == row.id), None) if flows else None
    agency = head if row.kind in ("agency", "outside") else None
    return Node(
        key=row.key,
        title=row.title,
        type=row.type,
        measure=row.measure,
        agency=Party(row.agency, row.name, row.external),
        path=tuple(row.path),
        planned=day_of(row.planned_day),
        came=day_of(row.finish_day),
        finished=row.finished,
        state=_state(row),
        delay_days=row.delay_days,
        shortfall=row.shortfall if row.due else 0.0,
        unit=row.unit,
        raw=row.raw,
        loss=row.loss,
        brought_by=group,
        lost=agency.lost_shown if agency else None,
        began=agency.began_shown if agency else None,
    )


def _state(row: OnMap) -> NodeState:
    if row.kind != "thing":
        return ""
    if row.measure in ("cascade", "releases"):
        return "to come" if not row.due else "lost" if row.raw is not None and row.raw < 100 else "in time"  # noqa: PLR2004
    if row.planned_day is None:
        return ""
    if row.due and row.shortfall > 0:
        return "short"
    if row.delay_days > 0:
        return "late"
    return "in time" if row.due or row.finished else "to come"


def _flows(flows: Matrix | None, facts: Mapping[Key, OnMap]) -> tuple[list[Edge], int]:
    """The heaviest flows from the agency where they began to the one that lost them, and how many are lighter."""
    if flows is None:
        return [], 0
    ends = {key.id: key for key in facts if key.kind in ("agency", "outside")}
    cells = [c for c in flows.cells if c.bearer != c.causer and c.bearer in ends and c.causer in ends]
    cells.sort(key=lambda c: (-c.points, -c.days, c.bearer, c.causer))
    shown = [
        Edge(ends[c.causer], ends[c.bearer], "flow", days=c.days_shown, points=c.points_shown)
        for c in cells[: policy.MAP_FLOWS]
    ]
    return shown, len(cells) - len(shown)


def _edge(row: _Between) -> Edge:
    return Edge(
        Key(row.kind, row.id),
        Key(row.other_kind, row.other),
        row.relation,
        days=row.days,
        units=row.units,
        counts=row.counts,
        share=row.share,
    )
