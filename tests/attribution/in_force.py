"""The plans in force at the end of a day: the first promise, and every timely revision up to it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from .book import first_needed_by, lag_of
from .cells import day
from .plan import Release, Target
from .promises import weighted
from .waits import Move, Promised, Requirement

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .book import Book, History
    from .plan import Deliverable, Years

FIRST = 0
"""A day before every revision."""


def in_force(years: Years, last: int) -> Years:
    """Return the plans as in force at the end of a day."""
    if not any(revision.revised_on <= last for revision in years.book.timely):
        return years
    deliverables = deliverables_on(years.book, last)
    return replace(years, deliverables=deliverables, requirements=requirements_on(years.book, deliverables, last))


def deliverables_on(book: Book, last: int) -> dict[str, Deliverable]:
    """Return the deliverables in force, weights summing to 100."""
    return weighted({each: history.on(last) for each, history in book.things.items()})


def requirements_on(
    book: Book, deliverables: Mapping[str, Deliverable], last: int
) -> dict[str, tuple[Requirement, ...]]:
    """Return the requirements of each deliverable between dated things."""
    found: dict[str, list[Requirement]] = {}
    for (needs, gives), rows in book.needs.items():
        if not deliverables[needs].dated or not deliverables[gives].dated:
            continue
        row = rows.on(last)
        moves = moves_of(book.things[needs], book.things[gives], last)
        promised = replace(
            amounts(book.things[needs], book.things[gives], last),
            base=built_on(book.things[needs], book.things[gives], last),
            moves=moves,
        )
        wait = Requirement(
            needs=deliverables[needs],
            gives=deliverables[gives],
            needed_by=day(row, "needed_by"),
            lag=lag_of(row),
            agreed_on=day(row, "agreed_on"),
            agreed_by=first_needed_by(book, (needs, gives)),
            start=start_of(book.things[needs], promised),
            promised=promised,
        )
        found.setdefault(needs, []).append(wait)
    return {needs: tuple(waits) for needs, waits in found.items()}


def built_on(needs: History[Deliverable], gives: History[Deliverable], last: int) -> int:
    """Return g's first planned finish; for a later plan year the one in force on the day before it (known at T)."""
    starts = needs.first.year.starts
    if starts > gives.first.year.starts:
        return gives.on(min(last, starts - 1)).due_day
    return gives.first.due_day


def moves_of(needs: History[Deliverable], gives: History[Deliverable], last: int) -> tuple[Move, ...]:
    """Return the timely changes of t's planned finish; a revision that changes nothing is no move."""
    moves: list[Move] = []
    for since in needs.days:
        by = needs.on(since).due_day - needs.on(since - 1).due_day
        if since <= last and by:
            moves.append(Move(since, by, gives.on(since).due_day))
    return tuple(moves)


def start_of(needs: History[Deliverable], promised: Promised) -> int | None:
    """Return the planned start that a blank needed_by reads: the first, moved no further than t's date was moved.

    Where the one in force is blank again, the first stands.
    """
    first = needs.first.planned_start
    if first is None or not promised.moves:
        return first
    now = needs.on(promised.moves[-1].day).planned_start
    return first if now is None else max(first, min(now, first + max(0, promised.shift)))


def size(gives: Deliverable) -> Fraction | None:
    """Return the amount of a release (minor units), the way of a rising quantity; nothing else arrives in parts."""
    if isinstance(gives, Release):
        return Fraction(gives.amount)
    if isinstance(gives, Target) and gives.measure == "quantity" and gives.rising:
        return gives.breadth
    return None


def amounts(needs: History[Deliverable], gives: History[Deliverable], last: int) -> Promised:
    """Return what t is owed of g, A, and the part of it that g was lowered by; days are filled in by the caller."""
    first, now = size(gives.first), size(gives.on(last))
    if first is None or now is None:
        return Promised(base=0)
    owed = first
    retargeted = [since for since in needs.days if since <= last and goal(needs, since) != goal(needs, since - 1)]
    if retargeted:
        before, after = breadth(needs.first), breadth(needs.on(last))
        ends = sorted((first, first * after / before if before else first))
        owed = min(max(size(gives.on(retargeted[-1])) or first, ends[0]), ends[1])
    lowered = 1 - now / owed if now < owed else Fraction(0)
    cuts = [since for since in gives.days if since <= last and less(gives.on(since), gives.on(since - 1))]
    moved = [since for since in needs.days if since <= last and needs.on(since).due_day != needs.on(since - 1).due_day]
    forgiven = bool(lowered and cuts and moved and moved[-1] >= cuts[-1])
    return Promised(base=0, owed=owed, raised=now > owed, lowered=lowered, forgiven=forgiven)


def less(now: Deliverable, before: Deliverable) -> bool:
    """Tell whether an amount was lowered."""
    return (size(now) or 0) < (size(before) or 0)


def goal(history: History[Deliverable], on: int) -> Fraction | None:
    """Return the promised value of a quantity target on a day."""
    each = history.on(on)
    return each.target if isinstance(each, Target) and each.measure == "quantity" else None


def breadth(each: Deliverable) -> Fraction:
    """Return B of a quantity target."""
    return each.breadth if isinstance(each, Target) else Fraction(0)
