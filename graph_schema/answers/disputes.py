"""Disputes: who objected to what, what was answered and ruled, and both numbers: without rulings and with them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, get_args

from graph_schema.answers import sentences
from graph_schema.answers.status import status
from graph_schema.answers.tables import Party, Source, Status
from graph_schema.graph import Readable
from graph_schema.question_errors import UnknownStateError

State = Literal["raised", "answered", "ruled", "withdrawn"]


@dataclass(frozen=True, slots=True)
class _Dispute:
    id: str
    deliverable: str
    title: str
    agency: str
    name: str
    external: bool
    raised_on: date
    raised_by: str | None
    raised_name: str | None
    raised_external: bool
    claim: str | None
    state: State
    answered_on: date | None
    answer: str | None
    moved_from: str | None
    from_title: str | None
    moved_to: str | None
    to_title: str | None
    days: float | None
    units: float | None
    unit: str | None
    ruled_on: date | None
    ruled_by: str | None
    ruled_title: str | None
    reason: str | None
    file: str
    row: int
    load: int
    loaded_by: str | None
    loaded_at: datetime | None


@dataclass(frozen=True, slots=True)
class DisputeRow:
    """A dispute about a deliverable of `agency`: what is claimed and answered, and what is to move, or was ruled.

    `moved_from` and `moved_to`: 'own', the id of a deliverable, or a cause code; '' where nothing is said. `days` and
    `units` (in `unit`) are none where nothing is said. `in_force`: ruled by the day of the assessment.
    `source` is where it stands in its present form, `loaded_by` and `loaded_at` who loaded that and when.
    """

    dispute: str
    state: State
    thing: str
    title: str
    agency: Party
    raised_on: date
    raised_by: Party | None
    claim: str
    answered_on: date | None
    answer: str
    moved_from: str
    moved_to: str
    days: float | None
    units: float | None
    unit: str
    ruled_on: date | None
    ruled_by: str
    ruled_title: str
    reason: str
    in_force: bool
    source: Source
    loaded_by: str
    loaded_at: datetime | None
    text: str


@dataclass(frozen=True, slots=True)
class RuledPart:
    """Days or units of a deliverable that a cause (itself: '') answers for, without rulings and with them."""

    thing: str
    title: str
    cause: str
    cause_title: str
    agency: Party
    unit: str
    without: float
    ruled: float


@dataclass(frozen=True, slots=True)
class RuledRow:
    """Points × agreement weight that began under a row of a tier, without rulings and with them.

    The adjusted scores are none without an agreement.
    """

    plan_year: str
    tier: int
    agency: Party
    began_without: float
    began: float
    adjusted_without: float | None
    adjusted: float | None


@dataclass(frozen=True, slots=True)
class Disputes:
    """Disputes, the latest first, and what rulings in force moved: the `parts` of a deliverable keep their sum."""

    rows: tuple[DisputeRow, ...]
    parts: tuple[RuledPart, ...]
    points: tuple[RuledRow, ...]
    text: str
    status: Status


@dataclass(frozen=True, slots=True)
class _Part:
    thing: str
    title: str
    cause: str
    cause_title: str
    agency: str
    name: str
    external: bool
    unit: str
    without: float
    ruled: float


@dataclass(frozen=True, slots=True)
class _Points:
    plan_year: str
    tier: int
    agency: str
    name: str
    external: bool
    weight: float | None
    without: float
    ruled: float


def disputes(graph: Readable, state: str | None = None) -> Disputes:
    """List disputes (of one state), and both numbers of what rulings in force moved (questions.md 8); four round trips.

    Answers for a plan that was never assessed, too. Raises UnknownStateError.
    """
    if state is not None and state not in get_args(State):
        raise UnknownStateError(state, get_args(State))
    known_by = status(graph)
    rows = [_row(each, known_by) for each in graph.read("read/disputes", _Dispute)]
    parts = graph.read("read/ruled_parts", _Part)
    points = graph.read("read/ruled_rows", _Points)
    return Disputes(
        rows=tuple(row for row in rows if state in (None, row.state)),
        parts=tuple(_part(each) for each in parts),
        points=tuple(_points(each) for each in points),
        text=_text(rows),
        status=known_by,
    )


def _row(each: _Dispute, known_by: Status) -> DisputeRow:
    in_force = each.state == "ruled" and bool(known_by.as_of and each.ruled_on and each.ruled_on <= known_by.as_of)
    return DisputeRow(
        dispute=each.id,
        state=each.state,
        thing=each.deliverable,
        title=each.title,
        agency=Party(each.agency, each.name, each.external),
        raised_on=each.raised_on,
        raised_by=Party(each.raised_by, each.raised_name or each.raised_by, each.raised_external)
        if each.raised_by
        else None,
        claim=each.claim or "",
        answered_on=each.answered_on,
        answer=each.answer or "",
        moved_from=each.moved_from or "",
        moved_to=each.moved_to or "",
        days=each.days,
        units=each.units,
        unit=each.unit or "units",
        ruled_on=each.ruled_on,
        ruled_by=each.ruled_by or "",
        ruled_title=each.ruled_title or each.ruled_by or "",
        reason=each.reason or "",
        in_force=in_force,
        source=Source(each.file, each.row, each.load),
        loaded_by=each.loaded_by or "",
        loaded_at=each.loaded_at,
        text=_moves(each),
    )


def _moves(each: _Dispute) -> str:
    """Say what is to move: "15 days from own to “Road cleared”"; '' where nothing is said."""
    if not (each.moved_from and each.moved_to):
        return ""
    amounts = [sentences.amount(each.days, "days")] if each.days else []
    amounts += [sentences.amount(each.units, each.unit or "units")] if each.units else []
    ends = (_end(each.moved_from, each.from_title), _end(each.moved_to, each.to_title))
    return f"{' and '.join(amounts) or 'something'} from {ends[0]} to {ends[1]}"


def _end(name: str, title: str | None) -> str:
    return f"“{title}”" if title else name


def _part(each: _Part) -> RuledPart:
    agency = Party(each.agency, each.name, each.external)
    return RuledPart(each.thing, each.title, each.cause, each.cause_title, agency, each.unit, each.without, each.ruled)


def _points(each: _Points) -> RuledRow:
    without, ruled = (100 - points / each.weight if each.weight else None for points in (each.without, each.ruled))
    agency = Party(each.agency, each.name, each.external)
    return RuledRow(each.plan_year, each.tier, agency, each.without, each.ruled, without, ruled)


def _text(rows: Sequence[DisputeRow]) -> str:
    if not rows:
        return "Nobody disputes anything."
    how = Counter(row.state for row in rows)
    counted = ", ".join(f"{how[state]} {state}" for state in get_args(State) if how[state])
    count = "1 dispute" if len(rows) == 1 else f"{len(rows)} disputes"
    later = sum(row.state == "ruled" and not row.in_force for row in rows)
    waits = (
        f" Of the rulings {later} came after the day of the assessment, and count from their day on." if later else ""
    )
    return f"{count}: {counted}.{waits}"
