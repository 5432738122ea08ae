"""Where things stand in a picture: positions in percent of its width. Numbers themselves come from the answers."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from graph_schema.answers.rows import Account, Origin, Root
from graph_schema.answers.tables import ScoreRow
from graph_schema.answers.things import Lane, Step

_MOST_ROWS = 20
_MOST_GROUPS = 6
_MOST_ITEMS = 4
_NEAR, _NEAR_NARROW = 6.2, 9.0
"""Percent of the axis: marks nearer than this would touch, on a phone by the second; so one stands above the other."""


def nice(width: float) -> float:
    """The smallest of 1, 2, 5 × a power of ten that is not less than `width` (> 0)."""
    power = 10.0 ** math.floor(math.log10(width))
    return next(step * power for step in (1.0, 2.0, 5.0, 10.0) if step * power >= width * (1 - 1e-9))


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis of scores from `low` to 100: a line every `step` percent of it, and its ticks (value, place)."""

    low: float
    step: float
    ticks: tuple[tuple[str, float], ...]

    def at(self, score: float) -> float:
        """Where a score stands, in percent."""
        return 100 * (score - self.low) / (100.0 - self.low)


def score_axis(least: float) -> Axis:
    """The axis on which scores from `least` to 100 fit, with ticks at round numbers."""
    step = nice(max(100.0 - least, 4.0) / 5)
    low = min(100.0 - step * math.ceil((100.0 - least) / step - 1e-9), 100.0 - 2 * step)
    span = 100.0 - low
    ticks = tuple((f"{low + i * step:g}", 100 * i * step / span) for i in range(round(span / step) + 1))
    return Axis(low, 100 * step / span, ticks)


@dataclass(frozen=True, slots=True)
class Dumbbell:
    """One agency's official and adjusted score on the axis (`official_at`, `adjusted_at` in percent)."""

    row: ScoreRow
    official_at: float
    adjusted_at: float
    way: str

    @property
    def near(self) -> str:
        """Where the two marks would run into each other on one line: 'near', 'near-narrow' (on a phone) or ''."""
        between = abs(self.official_at - self.adjusted_at)
        return "" if self.way == "eq" or between >= _NEAR_NARROW else "near" if between < _NEAR else "near-narrow"


@dataclass(frozen=True, slots=True)
class Dumbbells:
    """The axis from `low` to 100 with its ticks (value, place), a grid line every `step` percent, and the rows."""

    low: float
    step: float
    ticks: tuple[tuple[str, float], ...]
    rows: tuple[Dumbbell, ...]
    left_out: int

    @property
    def widest(self) -> int:
        """Characters of the longest agency id among the rows."""
        return max(len(drawn.row.agency.id) for drawn in self.rows)


def dumbbells(rows: Sequence[ScoreRow], most: int = _MOST_ROWS) -> Dumbbells | None:
    """The agencies with a score, the `most` that moved most where there are many; none where nobody has one."""
    scored = [r for r in rows if r.official is not None and r.adjusted is not None]
    if not scored:
        return None
    if len(scored) > most:
        moved = sorted(scored, key=lambda r: -abs(r.change or 0.0))[:most]
        kept = {r.agency.id for r in moved}
        scored, left_out = [r for r in scored if r.agency.id in kept], len(scored) - most
    else:
        left_out = 0
    axis = score_axis(min(min(r.official or 0.0, r.adjusted or 0.0) for r in scored))
    drawn = tuple(
        Dumbbell(
            r,
            axis.at(r.official or 0.0),
            axis.at(r.adjusted or 0.0),
            "eq" if not r.change_shown else "up" if r.change_shown > 0 else "dn",
        )
        for r in scored
    )
    return Dumbbells(axis.low, axis.step, axis.ticks, drawn, left_out)


@dataclass(frozen=True, slots=True)
class Shades:
    """Four steps of grey for what is above nothing; `legend` pairs each step with its words."""

    width: float
    legend: tuple[tuple[int, str], ...]

    def of(self, value: float) -> int:
        """The step (0-4) of a value; 0 is nothing at all."""
        return 0 if value <= 0 else min(4, 1 + int(value / self.width + 1e-9))


def shades(largest: float) -> Shades:
    """Shades for values from 0 to `largest`, with thresholds that are round numbers."""
    width = nice(largest / 7.5) if largest > 0 else 1.0  # so that the largest lies above the last threshold
    a, b, c = (f"{width * i:g}" for i in (1, 2, 3))
    return Shades(width, ((0, "0"), (1, f"under {a}"), (2, f"{a} to {b}"), (3, f"{b} to {c}"), (4, f"{c} or more")))


