"""A plan as the sheets tell it, with every default filled in: nothing here depends on the day of an assessment."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .book import Book
    from .people import People, Ruling
    from .waits import Requirement

GRADES = (Fraction(100), Fraction(90), Fraction(80), Fraction(70), Fraction(60))
"""The points of excellent, very good, good, fair and poor."""

Grid = tuple[Fraction, Fraction, Fraction, Fraction, Fraction]


@dataclass(frozen=True)
class Tree:
    """The agencies of one plan year: `parent` of each (none for a root); which are `external`."""

    parent: Mapping[str, str | None]
    external: frozenset[str] = frozenset()

    def path(self, agency: str) -> tuple[str, ...]:
        """Return the agencies from the root down to `agency`; one that the year does not know stands alone."""
        steps = [agency]
        while (above := self.parent.get(steps[-1])) is not None:
            steps.append(above)
        return tuple(reversed(steps))

    def tier(self, agency: str) -> int:
        """Return the depth of an agency: a root is tier 1."""
        return len(self.path(agency))

    def row(self, agency: str, tier: int) -> str:
        """Return the agency of that tier that `agency` stands under, or itself where it stands above the tier."""
        path = self.path(agency)
        return path[tier - 1] if len(path) >= tier else agency


@dataclass(frozen=True, eq=False)
class PlanYear:
    """A plan year with its days (first and last) and its tree."""

    id: str
    starts: int
    ends: int
    tree: Tree


@dataclass(frozen=True)
class Agreement:
    """An agreement of one agency in one plan year; `tier` is that of the agency in the year's tree."""

    id: str
    agency: str
    year: PlanYear
    weight: Fraction
    tier: int


@dataclass(frozen=True, kw_only=True)
class Deliverable:
    """A dated thing, or a target that is not dated. Days are ordinals; without a planned finish: undated."""

    id: str
    year: PlanYear
    owner: str
    planned_start: int | None = None
    planned_finish: int | None = None

    @property
    def dated(self) -> bool:
        """Tell whether it has days at all."""
        return self.planned_finish is not None

    @property
    def due_day(self) -> int:
        """The planned finish of a dated thing."""
        if self.planned_finish is None:
            raise ValueError(f"{self.id} is not dated")
        return self.planned_finish


@dataclass(frozen=True, kw_only=True)
class Milestone(Deliverable):
    """A request, a clearance, an event."""


@dataclass(frozen=True, kw_only=True)
class Release(Deliverable):
    """One tranche of a budget line; `amount` in minor units of the currency."""

    line: str
    amount: int


@dataclass(frozen=True, kw_only=True)
class Target(Deliverable):
    """One promise. `weight` is the one in its agreement after rescaling (0 without), `grid` the five values or days."""

    measure: str
    agreement: Agreement | None = None
    weight: Fraction = Fraction(0)
    unknown: bool = False
    target: Fraction | None = None
    baseline: Fraction | None = None
    grid: Grid | None = None
    supports: tuple[str, ...] = ()
    share: Fraction = Fraction(1)
    post: str = ""

    @property
    def rising(self) -> bool:
        """Tell whether more is better: the grid says so, given or by default (section 4)."""
        return self.grid is not None and self.grid[0] > self.grid[-1]

    @property
    def goal(self) -> Fraction:
        """The value promised by a quantity or releases target."""
        if self.target is None:
            raise ValueError(f"{self.id} promises no quantity")
        return self.target

    @property
    def base(self) -> Fraction:
        """Where a quantity starts: the baseline, else 0 (rising) or the poor value (falling) (section 4)."""
        if self.baseline is not None:
            return self.baseline
        return Fraction(0) if self.rising or self.grid is None else self.grid[-1]

    @property
    def breadth(self) -> Fraction:
        """B: the whole way from base to target (section 4)."""
        return abs(self.goal - self.base)

    @property
    def planned_value(self) -> Fraction:
        """What the plan itself promised, on the scale of the grid: the day, or the quantity (section 6)."""
        return Fraction(self.due_day) if self.measure == "date" else self.goal

    def lacks(self, achieved: Fraction) -> Fraction:
        """Return what `achieved` lacks of the target, at least 0."""
        return max(Fraction(0), self.goal - achieved if self.rising else achieved - self.goal)

    def raw(self, value: Fraction) -> Fraction:
        """Return the points of a value (a day as ordinal) on the grid: linear, 100 at best, 0 beyond poor."""
        if self.grid is None:
            raise ValueError(f"{self.id} has no grid")
        sign = 1 if self.rising else -1
        if sign * value >= sign * self.grid[0]:
            return GRADES[0]
        better = zip(self.grid, GRADES, strict=True)
        worse = zip(self.grid[1:], GRADES[1:], strict=True)
        for (best, high), (least, low) in zip(better, worse, strict=False):
            if sign * value >= sign * least:
                return low + (high - low) * (value - least) / (best - least)
        return Fraction(0)


@dataclass(frozen=True, order=True)
class Report:
    """One row of progress; the order is that of the rule: by day, verified after self, then by the day of writing."""

    as_of: int
    verified: bool
    reported_on: int
    achieved: Fraction | None = field(default=None, compare=False)
    started_on: int | None = field(default=None, compare=False)
    finished_on: int | None = field(default=None, compare=False)
    forecast_finish: int | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Payment:
    """Money made available on a line, in minor units; it may name its release."""

    line: str
    paid_on: int
    amount: int
    release: str | None


@dataclass(frozen=True, eq=False)
class Years:
    """All plan years together, in order of their first day. `requirements` join dated things alone.

    `book` knows every value that a deliverable or requirement had, `disputes` those that were ruled.
    """

    years: tuple[PlanYear, ...]
    agreements: tuple[Agreement, ...]
    deliverables: Mapping[str, Deliverable]
    requirements: Mapping[str, tuple[Requirement, ...]]
    reports: Mapping[str, tuple[Report, ...]]
    payments: tuple[Payment, ...]
    book: Book
    disputes: tuple[Ruling, ...]
    people: People

    def year(self, plan_year: str) -> PlanYear:
        """Return the plan year of that id."""
        return next(year for year in self.years if year.id == plan_year)

    def targets(self) -> tuple[Target, ...]:
        """Return the targets of all years."""
        return tuple(each for each in self.deliverables.values() if isinstance(each, Target))

    def releases(self) -> tuple[Release, ...]:
        """Return the releases of all years."""
        return tuple(each for each in self.deliverables.values() if isinstance(each, Release))
