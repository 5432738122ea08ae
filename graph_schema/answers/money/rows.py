"""What the answer about money consists of: frozen rows.

Amounts are in the currency of the plan year; they are summed in whole minor units, so that what stands in a table adds
up to the last digit. Percentages run from 0 to 100. Days are calendar days.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph_schema.answers.tables import Party, PlanYear, Status

By = Literal["line", "source", "agency", "sector", "released-by", "month"]
GROUPINGS: tuple[By, ...] = ("line", "source", "agency", "sector", "released-by", "month")


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """The money of one line, source, agency (that receives it), sector, agency that releases it, or month.

    `key` is '' where the plan names none, and for amounts of whole lines where rows are releases' (`released-by`: the
    budget, spending and what was paid beyond the lines; `month`: the budget): `title` says so.

    promised: first amounts; revised: those in force = on_time + late + short + outstanding. released = on_time +
    late: matched up to the assessment, on or after the planned day in force. short: due, not matched; outstanding:
    not yet due, not matched. beyond: paid on the line, more than its releases could take; apart from all others.
    due: revised amounts due by now; timeliness: percent of them that came on time (due_on_time), none where nothing
    is due. amount_days: Σ part × days after its planned day (what is short: up to the assessment); days_late: the
    same for one unit of late or short money, none without any. budget: amounts of lines, none where all of them
    withhold it (`withheld` counts those); spent: to date, none where no spending was reported; spent_share: percent
    of the budget, over lines that give an amount. points, days: what began at these releases, of the agreements of
    the year and tier of the answer.
    """

    key: str
    title: str
    releases: int
    lines: int
    withheld: int
    budget: float | None
    promised: float
    revised: float
    due: float
    due_on_time: float
    on_time: float
    late: float
    released: float
    short: float
    outstanding: float
    beyond: float
    spent: float | None
    spent_share: float | None
    timeliness: float | None
    amount_days: float
    days_late: float | None
    points: float
    days: float


@dataclass(frozen=True, slots=True)
class YearCost:
    """Points × weight and days of the agreements of another plan year that began at a release of this one."""

    plan_year: str
    points: float
    days: float


@dataclass(frozen=True, slots=True)
class ReleaseCost:
    """A release, how late its money came, and what that cost downstream.

    `paid_on`: the day its whole amount was matched, none while it is not; `expected`: the day it came or is expected.
    `points` and `days` began here, of the agreements of the year and tier of the answer; `as_promise` of the points
    were lost by targets that promise timely releases, the rest by what needed the money.  `holds`: how many
    deliverables it delayed or cut directly.  `other_years`: a cause keeps its name where a delay crosses years.
    """

    release: str
    title: str
    line: str
    released_by: Party
    receives: Party
    first_planned: date
    planned: date
    paid_on: date | None
    expected: date | None
    late_days: float
    promised: float
    revised: float
    on_time: float
    late: float
    short: float
    outstanding: float
    amount_days: float
    points: float
    points_shown: float
    as_promise: float
    days: float
    holds: int
    other_years: tuple[YearCost, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """What flowed in a month: promised first, promised in force (by planned day), released, paid beyond, spent."""

    month: str
    promised: float
    revised: float
    released: float
    beyond: float
    spent: float


@dataclass(frozen=True, slots=True)
class LeadTime:
    """A request that a release waits for: days from request to money, as planned and as it was.

    planned_days: planned day of the release − planned day of the request (none: the request is undated).  actual_days:
    none until both came; `open_days`: since the request was sent, while the money has not all come.
    """

    request: str
    request_title: str
    asked_by: Party
    release: str
    release_title: str
    released_by: Party
    request_planned: date | None
    requested_on: date | None
    planned: date
    paid_on: date | None
    planned_days: int | None
    actual_days: int | None
    open_days: int | None


@dataclass(frozen=True, slots=True)
class LeadTimes:
    """The requests of a plan year, and their means: over the same requests, those that were sent and paid.

    `mean_planned` and `mean_actual` are none without any; `text` says it in words.
    """

    rows: tuple[LeadTime, ...]
    answered: int
    open: int
    mean_planned: float | None
    mean_actual: float | None
    text: str

    @property
    def longest(self) -> tuple[LeadTime, ...]:
        """The requests by how long they took, or have waited; the longest first."""
        return tuple(sorted(self.rows, key=lambda row: -(row.actual_days or row.open_days or 0)))


@dataclass(frozen=True, slots=True)
class Head:
    """A budget head: promised first, released; adjusted = promised × (Σ released / Σ promised); deviation |a − â|."""

    key: str
    title: str
    promised: float
    released: float
    adjusted: float
    deviation: float


@dataclass(frozen=True, slots=True)
class Outturn:
    """How much of what a plan year promised was released, and how far the mix of budget heads changed.

    `aggregate`: released / promised in percent, after PEFA PI-1.1; `by_agency`, `by_sector`: Σ deviation / Σ adjusted
    in percent, after PEFA PI-2.1, over top agencies and over sectors.  None where nothing was promised (released).
    `complete`: the year was over on the day of the assessment; before that the figures are to date.
    """

    plan_year: str
    complete: bool
    promised: float
    released: float
    aggregate: float | None
    by_agency: float | None
    by_sector: float | None
    agencies: tuple[Head, ...]
    sectors: tuple[Head, ...]


@dataclass(frozen=True, slots=True)
class Money:
    """The money of a plan year: `rows` sum to `total`, in every column that is a sum.

    `tier`: of the agreements whose points and days are shown.  `releases`: those that cost most of all `of`.
    `outturns`: of every plan year up to this one, the last is this one's.
    """

    plan_year: PlanYear
    by: By
    tier: int
    total: MoneyRow
    rows: tuple[MoneyRow, ...]
    releases: tuple[ReleaseCost, ...]
    of: int
    months: tuple[Month, ...]
    lead_times: LeadTimes
    outturns: tuple[Outturn, ...]
    text: str
    status: Status
