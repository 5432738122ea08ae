"""Releases one by one and money month by month: how late each came, what that cost downstream, what flowed when."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from graph_schema.answers.facts import day_of
from graph_schema.answers.money.rows import By, Month, ReleaseCost, YearCost
from graph_schema.answers.rounding import rounded
from graph_schema.answers.tables import Party, PlanYear
from graph_schema.days import EPOCH
from graph_schema.graph import Readable
from graph_schema.matching import MINOR


@dataclass(frozen=True, slots=True)
class _Release:
    id: str
    title: str
    line: str
    agency: str
    name: str
    external: bool
    to_agency: str
    to_name: str
    to_external: bool
    planned_on: date
    planned_day: int
    finish_day: int | None
    finished_day: int | None
    delay_days: float
    promised: int
    revised: int
    on_time: int
    late: int
    short: int
    outstanding: int
    amount_days: int
    points: float
    days: float
    as_promise: float
    other_years: list[list[Any]]
    holds: int


@dataclass(frozen=True, slots=True)
class _Month:
    month: str
    promised: int
    revised: int
    released: int
    beyond: int
    spent: int


def costliest(
    graph: Readable, year: PlanYear, tier: int, today: int, limit: int, *, by: By = "line", key: str | None = None
) -> tuple[ReleaseCost, ...]:
    """Read the releases that cost most, at most `limit`: of all, or of the row `key` by a grouping; one round trip."""
    rows = graph.read(
        "read/money_releases",
        _Release,
        plan_year=year.id,
        tier=tier,
        today=today,
        limit=limit,
        by=by,
        key=key,
        epoch=EPOCH,
    )
    return tuple(map(_release, rows, rounded([row.points for row in rows])))


def _release(row: _Release, shown: float) -> ReleaseCost:
    return ReleaseCost(
        release=row.id,
        title=row.title,
        line=row.line,
        released_by=Party(row.agency, row.name, row.external),
        receives=Party(row.to_agency, row.to_name, row.to_external),
        first_planned=row.planned_on,
        planned=day_of(row.planned_day) or row.planned_on,
        paid_on=day_of(row.finished_day),
        expected=day_of(row.finish_day),
        late_days=row.delay_days,
        promised=row.promised / MINOR,
        revised=row.revised / MINOR,
        on_time=row.on_time / MINOR,
        late=row.late / MINOR,
        short=row.short / MINOR,
        outstanding=row.outstanding / MINOR,
        amount_days=row.amount_days / MINOR,
        points=row.points,
        points_shown=shown,
        as_promise=row.as_promise,
        days=row.days,
        holds=row.holds,
        other_years=tuple(YearCost(*cost) for cost in row.other_years),
    )


def months(graph: Readable, year: PlanYear, today: int) -> tuple[Month, ...]:
    """Read what flowed month by month, as of a day (a day number); one round trip."""
    return tuple(
        Month(
            month=row.month,
            promised=row.promised / MINOR,
            revised=row.revised / MINOR,
            released=row.released / MINOR,
            beyond=row.beyond / MINOR,
            spent=row.spent / MINOR,
        )
        for row in graph.read("read/money_months", _Month, plan_year=year.id, today=today, epoch=EPOCH)
    )
