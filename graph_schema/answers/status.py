"""What the numbers rest on: the assessment, the loads, and the plan years there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from graph_schema.answers.tables import PlanYear, Status
from graph_schema.graph import Readable
from graph_schema.question_errors import NotAssessedError, UnknownPlanYearError, UnknownTierError


@dataclass(frozen=True, slots=True)
class _Status:
    as_of: date | None
    made_at: datetime | None
    rule: str | None
    assessed_load: int | None
    latest_load: int | None
    latest_payment: date | None
    latest_report: date | None
    revised: bool
    ruled: bool


@dataclass(frozen=True, slots=True)
class _PlanYear:
    id: str
    title: str | None
    starts: date
    ends: date
    currency: str | None
    tiers: Sequence[int | None]


def status(graph: Readable) -> Status:
    """Say what the numbers rest on; one round trip. Answers for an empty graph and one never assessed, too."""
    return status_of(**graph.rows("read/status")[0])


def status_of(**columns: Any) -> Status:
    """Make the status of the columns of read/status."""
    row = _Status(**columns)
    assessed, latest = row.assessed_load or 0, row.latest_load or 0
    return Status(
        as_of=row.as_of,
        made_at=row.made_at,
        rule=row.rule or "",
        assessed_load=assessed,
        latest_load=latest,
        stale=row.as_of is not None and latest > assessed,
        latest_payment=row.latest_payment,
        latest_report=row.latest_report,
        revised=row.revised,
        ruled=row.ruled,
    )


def assessed(graph: Readable) -> Status:
    """Say what the numbers rest on. Raises NotAssessedError where there are none."""
    found = status(graph)
    if found.as_of is None:
        raise NotAssessedError(found.latest_load > 0)
    return found


def plan_years(graph: Readable) -> tuple[PlanYear, ...]:
    """List the plan years by their first day, each with the tiers that have agreements."""
    rows = graph.read("read/plan_years", _PlanYear)
    return tuple(
        PlanYear(
            id=row.id,
            title=row.title or row.id,
            starts=row.starts,
            ends=row.ends,
            currency=row.currency or "",
            tiers=tuple(tier for tier in row.tiers if tier is not None),
        )
        for row in rows
    )


def year_of(years: Sequence[PlanYear], plan_year: str | None) -> PlanYear:
    """Find the plan year that was asked for (none: the latest). Raises UnknownPlanYearError."""
    known = {year.id: year for year in years}
    if not years or (plan_year is not None and plan_year not in known):
        raise UnknownPlanYearError(plan_year or "", tuple(known))
    return years[-1] if plan_year is None else known[plan_year]


def chosen(years: Sequence[PlanYear], plan_year: str | None, tier: int) -> PlanYear:
    """Find the plan year (none: the latest) with that tier. Raises UnknownPlanYearError, UnknownTierError."""
    year = year_of(years, plan_year)
    if tier not in year.tiers:
        raise UnknownTierError(tier, year.id, year.tiers)
    return year
