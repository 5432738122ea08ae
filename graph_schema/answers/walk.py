"""From a minister's cascade down to release and day: each step with its true weight and points."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from rapidfuzz import fuzz, process, utils

from graph_schema.answers import sentences
from graph_schema.answers.agencies import agencies
from graph_schema.answers.coverage import Gap, coverage
from graph_schema.answers.facts import day_of
from graph_schema.answers.names import outside
from graph_schema.answers.rounding import one, rounded
from graph_schema.answers.status import assessed, plan_years, year_of
from graph_schema.answers.tables import Party, PlanYear, Status
from graph_schema.answers.travel import Flow, Seed, Travelled, Web
from graph_schema.answers.under import Under, read_under
from graph_schema.graph import Readable
from graph_schema.question_errors import NotATargetError, UnknownDeliverableError

How = Literal["", "supports", "counts in", "held up", "cut"]
"""What a step did to the one above it: '' for a start of the walk."""

_NEAR = 60.0
_NAMES = 200_000


@dataclass(frozen=True, slots=True)
class _Start:
    id: str | None
    kind: str
    plan_year: str
    agency: str


@dataclass(frozen=True, slots=True)
class _Name:
    id: str
    title: str


@dataclass(frozen=True, slots=True)
class WalkStep:
    """One step down. `depth` 0 starts the walk; `above` is what it leads to; `again`: its own steps stand further up.

    `points`: points × weight of agreement that came this way from its `above` (of a start: what it lost itself),
    `share` the part of all that its `above` carried; what a step passes on is the sum over every way to it.
    `began`: of all that it carried, what began here (`began_shown` rounded so that it adds up over things).
    `weight` is percent of its agreement, `support_share` its share in the cascade above, `raw` 0–100.  `tier`: depth
    of its owner in the tree, 0 outside it; `post`: the post it is assigned to, else the one that heads its owner, ''
    none.  `days` are the days of the one above that it explains, `delay_days` its own delay.
    """

    thing: str
    title: str
    kind: str
    measure: str
    agency: Party
    tier: int
    post: str
    depth: int
    above: str
    how: How
    again: bool
    weight: float | None
    support_share: float | None
    raw: float | None
    due: bool
    points: float
    share: float
    began: float
    began_shown: float
    delay_days: float
    days: float
    planned: date | None
    came: date | None
    finished: bool


@dataclass(frozen=True, slots=True)
class TierPart:
    """Points that began under an agency of a tier, or with an owner that stands under none: its own row."""

    agency: Party
    points: float
    shown: float


@dataclass(frozen=True, slots=True)
class TierParts:
    """What was lost, by the agencies of a tier; Σ parts = the walk's points (1e-9), Σ shown = rounded."""

    tier: int
    parts: tuple[TierPart, ...]
    points: float


@dataclass(frozen=True, slots=True)
class Walk:
    """A walk down from one target, or from all targets of an agency's agreement. `points` = Σ began = Σ of each tier.

    `rolled_up`: largest difference between a cascade's raw score and the mean of its supports by share (0 but for
    rounding of sums).  `gaps`: agencies and targets under it that no agreement reaches.
    """

    plan_year: PlanYear
    start: str
    title: str
    points: float
    steps: tuple[WalkStep, ...]
    tiers: tuple[TierParts, ...]
    rolled_up: float
    gaps: tuple[Gap, ...]
    text: str
    status: Status


def walk(graph: Readable, start: str, plan_year: str | None = None) -> Walk:
    """Walk down from a target, or from an agency (its agreement of the plan year, none: the latest).

    Raises NotAssessedError, UnknownPlanYearError, NotATargetError, UnknownDeliverableError with the nearest ids.
    """
    known_by = assessed(graph)
    years = plan_years(graph)
    asked = year_of(years, plan_year)
    starts = graph.read("read/walk_start", _Start, id=start, plan_year=asked.id)
    if not starts:
        raise UnknownDeliverableError(start, _nearest(graph, start))
    target = next((s for s in starts if not s.agency), None)
    if target and target.kind != "target":
        raise NotATargetError(start, target.kind)
    year = year_of(years, target.plan_year) if target else asked
    ids = [target.id or start] if target else [s.id for s in starts if s.id]
    under, web = read_under(graph, ids, year.id)
    lost = {k: _lost(under[k], alone=target is not None) for k in ids}
    went = web.travel(*(Seed(k, lost=points) for k, points in lost.items()))
    steps = _steps(lost, under, web, went)
    points = sum(lost.values())
    top = {under[k].agency for k in ids} if target else {s.agency for s in starts}
    gaps = tuple(g for g in coverage(graph, year.id).gaps if top & set(g.path))
    names = {party.id: party for party in agencies(graph)}
    title = under[ids[0]].title if target else names[start].name
    return Walk(
        plan_year=year,
        start=start,
        title=title,
        points=points,
        steps=steps,
        tiers=_tiers(under, went, names),
        rolled_up=_rolled_up(under, web),
        gaps=gaps,
        text=_text(title, ids, points, under, went),
        status=known_by,
    )


def _lost(row: Under, *, alone: bool) -> float:
    """Points × weight of agreement; of a target in no agreement, asked for alone: those of its own score."""
    if row.loss:
        return row.loss * row.agreement_weight
    return 100 - row.raw if alone and row.agreement is None and row.raw is not None else 0.0


