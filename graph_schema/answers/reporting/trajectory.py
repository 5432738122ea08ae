"""Is it on track? Interim targets of a plan year beside what had been reached by then."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from graph_schema.answers.reporting.reporting import Report, reports_of
from graph_schema.answers.reporting.rows import InterimRow, Mark, Trajectory, TrajectoryThing
from graph_schema.answers.status import assessed, plan_years, year_of
from graph_schema.answers.tables import Party, Source
from graph_schema.graph import Readable

_ORDER: tuple[Mark, ...] = ("behind", "unreported", "on track", "not due")
_DUST = 1e-9


@dataclass(frozen=True, slots=True)
class Interim:
    """A row of read/trajectory. `sign` 1: more is better, −1: less is better."""

    thing: str
    title: str
    agency: str
    name: str
    external: bool
    unit: str
    sign: int
    by: date
    planned: float
    file: str
    row: int
    load: int


def trajectory(graph: Readable, plan_year: str | None = None) -> Trajectory:
    """Answer for a plan year (none: the latest) up to the day of the assessment; four round trips.

    Raises NotAssessedError, UnknownPlanYearError.
    """
    known_by = assessed(graph)
    year = year_of(plan_years(graph), plan_year)
    today = known_by.as_of or date.min
    told = reports_of(graph, year.id, today)
    rows = [_row(each, told[each.thing], today) for each in graph.read("read/trajectory", Interim, plan_year=year.id)]
    of: defaultdict[str, list[InterimRow]] = defaultdict(list)
    for row in rows:
        of[row.thing].append(row)
    things = sorted((_thing(mine) for mine in of.values()), key=lambda t: (_ORDER.index(t.mark), t.thing))
    return Trajectory(year, tuple(things), tuple(rows), _text(things), known_by)


def _row(interim: Interim, told: Sequence[Report], today: date) -> InterimRow:
    until = min(interim.by, today)
    known = [r for r in told if r.achieved is not None and r.as_of <= until]
    reached = known[-1].achieved if known else None
    mark: Mark = "not due"
    lacking = None
    if interim.by <= today and reached is None:
        mark = "unreported"
    elif interim.by <= today and reached is not None:
        lacking = max(0.0, interim.sign * (interim.planned - reached))
        mark = "behind" if lacking > _DUST else "on track"
    return InterimRow(
        thing=interim.thing,
        title=interim.title,
        agency=Party(interim.agency, interim.name, interim.external),
        unit=interim.unit,
        by=interim.by,
        planned=interim.planned,
        reached=reached,
        told_on=known[-1].as_of if known else None,
        mark=mark,
        lacking=lacking,
        source=Source(interim.file, interim.row, interim.load),
    )


def _thing(mine: Sequence[InterimRow]) -> TrajectoryThing:
    due = [row for row in mine if row.mark != "not due"]
    ahead = next((row for row in mine if row.mark == "not due"), None)
    last = due[-1] if due else None
    return TrajectoryThing(
        thing=mine[0].thing,
        title=mine[0].title,
        agency=mine[0].agency,
        unit=mine[0].unit,
        mark=last.mark if last else "not due",
        by=last.by if last else None,
        planned=last.planned if last else None,
        reached=last.reached if last else None,
        next_by=ahead.by if ahead else None,
        next_planned=ahead.planned if ahead else None,
    )


def _text(things: Sequence[TrajectoryThing]) -> str:
    if not things:
        return "No interim target is planned in this year."
    marked = [t for t in things if t.mark != "not due"]
    if not marked:
        return "No interim target is due yet."
    on, behind, silent = (sum(t.mark == mark for t in marked) for mark in ("on track", "behind", "unreported"))
    return f"Of {len(marked):,} with an interim target due, {on:,} on track, {behind:,} behind, {silent:,} unreported."
