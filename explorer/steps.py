"""Amounts that add up day by day, drawn as stairs: where they stand, in percent of the picture."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from explorer import wording
from explorer.charts import nice
from graph_schema.answers.money.curves import Curve, Point

_MOST_STEPS = 120
"""Steps that can be told apart in a picture; of more, those that come near each other become one."""

_MOST_LABELS = 9

_HALF = 1.25
"""Half the width of a line, in pixels."""


@dataclass(frozen=True, slots=True)
class Stairs:
    """A curve: `came` as a filled area, `planned` as a line, `first` as another one where it differs (else '').

    Each is the shape of a CSS `clip-path`.  `days` and `amounts` are labels with their places, from the left and from
    the bottom; `today` is the place of the assessment, none where it lies outside.
    """

    curve: Curve
    came: str
    planned: str
    first: str
    days: tuple[tuple[str, float], ...]
    amounts: tuple[tuple[str, float], ...]
    today: float | None


def stairs(curve: Curve, starts: date, ends: date, as_of: date | None, scale: float) -> Stairs | None:
    """Draw a curve over a plan year, or further where its money came later; none where there is nothing to draw."""
    points = curve.points
    if not points:
        return None
    low, high = min(starts, points[0].day), max(ends, points[-1].day)
    span = (high - low).days + 1
    most = max(max(p.promised, p.revised, p.came) for p in points)
    step = nice((most or 1.0) / 4)
    steps = max(1, math.ceil(most / step - 1e-9))

    def across(day: date) -> float:
        return 100 * (day - low).days / span

    def corners(value: Callable[[Point], float], until: float) -> list[tuple[float, float]]:
        rises = [(across(p.day), 100 - 100 * value(p) / (step * steps)) for p in _few(points, span)]
        return _corners(rises, until)

    now = across(min(as_of, high) + timedelta(1)) if as_of else 100.0
    return Stairs(
        curve=curve,
        came=_area(corners(lambda p: p.came, now)),
        planned=_line(corners(lambda p: p.revised, 100.0)),
        first=_line(corners(lambda p: p.promised, 100.0)) if curve.moved else "",
        days=months(low, high, across),
        amounts=tuple((wording.fine(k * step / scale), 100 * k / steps) for k in range(1, steps + 1)),
        today=now if as_of and low <= as_of < high else None,
    )


def _few(points: Sequence[Point], span: int) -> list[Point]:
    """At most so many points that each step can be seen; of those near each other the last, which holds the others."""
    width = -(-span // _MOST_STEPS)
    return list({p.day.toordinal() // width: p for p in points}.values()) if len(points) > _MOST_STEPS else [*points]


def _corners(rises: Sequence[tuple[float, float]], until: float) -> list[tuple[float, float]]:
    """The corners of stairs from the bottom left to `until`: each step rises at its place to its height."""
    out, height = [(0.0, 100.0)], 100.0
    for at, to in rises:
        if at <= until:
            out += [(at, height), (at, to)]
            height = to
    return [*out, (until, height)]


def _area(corners: Sequence[tuple[float, float]]) -> str:
    return polygon([f"{x:.2f}% {y:.2f}%" for x, y in [*corners, (corners[-1][0], 100.0)]])


def _line(corners: Sequence[tuple[float, float]]) -> str:
    """Stairs that only rise: one side of the line lies up and left of the corners, the other down and right."""
    above = [f"calc({x:.2f}% - {_HALF}px) calc({y:.2f}% - {_HALF}px)" for x, y in corners]
    below = [f"calc({x:.2f}% + {_HALF}px) calc({y:.2f}% + {_HALF}px)" for x, y in reversed(corners)]
    return polygon(above + below)


def polygon(corners: Sequence[str]) -> str:
    """A CSS shape of corners, each "x y"."""
    return f"polygon({', '.join(corners)})"


def months(low: date, high: date, across: Callable[[date], float]) -> tuple[tuple[str, float], ...]:
    """The first days of some months, at most nine, with their places."""
    months = (high.year - low.year) * 12 + high.month - low.month
    every = next(m for m in (2, 3, 6, 12, 60, 1200) if months / m < _MOST_LABELS)
    firsts = [date((low.month - 1 + k) // 12 + low.year, (low.month - 1 + k) % 12 + 1, 1) for k in range(months + 1)]
    return tuple((wording.month(day), across(day)) for day in firsts[::every] if low <= day)
