"""Where is the money? What was promised, came on time, late or not at all, and what that cost (questions.md 9)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph_schema.answers import sentences
from graph_schema.answers.money.lead_times import lead_times
from graph_schema.answers.money.outturn import outturns
from graph_schema.answers.money.releases import costliest, months
from graph_schema.answers.money.rows import GROUPINGS, By, Money, MoneyRow
from graph_schema.answers.rounding import one
from graph_schema.answers.status import assessed, plan_years, year_of
from graph_schema.answers.tables import PlanYear
from graph_schema.days import EPOCH
from graph_schema.graph import Readable
from graph_schema.matching import MINOR
from graph_schema.question_errors import UnknownGroupingError, UnknownTierError

RELEASES = 200
"""Releases of an answer, unless more are asked for."""

_UNNAMED: Mapping[str, str] = {
    "source": "source not said",
    "sector": "no sector",
    "released-by": "whole lines, whoever releases",
    "month": "whole lines, no month",
}


@dataclass(frozen=True, slots=True)
class Sums:
    """A row of read/money, in whole minor units; rows add up."""

    plan_year: str
    key: str
    title: str
    releases: int
    lines: int
    withheld: int
    budget: int
    promised: int
    revised: int
    due: int
    due_on_time: int
    on_time: int
    late: int
    short: int
    outstanding: int
    amount_days: int
    beyond: int
    reported: int
    spent: int
    spent_of_budget: int
    points: float
    days: float


def money(
    graph: Readable,
    plan_year: str | None = None,
    by: str = "line",
    tier: int | None = None,
    limit: int = RELEASES,
    *,
    row: str | None = None,
) -> Money:
    """Answer for a plan year (none: the latest); seven round trips. At most `limit` releases, the costliest first.

    `tier`: whose points and days are shown (none: the highest with agreements).  `row`: the releases of the row with
    this key alone.
    Raises NotAssessedError, UnknownPlanYearError, UnknownTierError, UnknownGroupingError.
    """
    grouping = grouping_of(by)
    known_by = assessed(graph)
    years = plan_years(graph)
    year = year_of(years, plan_year)
    at = tier_of(year, tier)
    today = (known_by.as_of - EPOCH).days if known_by.as_of else 0
    sums = read_sums(graph, (year.id,), grouping, at, today)
    total = row_of(total_of(sums))
    rows = tuple(row_of(s, _UNNAMED.get(grouping, "")) for s in sums)
    return Money(
        plan_year=year,
        by=grouping,
        tier=at,
        total=total,
        rows=rows,
        releases=costliest(graph, year, at, today, limit, by=grouping, key=row),
        of=sum(s.releases for s in sums if row in (None, s.key)),
        months=months(graph, year, today),
        lead_times=lead_times(graph, year, today),
        outturns=outturns(graph, years, year, today),
        text=text_of(year, total, at),
        status=known_by,
    )


def grouping_of(by: str) -> By:
    """Find the grouping of that name. Raises UnknownGroupingError."""
    for known in GROUPINGS:
        if known == by:
            return known
    raise UnknownGroupingError(by, GROUPINGS)


def tier_of(year: PlanYear, tier: int | None) -> int:
    """Find the tier asked for (none: the highest with agreements, 1 without any). Raises UnknownTierError."""
    if tier is not None and tier not in year.tiers:
        raise UnknownTierError(tier, year.id, year.tiers)
    return tier if tier is not None else next(iter(year.tiers), 1)


def read_sums(graph: Readable, years: Sequence[str], by: By, tier: int, today: int) -> list[Sums]:
    """Read the sums of plan years, by any grouping; one round trip."""
    return graph.read("read/money", Sums, plan_years=list(years), by=by, tier=tier, today=today, epoch=EPOCH)


def total_of(sums: Sequence[Sums]) -> Sums:
    """Add up rows, in whole minor units."""

    def added(column: str) -> Any:
        return sum(getattr(each, column) for each in sums)

    columns = [name for name in Sums.__slots__ if name not in ("plan_year", "key", "title")]
    return Sums("", "", "", **{column: added(column) for column in columns})


def row_of(sums: Sums, unnamed: str = "") -> MoneyRow:
    """Make the row of sums: amounts from minor units, shares none where there is nothing to share."""
    open_amount = sums.late + sums.short
    budgeted = sums.lines > sums.withheld
    return MoneyRow(
        key=sums.key,
        title=sums.title if sums.key else unnamed,
        releases=sums.releases,
        lines=sums.lines,
        withheld=sums.withheld,
        budget=sums.budget / MINOR if budgeted else None,
        promised=sums.promised / MINOR,
        revised=sums.revised / MINOR,
        due=sums.due / MINOR,
        due_on_time=sums.due_on_time / MINOR,
        on_time=sums.on_time / MINOR,
        late=sums.late / MINOR,
        released=(sums.on_time + sums.late) / MINOR,
        short=sums.short / MINOR,
        outstanding=sums.outstanding / MINOR,
        beyond=sums.beyond / MINOR,
        spent=sums.spent / MINOR if sums.reported else None,
        spent_share=100 * sums.spent_of_budget / sums.budget if sums.reported and sums.budget else None,
        timeliness=100 * sums.due_on_time / sums.due if sums.due else None,
        amount_days=sums.amount_days / MINOR,
        days_late=sums.amount_days / open_amount if open_amount else None,
        points=sums.points,
        days=sums.days,
    )


def text_of(year: PlanYear, total: MoneyRow, tier: int) -> str:
    """Say of a row, or of all, what came in time, and what late money cost."""
    if not total.releases:
        lines = "no budget line" if not total.lines else f"{total.lines:,} budget lines, but no release"
        return f"The sheets of {year.id} list {lines}: nothing was promised, so nothing can be late."
    unit = f" {year.currency}" if year.currency else ""
    if total.timeliness is None:
        return f"Of {sentences.money(total.revised)}{unit} promised, nothing is due yet."
    on_time = f"{sentences.number(one(total.timeliness))} % of the money due came on time"
    if not total.late and not total.short:
        return f"{on_time}: all of {sentences.money(total.due)}{unit}."
    parts = [f"{sentences.money(v)} {w}" for v, w in ((total.late, "came late"), (total.short, "is short")) if v]
    waited = one(total.days_late or 0.0)
    which = "it" if len(parts) == 1 else "both"
    how = f"; {which} waited {sentences.amount(waited, 'days')} on average" if waited else ""
    out = f"{on_time}; {sentences.joined(parts)} of {sentences.money(total.due)}{unit}{how}."
    if total.points > 0:
        out += f" {sentences.amount(one(total.points), 'points')} of tier {tier} began there."
    return out
