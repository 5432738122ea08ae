"""What the answers about reports consist of: frozen rows. Days are calendar days."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph_schema.answers.tables import Party, PlanYear, Source, Status


@dataclass(frozen=True, slots=True)
class ReportingThing:
    """A target or milestone: reports expected of it = in_time + late + missing.

    `missing_since`: first days of the periods of which nothing was reported.  `latest`: the last day that any report
    speaks of; none where it was never reported.
    """

    thing: str
    title: str
    agency: Party
    expected: int
    in_time: int
    late: int
    missing: int
    most_days_late: int
    missing_since: tuple[date, ...]
    latest: date | None


@dataclass(frozen=True, slots=True)
class ReportingAgency:
    """An owner: the same over its `things`; `percent` in time, none where nothing is expected yet."""

    agency: Party
    things: int
    expected: int
    in_time: int
    late: int
    missing: int
    percent: float | None


@dataclass(frozen=True, slots=True)
class StatusRow:
    """What was last reported (`status`, speaking of the day `as_of`) beside what follows from dates and totals."""

    thing: str
    title: str
    agency: Party
    status: str
    as_of: date
    computed: str
    fits: bool
    source: Source


@dataclass(frozen=True, slots=True)
class Told:
    """A finish that was promised in a report which speaks of the day `as_of`."""

    as_of: date
    finish: date


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """The history of promises of a target or milestone: first planned, in force, each forecast that was another.

    `moved`: days from the first promise to the last; `times`: forecasts that differ from the promise before.
    `finished` none: not yet; `off`: days from the last forecast to the finish (before it: negative).
    """

    thing: str
    title: str
    agency: Party
    first: date
    planned: date
    told: tuple[Told, ...]
    times: int
    moved: int
    finished: date | None
    off: int | None


@dataclass(frozen=True, slots=True)
class Reporting:
    """Who reports: a period is `months` long and to be reported `within` days after its end.

    `agencies`: least in time first; `things`: those with a late or missing report, most missing first; `statuses`: all
    that were reported, those that do not fit first; `promises`: everything with a forecast, most moved first.
    """

    plan_year: PlanYear
    months: int
    within: int
    agencies: tuple[ReportingAgency, ...]
    things: tuple[ReportingThing, ...]
    statuses: tuple[StatusRow, ...]
    promises: tuple[PromiseRow, ...]
    text: str
    status: Status


Mark = Literal["on track", "behind", "unreported", "not due"]


@dataclass(frozen=True, slots=True)
class InterimRow:
    """An interim target: what was `planned` by a day beside what had been `reached` by then, in the thing's unit.

    `reached`: the latest total known by that day, told on `told_on`; none where nothing was told.  `lacking`: how far
    it is on the worse side of what was planned, 0 on track; none without `reached`, or where it is not due.
    """

    thing: str
    title: str
    agency: Party
    unit: str
    by: date
    planned: float
    reached: float | None
    told_on: date | None
    mark: Mark
    lacking: float | None
    source: Source


@dataclass(frozen=True, slots=True)
class TrajectoryThing:
    """Where something stands: the mark of its latest interim target that is due, and the next one."""

    thing: str
    title: str
    agency: Party
    unit: str
    mark: Mark
    by: date | None
    planned: float | None
    reached: float | None
    next_by: date | None
    next_planned: float | None


@dataclass(frozen=True, slots=True)
class Trajectory:
    """Interim targets of a plan year: on-track marks, never scored. `things`: behind and unreported ones first."""

    plan_year: PlanYear
    things: tuple[TrajectoryThing, ...]
    rows: tuple[InterimRow, ...]
    text: str
    status: Status
