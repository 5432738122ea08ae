"""The agencies of the graph, and the rows that a tier is divided into."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from graph_schema.answers.rounding import one, rounded_table
from graph_schema.answers.tables import Party
from graph_schema.graph import Readable

Standing = Literal["agency", "no agreement", "above the tier", "external", "not in the tree"]


@dataclass(frozen=True, slots=True)
class Member:
    """A row of read/tier_agencies: `lost` points of the agreement (unweighted), `measured` percent of it; 0 without."""

    agency: str
    name: str | None
    external: bool | None
    agreement: str | None
    weight: float | None
    lost: float
    measured: float


@dataclass(frozen=True, slots=True)
class Charge:
    """A row of read/charges: points × weight and days of `bearer` that began under `causer`."""

    bearer: str
    causer: str
    name: str | None
    external: bool | None
    depth: int | None
    points: float
    days: float


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a tier: an agency of it, or an owner outside it; lost and began in points × weight and in days."""

    party: Party
    standing: Standing
    member: Member | None
    lost: float
    began: float
    lost_days: float
    began_days: float

    @property
    def change(self) -> float:
        """Adjusted − official; 0 without an agreement."""
        return (self.lost - self.began) / self.member.weight if self.member and self.member.weight else 0.0


def agencies(graph: Readable) -> tuple[Party, ...]:
    """List every agency, those of the highest tier of any year first, then by id; outside ones last; one round trip."""
    return tuple(graph.read("read/agencies", Party))


@dataclass(frozen=True, slots=True)
class Meeting:
    """How often deliverables of `one` agency are required by, or support, those of the `other`."""

    one: str
    other: str
    times: int


def meetings(graph: Readable) -> tuple[Meeting, ...]:
    """List which agencies have to do with each other, over all plan years; one round trip."""
    return tuple(graph.read("read/meetings", Meeting))


@dataclass(frozen=True)
class Tier:
    """The rows of a tier, who affects whom among them, and the same rounded once for every table that shows it.

    `points_shown` and `days_shown` are by (bearer, causer): each row and column of them sums to its own rounded total.
    """

    rows: tuple[Row, ...]
    charges: tuple[Charge, ...]
    points_shown: Mapping[tuple[str, str], float]
    days_shown: Mapping[tuple[str, str], float]

    def lost_shown(self, bearer: str) -> float:
        """Points that a bearer lost, rounded."""
        return one(sum(v for (b, _), v in self.points_shown.items() if b == bearer))

    def began_shown(self, causer: str) -> float:
        """Points that began with a causer, rounded."""
        return one(sum(v for (_, c), v in self.points_shown.items() if c == causer))


def read_tier(graph: Readable, plan_year: str, tier: int) -> Tier:
    """Read the rows of a tier, and who affects whom among them; two round trips.

    Order: agencies with an agreement, the most lowered first; then the others by points that began there.
    """
    members = {m.agency: m for m in graph.read("read/tier_agencies", Member, plan_year=plan_year, tier=tier)}
    charges = tuple(graph.read("read/charges", Charge, plan_year=plan_year, tier=tier))
    rows = [_row(m.agency, m, charges, tier) for m in members.values()]
    outside = {c.causer for c in charges} - set(members)
    rows += [_row(agency, None, charges, tier) for agency in outside]
    kept = [r for r in rows if r.standing != "external" or r.began or r.began_days]
    kept.sort(key=lambda r: (r.member is None or r.member.agreement is None, r.change, -r.began, r.party.id))
    return Tier(tuple(kept), charges, _shown(charges, lambda c: c.points), _shown(charges, lambda c: c.days))


def _shown(charges: Sequence[Charge], value: Callable[[Charge], float]) -> dict[tuple[str, str], float]:
    exact = {(c.bearer, c.causer): value(c) for c in charges}
    bearers, causers = sorted({b for b, _ in exact}), sorted({c for _, c in exact})
    table = rounded_table([[exact.get((b, c), 0.0) for c in causers] for b in bearers])
    return {(b, c): v for b, row in zip(bearers, table, strict=True) for c, v in zip(causers, row, strict=True)}


def _row(agency: str, member: Member | None, charges: Sequence[Charge], tier: int) -> Row:
    mine = [c for c in charges if c.causer == agency]
    borne = [c for c in charges if c.bearer == agency]
    known = member or mine[0]
    weight = (member.weight if member else None) or 0.0
    return Row(
        party=Party(agency, known.name or agency, bool(known.external)),
        standing=_standing(member, mine, tier),
        member=member,
        lost=member.lost * weight if member else 0.0,
        began=sum(c.points for c in mine),
        lost_days=sum(c.days for c in borne),
        began_days=sum(c.days for c in mine),
    )


def _standing(member: Member | None, mine: Sequence[Charge], tier: int) -> Standing:
    if member and member.agreement:
        return "agency"
    if (member or mine[0]).external:
        return "external"
    if member:
        return "no agreement"
    depth = mine[0].depth
    return "not in the tree" if depth is None or depth >= tier else "above the tier"
