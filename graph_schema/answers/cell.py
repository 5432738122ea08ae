"""One cell of the matrix opened: the bearer's targets behind it, and the causer's deliverables where it began."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph_schema.answers import sentences
from graph_schema.answers.affects import Cell, CellRoot, CellTarget, CellWay
from graph_schema.answers.agencies import read_tier
from graph_schema.answers.basis import Basis, charged, differs
from graph_schema.answers.facts import Borne, Link, Relation, links_of, node_of
from graph_schema.answers.matrix import basis_notes
from graph_schema.answers.rounding import one, rounded_to
from graph_schema.answers.status import assessed, chosen, plan_years
from graph_schema.answers.tables import Party
from graph_schema.answers.travel import Web
from graph_schema.graph import Readable
from graph_schema.question_errors import UnknownRowError

_DUST = 1e-9


@dataclass(frozen=True, slots=True)
class _Root:
    thing: str
    title: str
    agency: str
    name: str | None
    external: bool | None
    delay_days: float | None
    points: float
    days: float


@dataclass(frozen=True)
class _Behind:
    """What is behind a bearer: its targets' causes, and which part of each began under each row."""

    facts: Mapping[str, Borne]
    links: Sequence[Link]
    reached: Mapping[str, Mapping[str, float]]
    lost: Mapping[str, Mapping[str, float]]


def cell(
    graph: Readable,
    plan_year: str | None,
    tier: int,
    bearer: str,
    causer: str,
    *,
    by_tier: int | None = None,
    basis: Basis = "in force",
) -> Cell:
    """Open a cell of a matrix of a plan year (none: the latest); seven round trips.

    The parts add up to the points and days that the matrix shows there (rounded with its rows and columns).
    Raises NotAssessedError, UnknownPlanYearError, UnknownTierError, NoSuchTierError, and UnknownRowError for a key that
    the matrix does not have (what lies beyond its rows is opened by the single agencies).
    """
    known_by = assessed(graph)
    year = chosen(plan_years(graph), plan_year, tier)
    by_tier, kind = by_tier or tier, charged(basis, known_by)
    read = read_tier(graph, year.id, tier, by_tier, kind)
    bearers = {r.party.id: r.party for r in read.rows if r.standing == "agency"}
    causers = {r.party.id: r.party for r in read.causers}
    if bearer not in bearers:
        raise UnknownRowError(bearer, tier, "row", tuple(bearers))
    if causer not in causers:
        raise UnknownRowError(causer, by_tier, "column", tuple(causers))
    roots = graph.read(
        "read/borne_roots", _Root, plan_year=year.id, by_tier=by_tier, bearer=bearer, causer=causer, charged=kind
    )
    points, days = sum(r.points for r in roots), sum(r.days for r in roots)
    pair = (bearer, causer)
    points_shown, days_shown = read.points_shown.get(pair, 0.0), read.days_shown.get(pair, 0.0)
    travelled = kind != "CHARGED_FIRST"
    behind = (
        _behind(graph, year.id, by_tier, bearer, unruled=kind == "CHARGED_UNRULED")
        if travelled
        else _Behind({}, (), {}, {})
    )
    targets = _targets(behind, causer, points_shown, days_shown) if travelled else ()
    return Cell(
        plan_year=year,
        tier=tier,
        by_tier=by_tier,
        basis=basis,
        bearer=bearers[bearer],
        causer=causers[causer],
        points=points,
        points_shown=points_shown,
        days=days,
        days_shown=days_shown,
        targets=targets,
        roots=_roots(roots, points_shown, days_shown),
        way=_way(behind, targets, causer),
        text=_text(bearers[bearer], causers[causer], points_shown, days_shown),
        notes=(
            *basis_notes(basis, same=not differs(basis, known_by)),
            *([] if travelled else ["Of the first promise is kept where points and days began, not by which targets."]),
        ),
        direct=_direct(behind, causer),
        status=known_by,
    )


def _behind(graph: Readable, plan_year: str, by_tier: int, bearer: str, *, unruled: bool) -> _Behind:
    rows = graph.read("read/borne", Borne, plan_year=plan_year, by_tier=by_tier, agency=bearer)
    facts = {f.id: f for f in rows}
    relations = graph.read("read/relations", Relation, ids=sorted(facts), focus="")
    links = links_of(relations, unruled=unruled)
    web = Web.of((node_of(f, unruled=unruled) for f in facts.values()), (link.flow for link in links))
    reached, lost = web.makeup({k: f.row for k, f in facts.items()})
    return _Behind(facts, links, reached, lost)


