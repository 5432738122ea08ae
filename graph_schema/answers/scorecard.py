"""How is the government doing? One plan year at one tier: official beside adjusted, and what cost most."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from graph_schema import policy
from graph_schema.answers import sentences
from graph_schema.answers.agencies import Row, Tier, read_tier
from graph_schema.answers.basis import FIRST_PROMISE, WITHOUT_RULINGS, Basis, charged, differs
from graph_schema.answers.rounding import one, rounded_to
from graph_schema.answers.status import assessed, chosen, plan_years
from graph_schema.answers.tables import CostlyRow, Party, Scorecard, ScoreRow, ScoreSentence, Status
from graph_schema.graph import Readable


@dataclass(frozen=True, slots=True)
class _Costly:
    thing: str
    title: str
    agency: str
    name: str | None
    external: bool | None
    row: str
    row_name: str | None
    row_external: bool | None
    points: float
    in_own: float
    of: int


def scorecard(graph: Readable, plan_year: str | None = None, tier: int = 1) -> Scorecard:
    """Answer for a plan year (none: the latest) at one tier; five round trips, two more where revised, two where ruled.

    Raises NotAssessedError, UnknownPlanYearError, UnknownTierError.
    """
    known_by = assessed(graph)
    years = plan_years(graph)
    year = chosen(years, plan_year, tier)
    read = read_tier(graph, year.id, tier)
    others = other_tiers(graph, year.id, tier, known_by)
    rows = read.rows
    found = graph.read("read/costly", _Costly, plan_year=year.id, tier=tier, limit=policy.COSTLIEST)
    costly = _costly(found, read)
    lost = sum(r.lost for r in rows)
    stayed = sum(c.points for c in read.charges if c.bearer == c.causer)
    parts = _sentence(read, costly, lost, stayed)
    shown = _government_shown(read)
    first = others.get(FIRST_PROMISE)
    return Scorecard(
        plan_year=year,
        plan_years=years,
        tier=tier,
        government=parts.government,
        government_shown=shown,
        first_government=_government(first.rows) if first else None,
        weighted=any(r.member.weight != 1 for r in rows if r.member and r.member.agreement),
        measured=_mean(rows, lambda r: r.member.measured if r.member else 0.0, measured_only=False),
        rows=tuple(score_row(row, read, others) for row in rows),
        lost=lost,
        began=sum(r.began for r in rows),
        shown=one(lost),
        costly=costly,
        costly_of=found[0].of if found else 0,
        costly_points=sum(c.points for c in costly),
        costly_shown=one(sum(c.points_shown for c in costly)),
        sentence=parts,
        headline=_headline(parts, _weights(rows), tier),
        text=_text(parts),
        beside=sentences.beside({FIRST_PROMISE: [("government", shown, _government_shown(first))]} if first else {}),
        arithmetic=_arithmetic(rows, parts),
        status=known_by,
    )


def band(official: float, measured: float) -> str:
    """Name a score; '' where too little of the agreement is measured (policy.BAND_MEASURED)."""
    if measured < policy.BAND_MEASURED:
        return ""
    return next((name for least, name in policy.BANDS if official >= least), policy.LOWEST_BAND)


@dataclass(frozen=True, slots=True)
class _Scores:
    official: float | None = None
    adjusted: float | None = None
    official_shown: float | None = None
    adjusted_shown: float | None = None


def _scores(agency: str, tier: Tier) -> _Scores:
    """The scores of an agency in one assessment; none where it has no agreement, or nothing of it is measured."""
    row = next((r for r in tier.rows if r.party.id == agency), None)
    member = row.member if row and row.member and row.member.agreement else None
    if row is None or member is None or not member.weight or member.measured <= 0:
        return _Scores()
    shown = (_score(lost, member.weight) for lost in (tier.lost_shown(agency), tier.began_shown(agency)))
    return _Scores(100 - member.lost, 100 - row.began / member.weight, *shown)


def other_tiers(graph: Readable, plan_year: str, tier: int, known_by: Status) -> dict[Basis, Tier]:
    """Read the tier against the first promise and without rulings, where they differ; two round trips for each."""
    return {
        basis: read_tier(graph, plan_year, tier, None, charged(basis, known_by))
        for basis in (FIRST_PROMISE, WITHOUT_RULINGS)
        if differs(basis, known_by)
    }


def score_row(row: Row, read: Tier, others: Mapping[Basis, Tier]) -> ScoreRow:
    """The row of the scorecard for a row of its tier; `others` as of `other_tiers`."""
    member = row.member if row.member and row.member.agreement else None
    agency = row.party.id
    now, first, unruled = (
        _scores(agency, tier) if tier else _Scores()
        for tier in (read, others.get(FIRST_PROMISE), others.get(WITHOUT_RULINGS))
    )
    changes = {
        FIRST_PROMISE: [
            ("official", now.official_shown, first.official_shown),
            ("adjusted", now.adjusted_shown, first.adjusted_shown),
        ],
        WITHOUT_RULINGS: [("adjusted", now.adjusted_shown, unruled.adjusted_shown)],
    }
    return ScoreRow(
        agency=row.party,
        standing=row.standing,
        official=now.official,
        adjusted=now.adjusted,
        change=now.adjusted - now.official if now.adjusted is not None and now.official is not None else None,
        lost=row.lost,
        lost_shown=read.lost_shown(agency),
        began=row.began,
        began_shown=read.began_shown(agency),
        measured=member.measured if member else None,
        weight=(member.weight or 0.0) if member else None,
        band=band(now.official, member.measured) if member and now.official is not None else "",
        agreement=(member.agreement if member else None) or "",
        official_shown=now.official_shown,
        adjusted_shown=now.adjusted_shown,
        change_shown=None
        if now.official_shown is None or now.adjusted_shown is None
        else round(now.adjusted_shown - now.official_shown, 1),
        first_official=first.official,
        first_adjusted=first.adjusted,
        unruled_adjusted=unruled.adjusted,
        beside=sentences.beside({basis: changes[basis] for basis in others}) if member else "",
    )


def _score(lost: float, weight: float) -> float:
    """A score from points lost as they are shown, so that a reader who does the sum finds the same."""
    return round(100 - one(lost / weight), 1)


def _government(rows: Sequence[Row]) -> float | None:
    """The mean official score by weight of agreements."""
    return _mean(rows, lambda r: 100 - (r.member.lost if r.member else 0.0), measured_only=True)


def _government_shown(tier: Tier) -> float | None:
    """The same, as a reader finds it from the points lost as they are shown."""
    weights = _weights(tier.rows)
    return _score(one(sum(r.lost for r in tier.rows)), weights) if weights else None


def _weights(rows: Sequence[Row]) -> float:
    """The weights of the measured agreements together."""
    return sum(r.member.weight or 0.0 for r in rows if r.member and r.member.agreement and r.member.measured > 0)


def _mean(rows: Sequence[Row], value: Callable[[Row], float], *, measured_only: bool) -> float | None:
    """Mean over agencies with an agreement by its weight; none where there are none."""
    kept = [
        (value(r), r.member.weight)
        for r in rows
        if r.member and r.member.agreement and r.member.weight and (r.member.measured > 0 or not measured_only)
    ]
    weights = sum(weight for _, weight in kept)
    return sum(v * weight for v, weight in kept) / weights if weights else None


def _costly(found: Sequence[_Costly], read: Tier) -> tuple[CostlyRow, ...]:
    """Make the rows; those of one agency, with what is not listed, add up to what is shown to have begun there."""
    parts: dict[str, list[float]] = {}
    for c in found:
        parts.setdefault(c.row, []).append(c.points)
    dealt = dict[str, list[float]]()
    for row in read.rows:
        mine = parts.get(row.party.id, [])
        dealt[row.party.id] = rounded_to([*mine, max(0.0, row.began - sum(mine))], read.began_shown(row.party.id))
    shown = [dealt[c.row].pop(0) for c in found]
    own = [rounded_to([c.in_own, c.points - c.in_own], s) for c, s in zip(found, shown, strict=True)]
    return tuple(
        CostlyRow(
            thing=c.thing,
            title=c.title,
            agency=Party(c.agency, c.name or c.agency, bool(c.external)),
            row=Party(c.row, c.row_name or c.row, bool(c.row_external)),
            points=c.points,
            points_shown=points,
            in_own=c.in_own,
            in_own_shown=in_own,
            in_others=max(0.0, c.points - c.in_own),
            in_others_shown=in_others,
        )
        for c, points, (in_own, in_others) in zip(found, shown, own, strict=True)
    )


def _sentence(read: Tier, costly: Sequence[CostlyRow], lost: float, stayed: float) -> ScoreSentence:
    rows = read.rows
    government = _government(rows)
    with_agreement = [r for r in rows if r.member and r.member.agreement]
    worst = max(range(len(rows)), key=lambda k: (rows[k].began, rows[k].party.id), default=None)
    caused = worst is not None and rows[worst].began > 0
    stayed_shown, moved_shown = rounded_to([stayed, max(0.0, lost - stayed)], one(lost))
    party = rows[worst].party if worst is not None and caused else None
    thing = next((c for c in costly if party and c.row.id == party.id), None)
    return ScoreSentence(
        government=government,
        agencies=len(with_agreement),
        measured_agencies=sum(1 for r in with_agreement if r.member and r.member.measured > 0),
        lost=lost,
        lost_shown=one(lost),
        stayed=stayed,
        stayed_shown=stayed_shown,
        moved=max(0.0, lost - stayed),
        moved_shown=moved_shown,
        worst=party,
        worst_points=rows[worst].began if worst is not None else 0.0,
        worst_shown=read.began_shown(rows[worst].party.id) if worst is not None else 0.0,
        worst_id=thing.thing if thing else "",
        worst_thing=thing.title if thing else "",
        worst_thing_points=thing.points if thing else 0.0,
        worst_thing_shown=thing.points_shown if thing else 0.0,
    )


def _headline(parts: ScoreSentence, weights: float, tier: int) -> str:
    if parts.government is None:
        return "Nothing is due yet, so the government has no score."
    at = "The government stands" if tier == 1 else f"At tier {tier}, the government stands"
    return f"{at} at {_score(parts.lost_shown, weights):.1f} of 100."


def _text(parts: ScoreSentence) -> str:
    if parts.lost_shown == 0:
        return "No agency lost a point so far." if parts.government is not None else ""
    out = (
        f"Its agencies lost {sentences.amount(parts.lost_shown, 'points')}: {sentences.number(parts.stayed_shown)} "
        f"began in the agency that lost them, {sentences.number(parts.moved_shown)} in another one."
    )
    if parts.worst is None:
        return out
    where = sentences.named(parts.worst.name)
    most = f" Most began in {where}: {sentences.number(parts.worst_shown)}"
    if not parts.worst_thing:
        return f"{out}{most}."
    how = "all" if parts.worst_thing_points >= parts.worst_points - 1e-9 else "most" if _most(parts) else "part"
    return f"{out}{most}, {how} of it with “{parts.worst_thing}”."


def _most(parts: ScoreSentence) -> bool:
    return parts.worst_thing_points > parts.worst_points / 2


def _arithmetic(rows: Sequence[Row], parts: ScoreSentence) -> str:
    """Say how the score follows from the points: the mean of the official scores by the weight of agreements."""
    measured, weights = (
        sum(1 for r in rows if r.member and r.member.agreement and r.member.measured > 0),
        _weights(rows),
    )
    if parts.government is None:
        return ""
    whose = {r.member.weight for r in rows if r.member and r.member.agreement}
    by = (
        ("agency" if weights == 1 else "agencies")
        if whose == {1.0}
        else f"(the weights of {measured} agreements together)"
    )
    waiting = parts.agencies - parts.measured_agencies
    by += f" ({waiting} more {'has' if waiting == 1 else 'have'} nothing due yet)" if waiting else ""
    mean = one(parts.lost_shown / weights)
    return (
        f"{parts.lost_shown:.1f} points lost ÷ {weights:g} {by} = {mean:.1f}, "
        f"and 100 − {mean:.1f} = {_score(parts.lost_shown, weights):.1f}."
    )