def _steps(lost: Mapping[str, float], under: Mapping[str, Under], web: Web, went: Travelled) -> tuple[WalkStep, ...]:
    """Depth first, heaviest first; what was shown already is not opened again."""
    out, seen = list[WalkStep](), set[str]()
    began = dict(zip(went.stayed, rounded(list(went.stayed.values())), strict=True))
    heaviest_last = sorted(lost, key=lambda k: (lost[k], k))
    stack: list[tuple[str, Flow | None, int]] = [(k, None, 0) for k in heaviest_last]
    while stack:
        thing, flow, depth = stack.pop()
        again = thing in seen
        seen.add(thing)
        points = went.carried.get((flow.cause, flow.affected), 0.0) if flow else lost[thing]
        out.append(_step(under[thing], flow, depth, went, points=points, again=again, began=began.get(thing, 0.0)))
        if again:
            continue
        below = [f for f in web.into.get(thing, ()) if f.share > 0 or (f.cause, thing) in went.carried]
        below.sort(key=lambda f: (went.carried.get((f.cause, thing), 0.0), f.cause))
        stack += [(f.cause, f, depth + 1) for f in below]
    return tuple(out)


def _step(
    row: Under, flow: Flow | None, depth: int, went: Travelled, *, points: float, again: bool, began: float
) -> WalkStep:
    above = went.through.get(flow.affected, 0.0) if flow else points
    return WalkStep(
        thing=row.id,
        title=row.title,
        kind=row.kind,
        measure=row.measure or "",
        agency=row.party,
        tier=len(row.path),
        post=row.post or row.head or "",
        depth=depth,
        above=flow.affected if flow else "",
        how=_how(flow),
        again=again,
        weight=row.weight if row.agreement else None,
        support_share=flow.share if flow and flow.share > 0 else None,
        raw=row.raw if row.kind == "target" else None,
        due=row.due,
        points=points,
        share=points / above if above else 0.0,
        began=went.stayed.get(row.id, 0.0),
        began_shown=began,
        delay_days=row.delay_days or 0.0,
        days=flow.days if flow else 0.0,
        planned=day_of(row.planned_day),
        came=day_of(row.finish_day),
        finished=row.finished,
    )


def _how(flow: Flow | None) -> How:
    if flow is None:
        return ""
    if flow.share > 0:
        return "supports"
    if flow.counts_in:
        return "counts in"
    return "held up" if flow.days > 0 else "cut"


def _tiers(under: Mapping[str, Under], went: Travelled, names: Mapping[str, Party]) -> tuple[TierParts, ...]:
    """What began under each agency of each tier that the owners of the steps stand in."""
    depth = max((len(under[k].path) for k in went.through), default=0)
    out = list[TierParts]()
    for tier in range(1, max(1, depth) + 1):
        sums: dict[str, float] = {}
        for thing, points in went.stayed.items():
            path = under[thing].path
            row = path[tier - 1] if len(path) >= tier else under[thing].agency
            sums[row] = sums.get(row, 0.0) + points
        order = sorted(sums, key=lambda a: (-sums[a], a))
        shown = rounded([sums[a] for a in order])
        parts = [TierPart(names.get(a, outside(a)), sums[a], s) for a, s in zip(order, shown, strict=True)]
        out.append(TierParts(tier, tuple(parts), sum(sums.values())))
    return tuple(out)


def _rolled_up(under: Mapping[str, Under], web: Web) -> float:
    """The largest difference between a cascade's raw score and what its supports roll up to."""
    worst = 0.0
    for row in under.values():
        supports = [f for f in web.into.get(row.id, ()) if f.share > 0]
        if row.measure == "cascade" and supports and row.raw is not None:
            shares = sum(f.share for f in supports)
            mean = sum(f.share * web.nodes[f.cause].raw for f in supports) / shares
            worst = max(worst, abs(mean - row.raw))
    return worst


def _text(title: str, ids: Sequence[str], points: float, under: Mapping[str, Under], went: Travelled) -> str:
    if not ids:
        return f"{title} has no agreement with targets in this year."
    if one(points) == 0:
        due = any(under[k].due for k in ids)
        return f"{title} lost nothing so far." if due else f"{title}: nothing is due yet."
    most = max(went.stayed, key=lambda k: (went.stayed[k], k))
    whole, part = sentences.amount(one(points), "points"), sentences.number(one(went.stayed[most]))
    where = f"in {sentences.named(under[most].name)} with “{under[most].title}”"
    if part == sentences.number(one(points)):
        return f"{title} lost {whole}, which began {where}."
    return f"{title} lost {whole}; the largest part, {part}, began {where}."


def _nearest(graph: Readable, asked: str) -> tuple[tuple[str, str], ...]:
    names = {n.id: n.title for n in graph.read("read/names", _Name, limit=_NAMES)}
    names |= {party.id: party.name for party in agencies(graph)}
    found: Iterable[tuple[str, float, str]] = process.extract(
        asked, {k: k for k in names}, scorer=fuzz.WRatio, processor=utils.default_process, limit=3, score_cutoff=_NEAR
    )
    return tuple((k, names[k]) for _, _, k in found)
