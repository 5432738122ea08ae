"""Is everybody bound? Agreements by tier, and what hangs in the air: named agencies and targets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from graph_schema.answers.status import plan_years, status, year_of
from graph_schema.answers.tables import Party, PlanYear, Status
from graph_schema.graph import Readable

GapKind = Literal["no agreement", "no targets", "supports nothing", "nothing supports it", "no head post"]


@dataclass(frozen=True, slots=True)
class _Agency:
    agency: str
    name: str
    path: list[str]
    agreement: str | None
    targets: int
    head: str | None


@dataclass(frozen=True, slots=True)
class _Loose:
    id: str
    title: str
    agency: str
    name: str
    path: list[str]
    cascade: bool


@dataclass(frozen=True, slots=True)
class TierCoverage:
    """How many agencies of a tier there are, and how many have an agreement (with at least one target: `in_use`)."""

    tier: int
    agencies: int
    agreements: int
    in_use: int


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that no agreement reaches: `id` of an agency (no agreement, no head post), agreement or target.

    `path` holds the agencies from the root down to the one it is about; `tier` is its length.
    """

    kind: GapKind
    id: str
    title: str
    agency: Party
    tier: int
    path: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """The tiers of a plan year from the top, and the gaps: agencies first, by tier, then targets."""

    plan_year: PlanYear
    tiers: tuple[TierCoverage, ...]
    gaps: tuple[Gap, ...]
    text: str
    status: Status


def coverage(graph: Readable, plan_year: str | None = None) -> Coverage:
    """Answer for a plan year (none: the latest), assessed or not; four round trips. Raises UnknownPlanYearError."""
    year = year_of(plan_years(graph), plan_year)
    found = graph.read("read/coverage", _Agency, plan_year=year.id)
    loose = graph.read("read/loose_targets", _Loose, plan_year=year.id)
    bound = {a.agency for a in found if a.agreement}
    gaps = [gap for agency in found for gap in _gaps(agency)] + [gap for t in loose for gap in _loose(t, bound)]
    gaps.sort(key=lambda g: (_ORDER[g.kind], g.tier, g.id))
    tiers = tuple(_tier(tier, found) for tier in sorted({len(a.path) for a in found}))
    return Coverage(year, tiers, tuple(gaps), _text(tiers, gaps), status(graph))


def paths(graph: Readable, plan_year: str) -> dict[str, tuple[str, ...]]:
    """The agencies from the root down to each agency of a year's tree, itself included; one round trip."""
    return {a.agency: tuple(a.path) for a in graph.read("read/coverage", _Agency, plan_year=plan_year)}


_ORDER: Mapping[GapKind, int] = {
    "no agreement": 0,
    "no targets": 1,
    "supports nothing": 2,
    "nothing supports it": 3,
    "no head post": 4,
}


def _tier(tier: int, found: Sequence[_Agency]) -> TierCoverage:
    here = [a for a in found if len(a.path) == tier]
    bound = [a for a in here if a.agreement]
    return TierCoverage(tier, len(here), len(bound), sum(a.targets > 0 for a in bound))


def _gaps(each: _Agency) -> list[Gap]:
    party, tier, path = Party(each.agency, each.name, external=False), len(each.path), tuple(each.path)
    out = list[Gap]()
    if not each.agreement:
        text = "no agreement binds it in this year"
        out.append(Gap("no agreement", each.agency, each.name, party, tier, path, text))
    elif not each.targets:
        out.append(Gap("no targets", each.agreement, each.name, party, tier, path, "its agreement holds no target"))
    if not each.head:
        text = "no post heads it: its targets are nobody's by name"
        out.append(Gap("no head post", each.agency, each.name, party, tier, path, text))
    return out


def _loose(each: _Loose, bound: set[str]) -> list[Gap]:
    party, tier, path = Party(each.agency, each.name, external=False), len(each.path), tuple(each.path)
    if each.cascade:
        text = "a cascade that no target supports: it is never measured"
        return [Gap("nothing supports it", each.id, each.title, party, tier, path, text)]
    above = [agency for agency in each.path[:-1] if agency in bound]
    if not above:
        return []
    text = f"supports no target of {above[-1]}, nor of anybody else"
    return [Gap("supports nothing", each.id, each.title, party, tier, path, text)]


def _text(tiers: Sequence[TierCoverage], gaps: Sequence[Gap]) -> str:
    if not tiers:
        return "No agency stands in the tree of this year."
    bare = [t.tier for t in tiers if not t.agreements]
    missing = sum(g.kind == "no agreement" for g in gaps)
    agencies = sum(t.agencies for t in tiers)
    if not missing:
        out = f"Each of the {agencies:,} agencies has an agreement."
    elif bare:
        out = f"No agency of tier {', '.join(map(str, bare))} has an agreement; {missing:,} of {agencies:,} have none."
    else:
        out = f"{missing:,} of {agencies:,} agencies have no agreement."
    loose = sum(g.kind == "supports nothing" for g in gaps)
    if loose:
        out += (
            f" {loose:,} targets support nothing above them." if loose > 1 else " 1 target supports nothing above it."
        )
    return out
