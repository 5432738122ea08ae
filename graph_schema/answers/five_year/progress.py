"""How far a promise of five years is: what its annual targets add up to, the pace so far, and what is left a year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from graph_schema.answers.five_year.rows import Contribution, Counts, Standing, YearOfTarget

YEAR = 365.25
"""Days of a year, for what is left of a plan and for its pace."""

_DUST = 1e-9


@dataclass(frozen=True, slots=True)
class Span:
    """A plan year with its first and last day."""

    id: str
    starts: date
    ends: date


@dataclass(frozen=True, slots=True)
class Promise:
    """What is promised: from `baseline` at the plan's start to `target` when `due`."""

    id: str
    baseline: float | None
    target: float
    starts: date
    due: date

    @property
    def base(self) -> float:
        """Where it starts: 0 where no baseline is given."""
        return self.baseline or 0.0

    @property
    def sign(self) -> Literal[1, -1]:
        """1: more is better; −1: less is."""
        return 1 if self.target >= self.base else -1

    def share(self, value: float) -> float | None:
        """Percent of the way from the baseline to the target; none where there is no way to go."""
        whole = self.target - self.base
        return 100 * (value - self.base) / whole if whole else None

    def even(self, day: date) -> float:
        """The value at the end of a day on an even way from the day before the plan starts."""
        return self.base + (self.target - self.base) * self.time(day)

    def time(self, day: date) -> float:
        """The part, 0 to 1, of the days from the plan's start to when it is due that are over at the end of a day."""
        whole = (self.due - self.starts).days + 1
        return min(1.0, max(0.0, ((day - self.starts).days + 1) / whole)) if whole > 0 else 1.0


@dataclass(frozen=True, slots=True)
class Progressed:
    """How far a promise is as of a day; see PlanTargetRow."""

    counts: Counts
    time: float
    as_at: date | None
    reached: float
    left: float
    left_a_year: float | None
    pace: float | None
    projected: float | None
    planned_share: float | None
    standing: Standing
    years: tuple[YearOfTarget, ...]


def counts_as(promise: Promise, targets: Sequence[tuple[float | None, float | None]]) -> Counts:
    """Say whether annual values add up to a promise, or are levels, of which the latest stands.

    `targets`: value promised and baseline of each annual target.  It is a level where the target lies below the
    baseline, or where the promise has a baseline and an annual target promises a value between baseline and target
    that has a baseline of its own, or would pass the whole if it were added.
    """
    if promise.sign < 0:
        return "level"
    for value, baseline in targets if promise.base else ():
        within = value is not None and promise.base <= value <= promise.target
        if within and (baseline is not None or promise.base + (value or 0.0) > promise.target):
            return "level"
    return "adds up"


def progressed(
    promise: Promise, counts: Counts, years: Sequence[Span], contributions: Sequence[Contribution], today: date
) -> Progressed:
    """Work out how far a promise is at the end of a day, from the contributions of all plan years."""
    of = {year.id: [c for c in contributions if c.plan_year == year.id] for year in years}
    begun = [year for year in years if year.starts <= today]
    before = promise.starts - timedelta(1)
    reached, as_at = promise.base, max(before, min(today, promise.due)) if counts == "adds up" else before
    totals = list[float]()
    for year in begun:
        value, over = _value(of[year.id]), year.ends <= today
        if counts == "adds up":
            reached += promise.sign * (value or 0.0)
        elif value is not None and (over or promise.sign * value > promise.sign * reached):
            reached, as_at = value, year.ends if over else today
        totals.append(reached)
    some = any(c.counted is not None for year in begun for c in of[year.id])
    left = max(0.0, promise.sign * (promise.target - reached))
    spent, ahead = ((as_at - promise.starts).days + 1) / YEAR, (promise.due - as_at).days / YEAR
    pace = (reached - promise.base) / spent if some and spent > 0 else None
    projected = reached + pace * max(0.0, ahead) if pace is not None else None
    promised = [c for year in begun for c in of[year.id] if c.promised is not None]
    planned = sum(c.promised or 0.0 for c in promised)
    return Progressed(
        counts=counts,
        time=promise.time(today),
        as_at=as_at if some else None,
        reached=reached,
        left=left,
        left_a_year=left / ahead if left and ahead > 0 else None,
        pace=pace,
        projected=projected,
        planned_share=100 * _counted(promised) / planned if planned else None,
        standing=_standing(promise, contributions, some=some, left=left, projected=projected, today=today),
        years=_years(promise, counts, years, of, totals=totals, today=today),
    )


def _years(
    promise: Promise,
    counts: Counts,
    years: Sequence[Span],
    of: dict[str, list[Contribution]],
    *,
    totals: Sequence[float],
    today: date,
) -> tuple[YearOfTarget, ...]:
    rows = list[YearOfTarget]()
    planned = promise.base
    for number, year in enumerate(years):
        promised = sum(c.promised or 0.0 for c in of[year.id])
        if counts == "adds up":
            planned += promise.sign * promised
        elif any(c.promised is not None for c in of[year.id]):
            planned = promised
        rows.append(
            YearOfTarget(
                plan_target=promise.id,
                plan_year=year.id,
                ends=year.ends,
                promised=promised,
                counted=_counted(of[year.id]),
                planned_total=planned,
                reached_total=totals[number] if number < len(totals) else None,
                even=promise.even(min(year.ends, today) if year.starts <= today else year.ends),
            )
        )
    return tuple(rows)


def _standing(
    promise: Promise,
    contributions: Sequence[Contribution],
    *,
    some: bool,
    left: float,
    projected: float | None,
    today: date,
) -> Standing:
    if not contributions:
        return "nothing contributes"
    if not some:
        return "missed" if today >= promise.due else "nothing reported"
    if left <= _DUST * max(1.0, abs(promise.target)):
        return "reached"
    if today >= promise.due:
        return "missed"
    short = promise.sign * (promise.target - (projected if projected is not None else promise.base))
    return "within reach" if short <= _DUST * max(1.0, abs(promise.target)) else "out of reach"


def _counted(contributions: Sequence[Contribution]) -> float:
    return sum(c.counted or 0.0 for c in contributions)


def _value(contributions: Sequence[Contribution]) -> float | None:
    known = [c.counted for c in contributions if c.counted is not None]
    return sum(known) if known else None
