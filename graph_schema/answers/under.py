"""What given targets lost and what that came through: deliverables with their owners' places, and the flows between."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

from graph_schema.answers.tables import Party
from graph_schema.answers.travel import Flow, Node, Web
from graph_schema.causes import name_of, title_of
from graph_schema.graph import Readable


@dataclass(frozen=True, slots=True)
class Under:
    """A row of read/under. Days are day numbers; `head` is the post that heads the owner, `post` the one assigned."""

    id: str
    title: str
    kind: str
    measure: str | None
    agency: str
    name: str
    external: bool
    path: list[str]
    head: str | None
    head_title: str | None
    post: str | None
    post_title: str | None
    agreement: str | None
    agreement_weight: float
    weight: float | None
    rank: int | None
    due: bool
    planned_day: int | None
    finish_day: int | None
    finished: bool
    delay_days: float | None
    own_days: float | None
    shortfall: float | None
    own_units: float | None
    unit: str | None
    raw: float | None
    raw_planned: float | None
    loss: float | None
    missed: float | None

    @property
    def party(self) -> Party:
        """Its owner."""
        return Party(self.agency, self.name, self.external)

    @property
    def node(self) -> Node:
        """What the walk needs of it; what the assessment left empty is nothing lost and nothing late."""
        measure, rank = self.measure or "", self.rank or 0
        return Node(
            id=self.id,
            owner=self.agency,
            level=(2, rank) if measure == "cascade" else (1, 0) if measure == "releases" else (0, rank),
            measure=measure,
            delay=self.delay_days or 0.0,
            own_days=self.own_days or 0.0,
            shortfall=self.shortfall or 0.0,
            own_units=self.own_units or 0.0,
            raw=100.0 if self.raw is None else self.raw,
            raw_planned=100.0 if self.raw_planned is None else self.raw_planned,
            missed=self.missed or 0.0,
        )


@dataclass(frozen=True, slots=True)
class FlowRow:
    """A row of read/flows."""

    cause: str
    affected: str
    outside: bool
    type: str
    days: float | None
    units: float | None
    share: float | None
    stays: float | None

    def joined(self, flow: Flow) -> Flow:
        """Put this relation into what is known already of what the two did to each other."""
        supports = self.type == "SUPPORTS"
        return Flow(
            flow.cause,
            flow.affected,
            days=flow.days + (self.days or 0.0 if self.type == "DELAYED" else 0.0),
            units=flow.units + (self.units or 0.0 if self.type == "CUT" else 0.0),
            share=(1.0 if self.share is None else self.share) if supports else flow.share,
            counts_in=flow.counts_in or self.type == "COUNTS_IN",
            days_stay=(self.stays or 0.0) if self.type == "DELAYED" else flow.days_stay,
            units_stay=(self.stays or 0.0) if self.type == "CUT" else flow.units_stay,
        )


def read_under(graph: Readable, ids: Sequence[str], plan_year: str) -> tuple[Mapping[str, Under], Web]:
    """Read what is under the targets of those ids, and the web of it; two round trips.

    A cause outside is a thing of kind 'outside', owned by itself: its id is its code.
    """
    found = {row.id: row for row in graph.read("read/under", Under, ids=list(ids), plan_year=plan_year)}
    flows: dict[tuple[str, str], Flow] = {}
    for row in graph.read("read/flows", FlowRow, ids=list(found)):
        if row.outside:
            found.setdefault(row.cause, outside(row.cause))
        pair = (row.affected, row.cause)
        flows[pair] = row.joined(flows.get(pair, Flow(row.cause, row.affected)))
    return found, Web.of((row.node for row in found.values()), flows.values())


def outside(code: str) -> Under:
    """Stand for a cause outside: nothing is passed on from it."""
    empty = dict.fromkeys(f.name for f in fields(Under))
    known = {
        "id": code,
        "title": title_of(code),
        "agency": code,
        "name": name_of(code),
        "kind": "outside",
        "external": True,
        "path": [],
    }
    return Under(**{**empty, **known, "agreement_weight": 1.0, "due": False, "finished": False})  # pyright: ignore[reportArgumentType]
