"""The agencies of the graph, and the rows that a tier is divided into."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from graph_schema.answers.basis import Charged
from graph_schema.answers.rounding import one, rounded_table
from graph_schema.answers.tables import Party
from graph_schema.graph import Readable
from graph_schema.question_errors import NoSuchTierError

Standing = Literal["agency", "no agreement", "above the tier", "external", "not in the tree"]


@dataclass(frozen=True, slots=True)
class Member:
    """A row of read/tier_agencies: `lost` points of the agreement (unweighted), `measured` percent of it; 0 without."""

    tier: int
    agency: str
    name: str | None
    external: bool | None
    agreement: str | None
    weight: float | None
    lost: float
    measured: float


@dataclass(frozen=True, slots=True)
class Charge:
    """A row of read/charges: points × weight and days of `bearer` that began under `causer`; `kin`: of one branch."""

    bearer: str
    causer: str
    name: str | None
    external: bool | None
    depth: int | None
    kin: bool
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
    """The rows of a tier, who affects whom, and the same rounded once for every table that shows it.

    `rows` are those of the tier that lost, `causers` those of the tier where it began: the same where it is one tier.
    `points_shown` and `days_shown` are by (bearer, causer): each row and column of them sums to its own rounded total.
    """

    rows: tuple[Row, ...]
    causers: tuple[Row, ...]
    charges: tuple[Charge, ...]
    points_shown: Mapping[tuple[str, str], float]
    days_shown: Mapping[tuple[str, str], float]

    def lost_shown(self, bearer: str) -> float:
        """Points that a bearer lost, rounded."""
        return one(sum(v for (b, _), v in self.points_shown.items() if b == bearer))

    def began_shown(self, causer: str) -> float:
        """Points that began with a causer, rounded."""
        return one(sum(v for (_, c), v in self.points_shown.items() if c == causer))


def read_tier(
    graph: Readable, plan_year: str, tier: int, by_tier: int | None = None, basis: Charged = "CHARGED"
) -> Tier:
    """Read the rows of a tier, and who affects whom: by rows of the same tier, or of another; two round trips.

    Order: agencies with an agreement, the most lowered first; then the others by points that began there.
    Raises NoSuchTierError where no agency stands at `by_tier`.
    """
    by_tier = by_tier or tier
    found = members(graph, plan_year, {tier, by_tier}, basis)
    charges = tuple(graph.read("read/charges", Charge, plan_year=plan_year, tier=tier, by_tier=by_tier, charged=basis))
    shown = _shown(charges, lambda c: c.points), _shown(charges, lambda c: c.days)
    above, below = ([m for m in found if m.tier == each] for each in (tier, by_tier))
    if tier == by_tier:
        rows = _rows(above, charges, charges, tier)
        return Tier(rows, rows, charges, *shown)
    if not below:
        raise NoSuchTierError(by_tier, plan_year)
    nothing_lost = [replace(m, lost=0.0) for m in below]
    return Tier(_rows(above, charges, (), tier), _rows(nothing_lost, (), charges, by_tier), charges, *shown)


def members(graph: Readable, plan_year: str, tiers: Collection[int], basis: Charged = "CHARGED") -> list[Member]:
    """Read the agencies of some tiers with what their agreements lost, by tier and id; one round trip."""
    first = basis == "CHARGED_FIRST"
    return graph.read("read/tier_agencies", Member, plan_year=plan_year, tiers=sorted(tiers), first=first)


def _rows(found: Sequence[Member], borne: Sequence[Charge], begun: Sequence[Charge], tier: int) -> tuple[Row, ...]:
    known = {m.agency for m in found}
    rows = [_row(m.agency, m, borne, begun, tier) for m in found]
    rows += [_row(agency, None, borne, begun, tier) for agency in {c.causer for c in begun} - known]
    kept = [r for r in rows if r.standing != "external" or r.began or r.began_days]
    kept.sort(key=lambda r: (r.member is None or r.member.agreement is None, r.change, -r.began, r.party.id))
    return tuple(kept)


def _shown(charges: Sequence[Charge], value: Callable[[Charge], float]) -> dict[tuple[str, str], float]:
    exact = {(c.bearer, c.causer): value(c) for c in charges}
    bearers, causers = sorted({b for b, _ in exact}), sorted({c for _, c in exact})
    table = rounded_table([[exact.get((b, c), 0.0) for c in causers] for b in bearers])
    return {(b, c): v for b, row in zip(bearers, table, strict=True) for c, v in zip(causers, row, strict=True)}


def _row(agency: str, member: Member | None, borne: Sequence[Charge], begun: Sequence[Charge], tier: int) -> Row:
    mine = [c for c in begun if c.causer == agency]
    known = member or mine[0]
    weight = (member.weight if member else None) or 0.0
    return Row(
        party=Party(agency, known.name or agency, bool(known.external)),
        standing=_standing(member, mine, tier),
        member=member,
        lost=member.lost * weight if member else 0.0,
        began=sum(c.points for c in mine),
        lost_days=sum(c.days for c in borne if c.bearer == agency),
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
