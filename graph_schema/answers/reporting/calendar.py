"""The calendar of reports: periods of a plan year, and which reports of each came in time."""

import calendar
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the plan year, both days included, and the last day on which it is reported in time."""

    first: date
    last: date
    deadline: date


@dataclass(frozen=True, slots=True)
class Kept:
    """How the reports of one thing came: counts of periods, the most days late, first days of those missing."""

    in_time: int
    late: int
    missing: tuple[date, ...]
    most_days_late: int

    @property
    def expected(self) -> int:
        """How many reports were expected."""
        return self.in_time + self.late + len(self.missing)


def periods(starts: date, ends: date, months: int, within: int) -> list[Period]:
    """Cut the days of a plan year into periods of so many months, counted from its first day; the last may be short."""
    out = list[Period]()
    first = starts
    while first <= ends:
        begins = _months_after(starts, months * (len(out) + 1))
        last = min(ends, begins - timedelta(1))
        out.append(Period(first, last, last + timedelta(within)))
        first = begins
    return out


def _months_after(day: date, months: int) -> date:
    year, month = divmod(day.month - 1 + months, 12)
    year += day.year
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def kept(
    year: Sequence[Period],
    reports: Iterable[tuple[date, date]],
    today: date,
    *,
    start: date | None,
    finish: date | None,
) -> Kept:
    """Say how the reports (day spoken about, day written) of one thing came, by the end of `today`.

    Expected is one for each period whose deadline has passed, from the period of its planned start (none: the first)
    up to the one in which it finished.
    """
    told = sorted(reports, key=lambda r: r[1])
    in_time, late, missing, most = 0, 0, list[date](), 0
    for period in year:
        over = finish is not None and finish < period.first
        if period.deadline > today or over or (start is not None and period.last < start):
            continue
        written = next((on for of, on in told if period.first <= of <= period.last), None)
        if written is None:
            missing.append(period.first)
        elif written <= period.deadline:
            in_time += 1
        else:
            late += 1
            most = max(most, (written - period.deadline).days)
    return Kept(in_time, late, tuple(missing), most)
