"""A promise of five years as a picture: annual plans added up, what was reached, the even way, and where it leads."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from explorer import wording
from explorer.charts import nice
from explorer.steps import months, polygon
from graph_schema.answers.five_year.rows import PlanTargetRow

_HALF = 1.5
"""Half the height of a line, in pixels."""

Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Mark:
    """A point of a line with what it says; `at` from the left, `height` from the bottom, in percent."""

    at: float
    height: float
    says: str


@dataclass(frozen=True, slots=True)
class Trajectory:
    """The lines of a promise as shapes of a CSS `clip-path`, '' where there is none, and the ends of plan years.

    `even`: the even way; `planned`: what annual plans promise, added up; `reached`: what came; `ahead`: on at the pace
    so far.  `values` are labels from the bottom, `days` from the left; `today` is none where it lies outside.
    """

    even: str
    planned: str
    reached: str
    ahead: str
    plans: tuple[Mark, ...]
    marks: tuple[Mark, ...]
    values: tuple[tuple[str, float], ...]
    days: tuple[tuple[str, float], ...]
    goal: float
    today: float | None


def trajectory(row: PlanTargetRow, starts: date, as_of: date | None) -> Trajectory | None:
    """Draw a promise from the plan's start to the day it is due; none where it is due before that."""
    due = row.due
    if due <= starts:
        return None
    span = (due - starts).days
    known = [(year.ends, year.reached_total) for year in row.years if year.reached_total is not None]
    reached = [(min(day, as_of or day, due), value) for day, value in known] if row.as_at else []
    planned = [(min(year.ends, due), year.planned_total) for year in row.years]
    ahead = [] if row.projected is None or row.as_at is None or row.as_at >= due else [(due, row.projected)]
    values = [row.baseline, row.target, *(value for _, value in (*reached, *planned, *ahead))]
    low, high, step = _axis(values)

    def place(day: date, value: float) -> Place:
        return 100 * max(0, (day - starts).days) / span, 100 * (value - low) / (high - low)

    first = place(starts, row.baseline)
    came = [first, *(place(*each) for each in reached)]
    plans = [first, *(place(*each) for each in planned)]
    last = place(row.as_at, row.reached) if row.as_at else first
    return Trajectory(
        even=_line([first, place(due, row.target)]),
        planned=_line(plans) if planned else "",
        reached=_line(came) if reached else "",
        ahead=_line([last, *(place(*each) for each in ahead)]) if ahead else "",
        plans=_marks(plans[1:], planned),
        marks=_marks(came[1:], reached),
        values=tuple(
            (wording.fine(low + k * step), 100 * k * step / (high - low)) for k in range(round((high - low) / step) + 1)
        ),
        days=months(starts, due, lambda day: 100 * (day - starts).days / span),
        goal=place(due, row.target)[1],
        today=place(as_of, low)[0] if as_of and starts <= as_of < due else None,
    )


def _axis(values: Sequence[float]) -> tuple[float, float, float]:
    """The lowest and highest label that hold all values, and the step between labels."""
    least, most = min(values), max(values)
    step = nice((most - least or abs(most) or 1.0) / 4)
    low, high = step * math.floor(least / step + 1e-9), step * math.ceil(most / step - 1e-9)
    return low, max(high, low + step), step


def _line(places: Sequence[Place]) -> str:
    above = [f"{x:.2f}% calc({100 - y:.2f}% - {_HALF}px)" for x, y in places]
    below = [f"{x:.2f}% calc({100 - y:.2f}% + {_HALF}px)" for x, y in reversed(places)]
    return polygon(above + below)


def _marks(places: Sequence[Place], values: Sequence[tuple[date, float]]) -> tuple[Mark, ...]:
    return tuple(
        Mark(x, y, f"{wording.fine(value)} by {wording.day(day)}")
        for (x, y), (day, value) in zip(places, values, strict=True)
    )
