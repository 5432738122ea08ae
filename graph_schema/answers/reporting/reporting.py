"""Who reports, and does what is said fit? Calendar, statuses and the history of promises of a plan year."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from graph_schema import policy
from graph_schema.answers import sentences
from graph_schema.answers.facts import day_of
from graph_schema.answers.reporting.calendar import Period, kept, periods
from graph_schema.answers.reporting.rows import (
    PromiseRow,
    Reporting,
    ReportingAgency,
    ReportingThing,
    StatusRow,
    Told,
)
from graph_schema.answers.rounding import one
from graph_schema.answers.status import assessed, plan_years, year_of
from graph_schema.answers.tables import Party, Source
from graph_schema.graph import Readable


@dataclass(frozen=True, slots=True)
class Reportable:
    """A row of read/reportable."""

    id: str
    title: str
    measure: str
    agency: str
    name: str
    external: bool
    unit: str
    sign: int
    first_start: date | None
    first_day: int | None
    planned_day: int | None
    finished_day: int | None
    finish_day: int | None
    delay_days: float
    due: bool
    shortfall: float

    @property
    def party(self) -> Party:
        """Its owner."""
        return Party(self.agency, self.name, self.external)


@dataclass(frozen=True, slots=True)
class Report:
    """A row of read/told, in the order in which they hold."""

    thing: str
    as_of: date
    reported_on: date
    achieved: float | None
    forecast: date | None
    status: str
    cause: str
    note: str
    file: str
    row: int
    load: int


def reporting(
    graph: Readable,
    plan_year: str | None = None,
    months: int = policy.REPORT_MONTHS,
    within: int = policy.REPORT_WITHIN,
) -> Reporting:
    """Answer for a plan year (none: the latest) up to the day of the assessment; four round trips.

    Raises NotAssessedError, UnknownPlanYearError.
    """
    known_by = assessed(graph)
    year = year_of(plan_years(graph), plan_year)
    today = known_by.as_of or date.min
    things = graph.read("read/reportable", Reportable, plan_year=year.id)
    told = reports_of(graph, year.id, today)
    calendar = periods(year.starts, year.ends, months, within)
    rows = [_thing(thing, told[thing.id], calendar, today) for thing in things]
    statuses = [row for thing in things if (row := _status(thing, told[thing.id]))]
    promises = [row for thing in things if (row := _promises(thing, told[thing.id]))]
    agencies = _agencies(rows)
    return Reporting(
        plan_year=year,
        months=months,
        within=within,
        agencies=tuple(agencies),
        things=tuple(
            sorted((r for r in rows if r.late or r.missing), key=lambda r: (-r.missing, -r.late, r.thing)),
        ),
        statuses=tuple(sorted(statuses, key=lambda r: (r.fits, r.thing))),
        promises=tuple(sorted(promises, key=lambda r: (-abs(r.moved), -r.times, r.thing))),
        text=_text(rows, agencies, statuses),
        status=known_by,
    )


def reports_of(graph: Readable, plan_year: str, today: date) -> Mapping[str, list[Report]]:
    """Read every report on the deliverables of a year known by a day, by deliverable; one round trip."""
    told: defaultdict[str, list[Report]] = defaultdict(list)
    for report in graph.read("read/told", Report, plan_year=plan_year, as_of=today):
        told[report.thing].append(report)
    return told


def _thing(thing: Reportable, told: Sequence[Report], calendar: Sequence[Period], today: date) -> ReportingThing:
    found = kept(
        calendar,
        ((r.as_of, r.reported_on) for r in told),
        today,
        start=thing.first_start,
        finish=day_of(thing.finished_day),
    )
    return ReportingThing(
        thing=thing.id,
        title=thing.title,
        agency=thing.party,
        expected=found.expected,
        in_time=found.in_time,
        late=found.late,
        missing=len(found.missing),
        most_days_late=found.most_days_late,
        missing_since=found.missing,
        latest=told[-1].as_of if told else None,
    )


def _agencies(rows: Sequence[ReportingThing]) -> list[ReportingAgency]:
    of: defaultdict[str, list[ReportingThing]] = defaultdict(list)
    for row in rows:
        of[row.agency.id].append(row)
    out = [_agency(mine) for mine in of.values()]
    return sorted(out, key=lambda a: (a.percent is None, a.percent or 0.0, -a.expected, a.agency.id))


def _agency(mine: Sequence[ReportingThing]) -> ReportingAgency:
    expected, in_time = sum(r.expected for r in mine), sum(r.in_time for r in mine)
    return ReportingAgency(
        agency=mine[0].agency,
        things=len(mine),
        expected=expected,
        in_time=in_time,
        late=sum(r.late for r in mine),
        missing=sum(r.missing for r in mine),
        percent=100 * in_time / expected if expected else None,
    )


def _status(thing: Reportable, told: Sequence[Report]) -> StatusRow | None:
    last = next((r for r in reversed(told) if r.status), None)
    if last is None:
        return None
    fits, computed = _computed(thing, last.status)
    source = Source(last.file, last.row, last.load)
    return StatusRow(thing.id, thing.title, thing.party, last.status, last.as_of, computed, fits, source)


def _computed(thing: Reportable, status: str) -> tuple[bool, str]:
    """Whether a reported status fits the computed state, and that state in words."""
    late = sentences.amount(one(thing.delay_days), "days")
    finished, expected = day_of(thing.finished_day), day_of(thing.finish_day)
    if expected is None:
        return True, "not measured"
    if finished is not None:
        how = f", {late} late" if thing.delay_days else ""
        return True, f"finished on {sentences.on(finished)}{how}"
    short = f", {sentences.amount(one(thing.shortfall), thing.unit or 'units')} short" if thing.shortfall else ""
    if thing.delay_days:
        so_far = "due already" if thing.due else f"expected on {sentences.on(expected)}"
        fits = status in ("delayed", "blocked") or (status == "at risk" and not thing.due)
        return fits, f"not finished, {so_far}, {late} late{short}"
    return status in ("on track", "at risk"), f"not finished, expected in time on {sentences.on(expected)}{short}"


def _promises(thing: Reportable, told: Sequence[Report]) -> PromiseRow | None:
    forecasts = [Told(r.as_of, r.forecast) for r in told if r.forecast is not None]
    first, planned, finished = (day_of(d) for d in (thing.first_day, thing.planned_day, thing.finished_day))
    if not forecasts or first is None or planned is None:
        return None
    changed = list[Told]()
    for each in forecasts:
        if each.finish != (changed[-1].finish if changed else planned):
            changed.append(each)
    last = forecasts[-1].finish
    return PromiseRow(
        thing=thing.id,
        title=thing.title,
        agency=thing.party,
        first=first,
        planned=planned,
        told=tuple(changed),
        times=len(changed),
        moved=(last - first).days,
        finished=finished,
        off=(finished - last).days if finished else None,
    )


def _text(rows: Sequence[ReportingThing], agencies: Sequence[ReportingAgency], statuses: Sequence[StatusRow]) -> str:
    expected = sum(r.expected for r in rows)
    if not expected:
        return "No report is due yet."
    in_time, late, missing = (sum(getattr(r, name) for r in rows) for name in ("in_time", "late", "missing"))
    out = f"{in_time:,} of {expected:,} reports came in time, {late:,} late, {missing:,} not at all."
    least = agencies[0]
    if least.in_time < least.expected:
        where = sentences.named(least.agency.name)
        out += f" Least in time: {where}, {least.in_time:,} of {least.expected:,}."
    odd = sum(not s.fits for s in statuses)
    if odd:
        what = "1 reported status does" if odd == 1 else f"{odd:,} reported statuses do"
        out += f" {what} not fit what is computed."
    return out
