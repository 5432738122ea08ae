"""Revisions in order: what stood in the cell until then, and where the rule has gaps (questions.md 1 and 9)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from graph_schema.answers.facts import day_of
from graph_schema.answers.reporting.reporting import Report
from graph_schema.answers.revisions.rows import RevisionRow
from graph_schema.answers.sentences import number
from graph_schema.answers.tables import Party, Source
from graph_schema.matching import MINOR, Paid, covers, minor

Value = str | float | date | None


@dataclass(frozen=True, slots=True)
class Revised:
    """A row of read/revisions: `first` as promised, `to` as revised, both in the kind of the column."""

    sheet: str
    thing: str
    title: str
    agency: str
    name: str
    external: bool
    requires: str
    column: str
    first: Value
    value: str | None
    to: Value
    revised_on: date
    revised_day: int
    approved_by: str
    approver: str
    approved_in: str
    reason: str
    timely: bool
    timely_until_day: int | None
    moved_from_day: int | None
    moved_to_day: int | None
    measure: str
    sign: int
    line: str
    file: str
    row: int
    load: int


@dataclass(frozen=True, slots=True)
class Line:
    """A row of read/line_payments: releases [id, first amount and day], payments [key, day, amount, release]."""

    line: str
    releases: list[tuple[str, float, int]]
    payments: list[tuple[str, int, float, str | None]]


def revision_rows(
    revised: Sequence[Revised], told: Mapping[str, Sequence[Report]], lines: Mapping[str, Line]
) -> list[RevisionRow]:
    """Make the rows, in the order of approval; `told` by deliverable, `lines` by id."""
    before = cells_before(revised)
    back = _to_and_fro(revised)
    return [
        RevisionRow(
            sheet=each.sheet,
            thing=each.thing,
            title=each.title,
            agency=Party(each.agency, each.name, each.external),
            requires=each.requires,
            column=each.column,
            was=written(was),
            to=each.value or "",
            revised_on=each.revised_on,
            approved_by=each.approved_by,
            approved_by_title=each.approver,
            within=bool(each.approved_in) and each.approved_in == each.agency,
            reason=each.reason,
            timely=each.timely,
            last_day=day_of(each.timely_until_day),
            past=0 if each.timely else max(0, each.revised_day - (each.timely_until_day or each.revised_day)),
            moved=_moved(each),
            gaps=tuple(
                text
                for text in (
                    _cut(each, was, revised, told.get(each.thing, ()), lines.get(each.line)),
                    "the date was moved to and fro" if place in back else "",
                    "on the last timely day" if each.timely and each.revised_day == each.timely_until_day else "",
                    "" if each.approved_by else "nobody is named who approved",
                )
                if text
            ),
            source=Source(each.file, each.row, each.load),
        )
        for place, (each, was) in enumerate(zip(revised, before, strict=True))
    ]


def cells_before(revised: Sequence[Revised]) -> list[Value]:
    """Say what was in force of each cell just before its revision; those of one day are judged together."""
    out = list[Value]()
    history: defaultdict[tuple[str, str, str, str], list[Revised]] = defaultdict(list)
    for each in revised:
        earlier = history[each.sheet, each.thing, each.requires, each.column]
        known = [r for r in earlier if r.timely and r.revised_day < each.revised_day]
        out.append(known[-1].to if known else each.first)
        earlier.append(each)
    return out


def written(value: Value) -> str:
    """Write a value as a sheet does; '' blank."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float | int):
        return f"{value:.10g}" if abs(value) < 1e9 else f"{value:.0f}"  # noqa: PLR2004 - no exponents
    return value or ""


def _moved(each: Revised) -> int | None:
    if each.moved_from_day is None or each.moved_to_day is None:
        return None
    return each.moved_to_day - each.moved_from_day


def _to_and_fro(revised: Sequence[Revised]) -> set[int]:
    """The places of revisions that moved a planned day back, after one that had moved it the other way."""
    found = set[int]()
    last = dict[str, int]()
    for place, each in enumerate(revised):
        moved = _moved(each)
        if moved and each.timely:
            if last.get(each.thing, moved) * moved < 0:
                found.add(place)
            last[each.thing] = moved
    return found


def _cut(each: Revised, was: Value, revised: Sequence[Revised], told: Sequence[Report], line: Line | None) -> str:
    """Say that a release or target was lowered below what had come by then."""
    if not each.timely or not isinstance(each.to, float | int) or not isinstance(was, float | int):
        return ""
    if each.column == "amount" and line and each.to < was:
        come = _paid(each, revised, line)
        lowered = come > each.to
    elif each.column in ("target", "excellent") and each.measure == "quantity":
        known = [r.achieved for r in told if r.achieved is not None and r.as_of <= each.revised_on]
        come = known[-1] if known else 0.0
        lowered = bool(known) and each.sign * (each.to - was) < 0 < each.sign * (come - each.to)
    else:
        return ""
    return (
        f"lowered below the {number(come)} that had come: the cut charges though nothing was missing" if lowered else ""
    )


def _paid(each: Revised, revised: Sequence[Revised], line: Line) -> float:
    """What of a release had been paid by the day of the revision, matched as was in force just before it."""
    amounts = {release: amount for release, amount, _ in line.releases}
    days = {release: day for release, _, day in line.releases}
    for other in revised:
        if other.timely and other.revised_day < each.revised_day and other.thing in amounts:
            if other.column == "amount" and isinstance(other.to, float | int):
                amounts[other.thing] = float(other.to)
            if other.moved_to_day is not None:
                days[other.thing] = other.moved_to_day
    order = sorted(amounts, key=lambda release: (days[release], release))
    payments = [Paid(*payment) for payment in line.payments if payment[1] <= each.revised_day]
    found = covers(((release, amounts[release]) for release in order), payments)
    return sum(minor(c.amount) for c in found if c.release == each.thing) / MINOR
