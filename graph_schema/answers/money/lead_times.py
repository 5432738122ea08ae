"""How long does money take from the request? Each request of a plan year beside the release that waits for it."""

from dataclasses import dataclass

from graph_schema.answers import sentences
from graph_schema.answers.facts import day_of
from graph_schema.answers.money.rows import LeadTime, LeadTimes
from graph_schema.answers.rounding import one
from graph_schema.answers.tables import Party, PlanYear
from graph_schema.days import EPOCH
from graph_schema.graph import Readable


@dataclass(frozen=True, slots=True)
class _Lead:
    request: str
    request_title: str
    agency: str
    name: str
    external: bool
    release: str
    release_title: str
    by_agency: str
    by_name: str
    by_external: bool
    request_planned_day: int | None
    request_finished_day: int | None
    planned_day: int
    finished_day: int | None


def lead_times(graph: Readable, year: PlanYear, today: int) -> LeadTimes:
    """Answer for a plan year as of a day (a day number), requests by planned day of their release; one round trip."""
    rows = tuple(_lead(row, today) for row in graph.read("read/lead_times", _Lead, plan_year=year.id))
    both = [(r.planned_days, r.actual_days) for r in rows if r.planned_days is not None and r.actual_days is not None]
    planned = sum(p for p, _ in both) / len(both) if both else None
    actual = sum(a for _, a in both) / len(both) if both else None
    waiting = [r for r in rows if r.open_days is not None]
    return LeadTimes(
        rows, len(both), len(waiting), planned, actual, _text(rows, len(both), len(waiting), planned, actual)
    )


def _lead(row: _Lead, today: int) -> LeadTime:
    planned, asked, paid = row.request_planned_day, row.request_finished_day, row.finished_day
    return LeadTime(
        request=row.request,
        request_title=row.request_title,
        asked_by=Party(row.agency, row.name, row.external),
        release=row.release,
        release_title=row.release_title,
        released_by=Party(row.by_agency, row.by_name, row.by_external),
        request_planned=day_of(planned),
        requested_on=day_of(asked),
        planned=day_of(row.planned_day) or EPOCH,
        paid_on=day_of(paid),
        planned_days=row.planned_day - planned if planned is not None else None,
        actual_days=paid - asked if paid is not None and asked is not None else None,
        open_days=today - asked if asked is not None and paid is None else None,
    )


def _text(rows: tuple[LeadTime, ...], answered: int, waiting: int, planned: float | None, actual: float | None) -> str:
    if not rows:
        return "No release waits for a request in this plan: give requests as milestones that releases require."
    out = (
        "1 request for money is in the plan."
        if len(rows) == 1
        else f"{len(rows):,} requests for money are in the plan."
    )
    if planned is not None and actual is not None:
        took = sentences.amount(one(actual), "days")
        out = f"From request to money it took {took} on average, where {sentences.number(one(planned))} were planned"
        out += f" ({answered:,} of {len(rows):,} requests)."
    if waiting:
        out += " 1 request was sent and waits for its money." if waiting == 1 else f" {waiting:,} were sent and wait."
    return out
