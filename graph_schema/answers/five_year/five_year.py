"""Is the five-year plan within reach? Its promises, what annual targets brought, money, and what crossed years."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from graph_schema.answers.facts import day_of
from graph_schema.answers.five_year.progress import Progressed, Promise, Span, counts_as, progressed
from graph_schema.answers.five_year.rows import Contribution, Crossing, FiveYear, PlanTargetRow, YearRow
from graph_schema.answers.five_year.words import plan_text, target_text
from graph_schema.answers.money.figures import Sums, read_sums, row_of, total_of
from graph_schema.answers.money.rows import MoneyRow
from graph_schema.answers.names import outside
from graph_schema.answers.rounding import rounded_table
from graph_schema.answers.status import assessed, plan_years
from graph_schema.answers.tables import Party, PlanYear
from graph_schema.causes import title_of
from graph_schema.days import EPOCH
from graph_schema.graph import Readable
from graph_schema.question_errors import UnknownFiveYearPlanError, UnknownTierError


@dataclass(frozen=True, slots=True)
class _Plan:
    id: str
    title: str
    starts: date
    ends: date
    plan_years: list[str]


@dataclass(frozen=True, slots=True)
class _Target:
    id: str
    title: str
    agency: str
    name: str
    external: bool
    sector: str
    unit: str
    baseline: float | None
    target: float
    due: date | None
    lines: list[str]


@dataclass(frozen=True, slots=True)
class _Contribution:
    plan_target: str
    id: str
    title: str
    plan_year: str
    starts: date
    ends: date
    agency: str
    name: str
    external: bool
    measure: str
    contribution: float | None
    promised: float | None
    baseline: float | None
    achieved: float | None
    finished_day: int | None
    due: bool
    delay_days: float
    shortfall: float
    interim_by: date | None
    interim_planned: float | None
    interim_reached: float | None


@dataclass(frozen=True, slots=True)
class _Cause:
    plan_year: str
    began_in: str
    id: str
    title: str
    agency: str
    name: str
    external: bool
    points: float
    days: float


def five_year(graph: Readable, plan: str | None = None, tier: int | None = None) -> FiveYear:
    """Answer for a five-year plan (none: the latest begun, else the first); seven round trips.

    `tier`: whose points are shown (none: the highest with agreements).  A year without plan folder is not among
    `years`, but its time counts.  Raises NotAssessedError, UnknownFiveYearPlanError, UnknownTierError.
    """
    known_by = assessed(graph)
    today = known_by.as_of or EPOCH
    plans = graph.read("read/five_year_plans", _Plan)
    chosen = _chosen(plans, plan, today)
    years = [year for year in plan_years(graph) if year.id in chosen.plan_years]
    at = _tier(years, tier)
    day = (today - EPOCH).days
    sums = read_sums(graph, chosen.plan_years, "line", at, day)
    one_currency = len({year.currency for year in years}) == 1
    targets = _targets(graph, chosen, years, {s.key: s for s in sums} if one_currency else {}, today)
    causes = graph.read("read/years_of_causes", _Cause, plan_years=chosen.plan_years, tier=at)
    rows = _years(years, sums, causes, today)
    whole = row_of(total_of(sums)) if one_currency else None
    shares = [min(100.0, max(0.0, t.share)) for t in targets if t.share is not None]
    days = (chosen.ends - chosen.starts).days + 1
    time_share = 100 * min(1.0, max(0.0, ((today - chosen.starts).days + 1) / days))
    share = sum(shares) / len(shares) if shares else None
    return FiveYear(
        id=chosen.id,
        title=chosen.title,
        starts=chosen.starts,
        ends=chosen.ends,
        plans=tuple(each.id for each in plans),
        tier=at,
        time_share=time_share,
        share=share,
        budget=whole.budget if whole else None,
        spent=whole.spent if whole else None,
        spent_share=whole.spent_share if whole else None,
        targets=targets,
        years=rows,
        crossings=tuple(_crossing(cause) for cause in causes if cause.began_in != cause.plan_year),
        text=plan_text(chosen.title, targets, time_share, share, whole, begun=chosen.starts <= today),
        status=known_by,
    )


def _chosen(plans: Sequence[_Plan], asked: str | None, today: date) -> _Plan:
    known = {plan.id: plan for plan in plans}
    if asked is not None and asked in known:
        return known[asked]
    if asked is not None or not plans:
        raise UnknownFiveYearPlanError(asked or "", tuple(known))
    return next((plan for plan in reversed(plans) if plan.starts <= today), plans[0])


def _tier(years: Sequence[PlanYear], asked: int | None) -> int:
    tiers = sorted({tier for year in years for tier in year.tiers})
    if asked is not None and asked not in tiers:
        raise UnknownTierError(asked, " or ".join(year.id for year in years), tuple(tiers))
    return asked if asked is not None else next(iter(tiers), 1)


def _targets(
    graph: Readable, plan: _Plan, years: Sequence[PlanYear], lines: Mapping[str, Sums], today: date
) -> tuple[PlanTargetRow, ...]:
    day = (today - EPOCH).days
    found = graph.read("read/contributions", _Contribution, five_year_plan=plan.id, today=day, epoch=EPOCH)
    spans = {y.id: Span(y.id, y.starts, y.ends) for y in years}
    spans |= {c.plan_year: Span(c.plan_year, c.starts, c.ends) for c in found}
    order = sorted(spans.values(), key=lambda span: (span.starts, span.id))
    rows = list[PlanTargetRow]()
    for target in graph.read("read/plan_targets", _Target, five_year_plan=plan.id):
        own = [c for c in found if c.plan_target == target.id]
        promise = Promise(target.id, target.baseline, target.target, plan.starts, target.due or plan.ends)
        counts = counts_as(promise, [(c.promised, c.baseline) for c in own if c.contribution is None])
        given = tuple(_contribution(c, today) for c in own)
        made = progressed(promise, counts, order, given, today)
        rows.append(_row(target, promise, given, made, [lines[line] for line in target.lines if line in lines]))
    return tuple(rows)


def _row(
    target: _Target, promise: Promise, given: tuple[Contribution, ...], made: Progressed, lines: Sequence[Sums]
) -> PlanTargetRow:
    money = row_of(total_of(lines))
    return PlanTargetRow(
        id=target.id,
        title=target.title,
        agency=Party(target.agency, target.name, target.external),
        sector=target.sector,
        unit=target.unit,
        counts=made.counts,
        baseline=promise.base,
        target=promise.target,
        due=promise.due,
        as_at=made.as_at,
        reached=made.reached,
        share=promise.share(made.reached),
        time_share=100 * made.time,
        planned_share=made.planned_share,
        left=made.left,
        left_a_year=made.left_a_year,
        pace=made.pace,
        projected=made.projected,
        standing=made.standing,
        budget=money.budget,
        spent=money.spent,
        spent_share=money.spent_share,
        years=made.years,
        contributions=given,
        text=target_text(target.title, target.unit, promise, made),
    )


def _contribution(row: _Contribution, today: date) -> Contribution:
    counted, why = row.achieved, ""
    if row.contribution is not None:
        counted = row.contribution if row.finished_day is not None else None
        why = "" if counted is not None else "counts once it is finished"
    elif row.measure != "quantity":
        why = "the plan says no amount: give a contribution"
    elif counted is None:
        why = "nothing reported" if row.starts <= today else "its year has not begun"
    return Contribution(
        plan_target=row.plan_target,
        target=row.id,
        title=row.title,
        plan_year=row.plan_year,
        agency=Party(row.agency, row.name, row.external),
        promised=row.contribution if row.contribution is not None else row.promised,
        counted=counted,
        why=why,
        finished=day_of(row.finished_day),
        due=row.due,
        delay_days=row.delay_days,
        shortfall=row.shortfall,
        interim_by=row.interim_by,
        interim_planned=row.interim_planned,
        interim_reached=row.interim_reached,
    )


def _crossing(cause: _Cause) -> Crossing:
    title, agency = cause.title, Party(cause.agency, cause.name, cause.external)
    if not cause.began_in:
        title, agency = title_of(cause.id), outside(cause.id)
    return Crossing(cause.plan_year, cause.began_in, cause.id, title, agency, cause.points, cause.days)


def _years(
    years: Sequence[PlanYear], sums: Sequence[Sums], causes: Sequence[_Cause], today: date
) -> tuple[YearRow, ...]:
    points = [
        [sum(c.points for c in causes if c.plan_year == y.id and (c.began_in == y.id) is own) for own in (True, False)]
        for y in years
    ]
    return tuple(
        _year(
            year,
            row_of(total_of([s for s in sums if s.plan_year == year.id])),
            exact,
            parts,
            begun=year.starts <= today,
        )
        for year, exact, parts in zip(years, points, rounded_table(points), strict=True)
    )


def _year(year: PlanYear, money: MoneyRow, points: Sequence[float], shown: Sequence[float], *, begun: bool) -> YearRow:
    (own, other), (own_shown, other_shown) = points, shown
    return YearRow(
        plan_year=year.id,
        begun=begun,
        currency=year.currency,
        budget=money.budget,
        promised=money.promised,
        released=money.released,
        spent=money.spent,
        spent_share=money.spent_share,
        lost=own + other,
        began_in_it=own,
        began_elsewhere=other,
        lost_shown=own_shown + other_shown,
        began_in_it_shown=own_shown,
        began_elsewhere_shown=other_shown,
    )