@dataclass(frozen=True, slots=True)
class Fall:
    """One bar of the waterfall: a root, or the smaller roots of an agency together (`root` none)."""

    root: Root | None
    others: int
    shown: float
    at: float
    width: float
    first: bool
    last: bool


@dataclass(frozen=True, slots=True)
class Falls:
    """An agency's bars; `origin` none: the agencies with least, together."""

    origin: Origin | None
    others: int
    shown: float
    bars: tuple[Fall, ...]


def waterfall(account: Account, most_groups: int = _MOST_GROUPS, most_items: int = _MOST_ITEMS) -> tuple[Falls, ...]:
    """From plan to actual: agencies with most first, each with its bars, in the order of the account."""
    whole = account.total or 1.0
    origins = list(account.origins)
    kept, rest = (origins, []) if len(origins) <= most_groups + 1 else (origins[:most_groups], origins[most_groups:])
    groups: list[tuple[Origin | None, list[tuple[Root | None, list[Root]]]]] = []
    for origin in kept:
        roots = list(origin.roots)
        if len(roots) <= most_items + 1:
            groups.append((origin, [(r, [r]) for r in roots]))
        else:
            alone, several = roots[:most_items], roots[most_items:]
            groups.append((origin, [*((r, [r]) for r in alone), (None, several)]))
    if rest:
        groups.append((None, [(None, [r for o in rest for r in o.roots])]))
    bars = sum(len(items) for _, items in groups)
    out: list[Falls] = []
    place, number = 0.0, 0
    for origin, items in groups:
        drawn: list[Fall] = []
        for root, several in items:
            amount = sum(r.amount for r in several)
            number += 1
            drawn.append(
                Fall(
                    root,
                    0 if root else len(several),
                    sum(r.shown for r in several),
                    100 * place / whole,
                    100 * amount / whole,
                    number == 1,
                    number == bars,
                )
            )
            place += amount
        shown = sum(bar.shown for bar in drawn)
        out.append(Falls(origin, 0 if origin else len(rest), shown, tuple(drawn)))
    return tuple(out)


def quarters(planned: date, came: date) -> tuple[tuple[date, float], ...]:
    """Three days between plan and actual, with their places; none where these are too near."""
    days = (came - planned).days
    if days < 8:  # noqa: PLR2004 - labels would repeat themselves
        return ()
    return tuple((planned + timedelta(days=round(days * q / 100)), float(q)) for q in (25, 50, 75))


@dataclass(frozen=True, slots=True)
class Track:
    """One lane of the explanation: promised, then float, then late, all in percent of the width."""

    lane: Lane
    dot: float
    float_width: float
    late_width: float
    end: float


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of lateness under the lanes, and how it was shared among how many; `name` is a letter."""

    at: float
    width: float
    days: float
    each: float
    among: int
    name: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Lanes against the day from which each counts as late (`zero`, the same place for all)."""

    zero: float
    needed: date | None
    tracks: tuple[Track, ...]
    stretches: tuple[Stretch, ...]


def timeline(step: Step, most: int = 6) -> Timeline | None:
    """The picture beside an explanation; none where there is nothing to draw."""
    lanes = step.lanes[:most]
    if not lanes or not any(lane.late_days > 0 for lane in lanes):
        return None
    before = max(0, *((lane.late_from - lane.planned).days for lane in lanes))
    after = max(lane.late_days for lane in lanes)
    before = min(before, round(2 * after) + 1)  # a long float is drawn shortened: its days are in words
    span = before + after or 1.0
    zero = 100 * before / span
    tracks = tuple(
        Track(
            lane,
            dot := max(0.0, 100 * (before - max(0, (lane.late_from - lane.planned).days)) / span),
            zero - dot,
            100 * lane.late_days / span,
            zero + 100 * lane.late_days / span,
        )
        for lane in lanes
    )
    stretches = tuple(
        Stretch(
            zero + 100 * cut.from_days / span,
            100 * cut.days / span,
            cut.days,
            cut.each,
            len(cut.among),
            chr(ord("a") + number % 26),
        )
        for number, cut in enumerate(step.cuts)
    )
    same = {lane.late_from for lane in lanes}
    return Timeline(zero, lanes[0].late_from if len(same) == 1 else None, tracks, stretches)
