"""The picture of a bridge: from the official score up by what began with others, down by what others lost by it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from explorer.charts import score_axis
from graph_schema.answers.agency.rows import Between, Bridge
from graph_schema.answers.rounding import one
from graph_schema.answers.tables import Party

_MOST = 6

Step = Literal["up", "own", "down"]
"""up: lost here and begun elsewhere; own: lost and begun here, so in both scores; down: lost elsewhere, begun here."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One step: an agency, or (none) `others` of them together; places in percent of the axis.

    `before` and `after` are where the score stands on either side of it.
    """

    step: Step
    agency: Party | None
    others: int
    shown: float
    at: float
    width: float
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Picture:
    """The axis from `low` to 100 with its ticks (value, place), both scores on it, and the bars in order."""

    low: float
    step: float
    ticks: tuple[tuple[str, float], ...]
    official_at: float
    adjusted_at: float
    bars: tuple[Bar, ...]


def drawn(found: Bridge, agency: Party) -> Picture:
    """Place a bridge on its axis; of many agencies on one side the smallest stand together."""
    axis = score_axis(min(found.official, found.adjusted))
    bars = list[Bar]()
    at = found.official

    def put(kind: Step, who: Party | None, others: int, points: float, shown: float) -> None:
        nonlocal at
        after = at if kind == "own" else at + points if kind == "up" else at - points
        left = at if kind == "own" else min(at, after)
        place = [axis.at(x) for x in (left, at, after)]
        width = 100 * points / (100.0 - axis.low)
        bars.append(Bar(kind, who, others, shown, place[0], width, place[1], place[2]))
        at = after

    for each in _sides(found.others, "up"):
        put("up", *each)
    if found.own_shown:
        put("own", agency, 0, found.own, found.own_shown)
    for each in _sides(found.others, "down"):
        put("down", *each)
    return Picture(
        low=axis.low,
        step=axis.step,
        ticks=axis.ticks,
        official_at=axis.at(found.official),
        adjusted_at=axis.at(found.adjusted),
        bars=tuple(bars),
    )


def _sides(others: Sequence[Between], way: Step) -> list[tuple[Party | None, int, float, float]]:
    """The agencies of one side, most points first, those with least together."""
    rows = [
        (each.agency, points, shown)
        for each in others
        for points, shown in [(each.from_it, each.from_it_shown) if way == "up" else (each.to_it, each.to_it_shown)]
        if points
    ]
    rows.sort(key=lambda r: (-r[1], r[0].id))
    kept, rest = (rows, []) if len(rows) <= _MOST + 1 else (rows[:_MOST], rows[_MOST:])
    out: list[tuple[Party | None, int, float, float]] = [(party, 0, points, shown) for party, points, shown in kept]
    if rest:
        out.append((None, len(rest), sum(r[1] for r in rest), one(sum(r[2] for r in rest))))
    return out