def _targets(behind: _Behind, causer: str, points: float, days: float) -> tuple[CellTarget, ...]:
    found = list[tuple[Borne, float, float, float]]()
    for fact in behind.facts.values():
        whole = (fact.loss or 0.0) * fact.agreement_weight if fact.promised else 0.0
        lost = whole * behind.lost[fact.id].get(causer, 0.0)
        late = (fact.delay_days or 0.0) * behind.reached[fact.id].get(causer, 0.0) if fact.borne else 0.0
        if lost > _DUST or late > _DUST:
            found.append((fact, whole, lost, late))
    found.sort(key=lambda f: (-f[2], -f[3], f[0].id))
    shown = rounded_to([f[2] for f in found], points)
    late_shown = rounded_to([f[3] for f in found], days)
    return tuple(
        CellTarget(
            thing=fact.id,
            title=fact.title,
            agency=Party(fact.agency, fact.name or fact.agency, bool(fact.external)),
            measure=fact.measure or "",
            delay_days=fact.delay_days or 0.0,
            days=late,
            days_shown=d,
            loss=whole,
            points=lost,
            points_shown=p,
        )
        for (fact, whole, lost, late), p, d in zip(found, shown, late_shown, strict=True)
    )


def _roots(roots: Sequence[_Root], points: float, days: float) -> tuple[CellRoot, ...]:
    shown = rounded_to([r.points for r in roots], points)
    late_shown = rounded_to([r.days for r in roots], days)
    return tuple(
        CellRoot(
            thing=r.thing,
            title=r.title,
            agency=Party(r.agency, r.name or r.agency, bool(r.external)),
            delay_days=r.delay_days or 0.0,
            points=r.points,
            points_shown=p,
            days=r.days,
            days_shown=d,
        )
        for r, p, d in zip(roots, shown, late_shown, strict=True)
    )


def _direct(behind: _Behind, causer: str) -> bool:
    """Tell whether something of the causer's is the bearer's, or reached it without a third between."""
    facts = behind.facts
    return any(f.mine and f.row == causer for f in facts.values()) or any(
        link.cause in facts
        and link.affected in facts
        and facts[link.cause].row == causer
        and facts[link.affected].mine
        and (link.days > 0 or link.units > 0 or link.flow.share > 0 or link.flow.counts_in)
        for link in behind.links
    )


def _way(behind: _Behind, targets: Sequence[CellTarget], causer: str) -> tuple[CellWay, ...]:
    """The heaviest way from a deliverable of the causer to the first target behind the cell, cause first."""
    if not targets:
        return ()
    at, out = targets[0].thing, list[CellWay]()
    into: dict[str, list[Link]] = {}
    for link in behind.links:
        if link.cause in behind.facts:
            into.setdefault(link.affected, []).append(link)
    seen = {at}
    while True:
        out.append(_stop(behind.facts[at], behind.reached[at].get(causer, 0.0)))
        steps = [
            (_weight(link, behind) * behind.reached[link.cause].get(causer, 0.0), link.cause)
            for link in into.get(at, ())
            if link.cause not in seen
        ]
        weight, cause = max(steps, default=(0.0, ""))
        if weight <= 0 or (behind.facts[at].row == causer and weight < 1 / 2):
            return tuple(reversed(out))
        seen.add(cause)
        at = cause


def _weight(link: Link, behind: _Behind) -> float:
    """Its part of what the affected one passes on, 0 to 1, by the first kind that it has."""
    fact = behind.facts[link.affected]
    if link.days and fact.delay_days:
        return link.days / fact.delay_days
    if link.units and fact.shortfall:
        return link.units / fact.shortfall
    if link.flow.counts_in and fact.missed:
        return (behind.facts[link.cause].missed or 0.0) / fact.missed
    raw = behind.facts[link.cause].raw
    if link.flow.share and fact.lost_below and raw is not None:
        return link.flow.share * (100 - raw) / fact.lost_below
    return 0.0


def _stop(fact: Borne, part: float) -> CellWay:
    party = Party(fact.agency, fact.name or fact.agency, bool(fact.external))
    days = fact.delay_days or 0.0
    return CellWay(fact.id, fact.title, party, days, days * part)


def _text(bearer: Party, causer: Party, points: float, days: float) -> str:
    who = sentences.named(bearer.name)
    first = sentences.upper_first(who)
    where = "in itself" if bearer.id == causer.id else f"in {sentences.named(causer.name)}"
    if one(points) > 0:
        return f"{first} lost {sentences.amount(one(points), 'points')} that began {where}."
    if one(days) > 0:
        return f"{sentences.amount(one(days), 'days')} of what {who} promised began {where}; no points were lost by it."
    return f"{first} lost nothing that began {where}."
