"""What the answer about a five-year plan consists of: frozen rows.

Values are in the unit of what is promised, amounts in the currency of the plan year, percentages from 0 to 100.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph_schema.answers.tables import Party, Status

Standing = Literal["reached", "within reach", "out of reach", "missed", "nothing reported", "nothing contributes"]
Counts = Literal["adds up", "level"]


@dataclass(frozen=True, slots=True)
class Contribution:
    """An annual target, and what of it counts for the five years.

    `promised`: its `contribution`, else its target by the plan in force; none where the plan says neither (`why`).
    `counted`: its `contribution` once it is finished, else what it achieved; none while there is nothing (`why`).
    `interim_…`: its latest interim target by the day of the assessment, and what was reached by then.
    """

    plan_target: str
    target: str
    title: str
    plan_year: str
    agency: Party
    promised: float | None
    counted: float | None
    why: str
    finished: date | None
    due: bool
    delay_days: float
    shortfall: float
    interim_by: date | None
    interim_planned: float | None
    interim_reached: float | None


@dataclass(frozen=True, slots=True)
class YearOfTarget:
    """A plan year of a promise: promised and counted by its annual targets, where that brings it, and the even line.

    `planned_total`, `reached_total`: from the baseline on.  `even`: the value at the year's end, or at the assessment
    in the year that runs, on an even way from the baseline to the target; `reached_total` none in years not begun.
    `ends`: the year's last day.
    """

    plan_target: str
    plan_year: str
    ends: date
    promised: float
    counted: float
    planned_total: float
    reached_total: float | None
    even: float


@dataclass(frozen=True, slots=True)
class PlanTargetRow:
    """A promise of five years, and how far it is.

    reached: baseline + what annual targets count (`adds up`), or the value of the latest year (`level`, see
    `progress.counts_as`), as of `as_at`.  share = (reached − baseline) / (target − baseline); time_share: of the days
    from the plan's start to `due`.  left: what lacks, at least 0; `left_a_year` over the years from `as_at` to `due`.
    pace: what a year brought so far; `projected`: the value when due at that pace.  planned_share: what annual targets
    counted, of what they promised in the years begun (those that say how much).  budget, spent: of the lines with a
    release that a contributing target requires; a line may stand by several promises; none where currencies differ.
    """

    id: str
    title: str
    agency: Party
    sector: str
    unit: str
    counts: Counts
    baseline: float
    target: float
    due: date
    as_at: date | None
    reached: float
    share: float | None
    time_share: float
    planned_share: float | None
    left: float
    left_a_year: float | None
    pace: float | None
    projected: float | None
    standing: Standing
    budget: float | None
    spent: float | None
    spent_share: float | None
    years: tuple[YearOfTarget, ...]
    contributions: tuple[Contribution, ...]
    text: str


@dataclass(frozen=True, slots=True)
class YearRow:
    """A plan year of the five: its money, and the points × weight that the tier's agreements lost in it.

    lost = began_in_it + began_elsewhere: in deliverables of another plan year, or in a cause outside; so as shown.
    """

    plan_year: str
    begun: bool
    currency: str
    budget: float | None
    promised: float
    released: float
    spent: float | None
    spent_share: float | None
    lost: float
    began_in_it: float
    began_elsewhere: float
    lost_shown: float
    began_in_it_shown: float
    began_elsewhere_shown: float


@dataclass(frozen=True, slots=True)
class Crossing:
    """Points and days of a plan year that began with a deliverable of another one (`began_in` '': a cause outside)."""

    plan_year: str
    began_in: str
    thing: str
    title: str
    agency: Party
    points: float
    days: float


@dataclass(frozen=True, slots=True)
class FiveYear:
    """A five-year plan as of the day of the assessment; points of one year never mix with those of another.

    `plans`: the ids of all five-year plans.  `time_share`: of its days; `share`: mean share of its promises, each
    between 0 and 100; `budget` and `spent` of the plan years that there are, none where their currencies differ.
    """

    id: str
    title: str
    starts: date
    ends: date
    plans: tuple[str, ...]
    tier: int
    time_share: float
    share: float | None
    budget: float | None
    spent: float | None
    spent_share: float | None
    targets: tuple[PlanTargetRow, ...]
    years: tuple[YearRow, ...]
    crossings: tuple[Crossing, ...]
    text: str
    status: Status
