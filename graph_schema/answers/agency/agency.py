"""One agency: its agreement, how it stands and why, its posts, what it needs from others and they from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from graph_schema.answers import sentences
from graph_schema.answers.agencies import read_tier
from graph_schema.answers.agency.bridge import bridge
from graph_schema.answers.agency.rows import Agency, AgreedTarget, Bound, Bridge, Owed, Owing, PostHeld, State
from graph_schema.answers.facts import day_of
from graph_schema.answers.owned import place_of
from graph_schema.answers.rounding import one, rounded_to
from graph_schema.answers.scorecard import other_tiers, score_row
from graph_schema.answers.status import assessed, plan_years, year_of
from graph_schema.answers.tables import Party, ScoreRow
from graph_schema.graph import Readable


@dataclass(frozen=True, slots=True)
class _Bound:
    tier: int | None
    agreement: str | None
    title: str | None
    kind: str | None
    weight: float | None
    signed_on: date | None
    signer: str | None
    published_at: str | None
    assumed: bool


@dataclass(frozen=True, slots=True)
class _Target:
    id: str
    title: str
    measure: str
    agency: str
    name: str
    external: bool
    weight: float
    unit: str
    goal: float | None
    sign: int
    scale: list[float] | None
    better: str
    supported: int
    due: bool
    raw: float
    loss: float
    achieved: float | None
    planned_day: int | None
    finish_day: int | None
    finished: bool
    delay_days: float
    shortfall: float


@dataclass(frozen=True, slots=True)
class _Post:
    id: str
    title: str
    heads: bool
    held: bool
    disclosed: bool
    since: date | None


@dataclass(frozen=True, slots=True)
class _Owed:
    id: str
    title: str
    parties: list[tuple[str, str, bool]]
    planned_day: int | None
    finish_day: int | None
    finished: bool
    delay_days: float
    things: int
    days: float
    points: float
    of: int
    late: int
    all_days: float


def agency(graph: Readable, asked: str, plan_year: str | None = None, limit: int = 20) -> Agency:
    """Answer for an agency in a plan year (none: the latest).

    Ten round trips, two more where something was revised, two where something was ruled upon.

    At most `limit` deliverables are listed of what each side owes the other.
    Raises NotAssessedError, UnknownPlanYearError, and UnknownAgencyError with the nearest id.
    """
    known_by = assessed(graph)
    year = year_of(plan_years(graph), plan_year)
    place = place_of(graph, asked, year.id)
    found = graph.read("read/agency_bound", _Bound, agency=asked, plan_year=year.id)[0]
    tier = found.tier or 0
    bound, score, crossed, targets = None, None, None, ()
    if found.agreement is not None:
        bound = _bound(found)
        read = read_tier(graph, year.id, tier)
        row = next(r for r in read.rows if r.party.id == asked)
        score = score_row(row, read, other_tiers(graph, year.id, tier, known_by))
        crossed = bridge(read, score)
        rows = graph.read("read/agreed_targets", _Target, agency=asked, plan_year=year.id)
        targets = _targets(rows, score)
    weight = bound.weight if bound else 1.0
    today = min(known_by.as_of or year.ends, year.ends)
    posts = graph.read("read/agency_posts", _Post, agency=asked, plan_year=year.id, today=today)
    needs = graph.read("read/needs_of_agency", _Owed, agency=asked, plan_year=year.id, limit=limit)
    needed = graph.read("read/needed_of_agency", _Owed, agency=asked, plan_year=year.id, tier=tier, limit=limit)
    return Agency(
        agency=place.agency,
        above=place.above,
        under=place.under,
        plan_year=year,
        tier=0 if place.agency.external else tier,
        bound=bound,
        score=score,
        targets=targets,
        bridge=crossed,
        posts=tuple(PostHeld(p.id, p.title, p.heads, p.held, p.disclosed, p.since) for p in posts),
        needs=_owing(needs, weight),
        needed=_owing(needed, weight),
        headline=_headline(place.agency, bound, crossed),
        text=_text(crossed, bound),
        status=known_by,
    )


def _bound(found: _Bound) -> Bound:
    return Bound(
        agreement=found.agreement or "",
        title=found.title or "",
        kind=found.kind or "",
        weight=1.0 if found.weight is None else found.weight,
        signed_on=found.signed_on,
        signer=found.signer or "",
        published_at=found.published_at or "",
        assumed=found.assumed,
    )


def _targets(rows: Sequence[_Target], score: ScoreRow) -> tuple[AgreedTarget, ...]:
    """Make the rows; their losses add up to what the official score as shown lacks of 100."""
    losses = [r.loss for r in rows]
    lost = one(sum(losses)) if score.official_shown is None else one(100 - score.official_shown)
    return tuple(_target(r, shown) for r, shown in zip(rows, rounded_to(losses, lost), strict=True))


def _target(row: _Target, shown: float) -> AgreedTarget:
    dated = row.measure == "date"
    steps = [row.sign * step for step in row.scale or ()]
    return AgreedTarget(
        thing=row.id,
        title=row.title,
        measure=row.measure,
        agency=Party(row.agency, row.name, row.external),
        weight=row.weight,
        grid=tuple(day for step in steps if (day := day_of(round(step)))) if dated else tuple(steps),
        unit=row.unit,
        goal=None if dated else row.goal,
        achieved=row.achieved,
        planned=day_of(row.planned_day),
        came=day_of(row.finish_day),
        finished=row.finished,
        delay_days=row.delay_days,
        shortfall=row.shortfall,
        state=_state(row),
        raw=row.raw,
        loss=row.loss,
        loss_shown=shown,
    )


def _state(row: _Target) -> State:
    if row.better == "unknown" or (row.measure == "cascade" and not row.supported):
        return "not measured"
    if not row.due:
        return "not due"
    return "reached" if row.raw >= 100 else "missed"  # noqa: PLR2004 - percent


def _owing(rows: Sequence[_Owed], weight: float) -> Owing:
    made = tuple(
        Owed(
            thing=r.id,
            title=r.title,
            parties=tuple(Party(*party) for party in r.parties),
            planned=day_of(r.planned_day),
            came=day_of(r.finish_day),
            finished=r.finished,
            delay_days=r.delay_days,
            things=r.things,
            days=r.days,
            points=r.points / (weight or 1.0),
        )
        for r in rows
    )
    return Owing(made, rows[0].of, rows[0].late, rows[0].all_days) if rows else Owing((), 0, 0, 0.0)


def _headline(party: Party, bound: Bound | None, crossed: Bridge | None) -> str:
    if crossed:
        return f"{party.name}: official {crossed.official_shown:.1f}, adjusted {crossed.adjusted_shown:.1f}."
    if bound:
        return f"{party.name}: nothing of its agreement is due yet."
    return f"{party.name}: outside the government." if party.external else f"{party.name}: no agreement binds it."


def _text(crossed: Bridge | None, bound: Bound | None) -> str:
    """Say what it lost and where that began, then what others lost by it."""
    if crossed is None:
        return "So it has no score yet." if bound else "So it has no score of its own."
    lost = one(crossed.own_shown + crossed.from_others_shown)
    if lost:
        out = f"It lost {sentences.amount(lost, 'points')}: {sentences.number(crossed.own_shown)} began there"
        out += f", {sentences.number(crossed.from_others_shown)} in other agencies"
        first = max(crossed.others, key=lambda e: (e.from_it, e.agency.id), default=None)
        if first and first.from_it_shown:
            out += f", most in {sentences.named(first.agency.name)} ({sentences.number(first.from_it_shown)})"
        out += "."
    else:
        out = "It lost no point so far."
    if not crossed.to_others_shown:
        return f"{out} Nobody else lost a point by it."
    most = max(crossed.others, key=lambda e: (e.to_it, e.agency.id))
    points = sentences.amount(crossed.to_others_shown, "points")
    who = f"{sentences.named(most.agency.name)} ({sentences.number(most.to_it_shown)})"
    return f"{out} Others lost {points} that began there, most {who}."
