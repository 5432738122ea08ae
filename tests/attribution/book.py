"""The rows of all plans as they were first written, and what timely revisions made of them day by day.

What the worked cases decided where the text leaves room is said at the functions.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Generic, TypeVar

from .cells import Row, day, number
from .plan import Release, Target
from .promises import promise

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .plan import Agreement, Deliverable, PlanYear

Value = TypeVar("Value")
BY_FIRST_DAY = frozenset({"agency", "released_by", "post"})
DAYS = frozenset({"planned_start", "planned_finish"})


@dataclass
class History(Generic[Value]):
    """The values that one thing had: the first, and one from each day of a timely revision on."""

    values: list[Value]
    days: list[int] = field(default_factory=list[int])

    @property
    def first(self) -> Value:
        """The value of the first promise."""
        return self.values[0]

    def on(self, last: int) -> Value:
        """Return the value in force at the end of a day."""
        return self.values[bisect_right(self.days, last)]

    def set(self, since: int, value: Value) -> None:
        """Set the value from a day on, not before any that was set."""
        self.days.append(since)
        self.values.append(value)


@dataclass(frozen=True)
class Revision:
    """One row of revisions: the cell `column` of a thing, or of the requirement id needs `requires`, gets `value`."""

    sheet: str
    id: str
    requires: str
    column: str
    value: str
    revised_on: int

    @property
    def cell(self) -> tuple[str, str, str]:
        """Which row it revises."""
        return self.sheet, self.id, self.requires


@dataclass(frozen=True)
class Entry:
    """One row of targets, releases or milestones, and the plan year that named it first."""

    sheet: str
    row: Row
    year: PlanYear


@dataclass(frozen=True, eq=False)
class Book:
    """Every deliverable and requirement (needs, gives) with the values it had; `timely` and `late` revisions."""

    agreements: Mapping[str, Agreement]
    things: Mapping[str, History[Deliverable]]
    needs: Mapping[tuple[str, str], History[Row]]
    timely: tuple[Revision, ...]
    late: tuple[Revision, ...]


def written(
    agreements: Mapping[str, Agreement],
    entries: Mapping[str, Entry],
    needs: Mapping[tuple[str, str], Row],
    revisions: Iterable[Revision],
) -> Book:
    """Judge the revisions in order of days, those of one day together, and keep what the timely ones made."""
    now = {each: entry.row for each, entry in entries.items()}
    things = {each: History([promise(one.sheet, one.row, one.year, agreements)]) for each, one in entries.items()}
    waits = {pair: History([row]) for pair, row in needs.items()}
    by_day: defaultdict[int, list[Revision]] = defaultdict(list)
    for revision in revisions:
        by_day[revision.revised_on].append(revision)
    book = Book(agreements, things, waits, (), ())
    timely: list[Revision] = []
    late: list[Revision] = []
    for today in sorted(by_day):
        kept, fallen = judged(book, by_day[today])
        timely += kept
        late += fallen
        for revision in kept:
            if revision.sheet != "requirements":
                now[revision.id] = revised(now[revision.id], revision, things[revision.id].first)
        for each in dict.fromkeys(one.id for one in kept if one.sheet != "requirements"):
            entry = entries[each]
            things[each].set(today, promise(entry.sheet, now[each], entry.year, agreements))
        for pair in dict.fromkeys((one.id, one.requires) for one in kept if one.sheet == "requirements"):
            cells = {one.column: one.value for one in kept if one.cell == ("requirements", *pair)}
            waits[pair].set(today, waits[pair].values[-1] | cells)
    return Book(agreements, things, waits, tuple(timely), tuple(late))


def revised(row: Row, revision: Revision, first: Deliverable) -> Row:
    """Return the row with the revised cell; what is undated stays undated."""
    if revision.column in DAYS and not first.dated:
        return row
    return row | {revision.column: revision.value}


def judged(book: Book, today: list[Revision]) -> tuple[list[Revision], list[Revision]]:
    """Return the timely and the late ones of one day; the weights of one agreement stand or fall together."""
    late = [one for one in today if one.revised_on > last_day(book, one)]
    fallen = {agreement_of(book, one) for one in late if one.column == "weight"}
    late += [one for one in today if one.column == "weight" and agreement_of(book, one) in fallen and one not in late]
    return [one for one in today if one not in late], late


def agreement_of(book: Book, revision: Revision) -> str:
    """Return the agreement of a revised target; empty without one."""
    target = book.things[revision.id].first
    return target.agreement.id if isinstance(target, Target) and target.agreement is not None else ""


def last_day(book: Book, revision: Revision) -> int:
    """Return the last day on which a revision is timely, by the values in force just before."""
    if revision.sheet == "requirements":
        return last_day_of_need(book, revision)
    history = book.things[revision.id]
    first = history.first
    if isinstance(first, Target) and first.measure in {"cascade", "releases"}:
        planned = first_days(book, first)
        return min(planned) if planned else first.year.ends
    if not first.dated:
        return first.year.ends
    return first.due_day if revision.column in BY_FIRST_DAY else history.values[-1].due_day


def last_day_of_need(book: Book, revision: Revision) -> int:
    """Return the earlier of needed_by in force (blank: its default by the first promise) and what g plans in force."""
    row = book.needs[revision.id, revision.requires].values[-1]
    needs, gives = book.things[revision.id], book.things[revision.requires]
    if not (needs.first.dated and gives.first.dated):
        return needs.first.year.ends
    needed_by = day(row, "needed_by")
    if needed_by is None:
        needed_by = first_needed_by(book, (revision.id, revision.requires), given=False)
    return min(needed_by, gives.values[-1].due_day)


def first_needed_by(book: Book, pair: tuple[str, str], *, given: bool = True) -> int:
    """Return the needed_by of the first promise; blank (or not `given`): its default, what both plans first said."""
    row, needs, gives = book.needs[pair].first, book.things[pair[0]].first, book.things[pair[1]].first
    cell = day(row, "needed_by") if given else None
    return max(gives.due_day + lag_of(row), needs.planned_start or 0) if cell is None else cell


def lag_of(row: Row) -> int:
    """Return the lag of a requirement in days."""
    return int(number(row, "lag_days", Fraction(0)))


def first_days(book: Book, target: Target) -> list[int]:
    """Return the first planned days of what a cascade or `releases` target rests on; cascades on cascades walk down."""
    if target.measure == "releases":
        return [release.due_day for release in first_releases(book, target)]
    if target.measure != "cascade":
        return [target.due_day] if target.dated else []
    below = [each.first for each in book.things.values()]
    return [
        planned
        for each in below
        if isinstance(each, Target) and target.id in each.supports
        for planned in first_days(book, each)
    ]


def first_releases(book: Book, target: Target) -> list[Release]:
    """Return the releases of the plan year from the owner of a `releases` target and those under it, first promised."""
    return [
        each.first
        for each in book.things.values()
        if isinstance(each.first, Release)
        and each.first.year is target.year
        and target.owner in target.year.tree.path(each.first.owner)
    ]
