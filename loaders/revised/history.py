"""The history of a plan by its revisions: day by day, which were timely, and what was in force after them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from types import MappingProxyType

from loaders.columns import text_of
from loaders.plan import Key, Row, State, Value
from loaders.revised.promises import InForce, Promises
from loaders.revised.revision import Name, Revision, read_revision


@dataclass(frozen=True, slots=True)
class Judged:
    """What a revision is worth.

    `timely`: it changes what is in force. `to`: its value as typed by the column it revises, None = blank again.
    `moved_from`, `moved_to`: on a timely revision by which the planned day of its thing moved, itself or by its
    default, that day as in force just before and just after; else None. `last_day`: the last on which it is timely.
    """

    timely: bool
    moved_from: date | None = None
    moved_to: date | None = None
    to: Value | None = None
    last_day: date | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """A revision, whether it was timely, and the last day on which it could have been (None: nobody knows).

    `with_weight_of`: it came in time itself, but falls with the weight of this target of the same agreement.
    """

    revision: Revision
    timely: bool
    last_day: date | None
    with_weight_of: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One day of revisions: all of them, and the rows they are about as in force before and after that day.

    `changed` holds every row that was changed by then, and is a view: it is that day's until the next step.
    """

    day: date
    judgements: tuple[Judgement, ...]
    before: Mapping[Name, Row]
    after: Mapping[Name, Row]
    changed: InForce


def history(state: State) -> Iterator[Step]:
    """The days of revisions in order; revisions that cannot be understood are left out, and change nothing."""
    read = [read_revision(state, row) for row in state.get("revisions", {}).values()]
    revisions = [each for each in read if isinstance(each, Revision)]
    promises = Promises(state)
    changed: dict[Name, Row] = {}
    for on, group in groupby(sorted(revisions, key=_turn), key=lambda revision: revision.on):
        of_day = list(group)
        judgements = tuple(_judgements(promises, of_day, changed))
        before = {each.name: changed.get(each.name, each.first) for each in of_day}
        cells: dict[Name, dict[str, Value | None]] = defaultdict(dict)
        for each in judgements:
            if each.timely and not _stays_undated(each.revision):
                cells[each.revision.name][each.revision.column] = each.revision.to
        changed |= {name: _with(before[name], new) for name, new in cells.items()}
        after = {name: changed.get(name, row) for name, row in before.items()}
        yield Step(on, judgements, before, after, MappingProxyType(changed))


def _turn(revision: Revision) -> tuple[date, Key]:
    return revision.on, revision.row.key


def _judgements(promises: Promises, of_day: Sequence[Revision], changed: InForce) -> Iterator[Judgement]:
    last_days = [promises.last_day(each, changed) for each in of_day]
    too_late: dict[str, str] = {}
    for each, last in zip(of_day, last_days, strict=True):
        if (agreement := _weighed_in(each)) and not _is_timely(each, last):
            too_late.setdefault(agreement, each.first.key[0])
    for each, last in zip(of_day, last_days, strict=True):
        timely = _is_timely(each, last)
        fallen = too_late.get(_weighed_in(each), "") if timely else ""
        yield Judgement(each, timely and not fallen, last, fallen)


def _is_timely(revision: Revision, last_day: date | None) -> bool:
    return last_day is not None and revision.on <= last_day


def _weighed_in(revision: Revision) -> str:
    """The agreement whose weights a revision changes, '' where it changes none."""
    return text_of(revision.first.values.get("agreement")) if revision.column == "weight" else ""


def _stays_undated(revision: Revision) -> bool:
    """An undated milestone stays undated, whatever day a revision gives it."""
    first = revision.first
    return first.sheet == "milestones" and revision.column == "planned_finish" and revision.column not in first.values


def _with(row: Row, cells: Mapping[str, Value | None]) -> Row:
    values = {**row.values, **cells}
    return replace(row, values={column: value for column, value in values.items() if value is not None})


def judged(state: State) -> Mapping[Key, Judged]:
    """What each revision is worth, by the key of its row; linear in the number of revisions.

    One that cannot be understood is not timely and has no value; such a plan has problems, and is not loaded.
    """
    rows = state.get("revisions", {})
    found = dict.fromkeys(rows, Judged(timely=False))
    promises = Promises(state)
    for step in history(state) if rows else ():
        for each in step.judgements:
            revision = each.revision
            moved = (None, None)
            if each.timely and _sets_the_day(revision, step.after[revision.name]):
                days = (promises.planned(step.before[revision.name]), promises.planned(step.after[revision.name]))
                moved = days if days[0] != days[1] else moved
            found[revision.row.key] = Judged(each.timely, *moved, revision.to, each.last_day)
    return found


def _sets_the_day(revision: Revision, after: Row) -> bool:
    """Whether the column is what the planned day of the thing is read from."""
    match revision.column:
        case "planned_finish" | "planned_on":
            return True
        case "excellent":
            return after.values.get("measure") == "date" and "planned_finish" not in after.values
        case _:
            return False


def in_force(state: State, on: date) -> State:
    """The plan as in force on a day: every timely revision up to it applied; `state` is left as it is."""
    changed: dict[Name, Row] = {}
    for step in history(state) if state.get("revisions") else ():
        if step.day > on:
            break
        changed |= step.after
    if not changed:
        return state
    found = dict(state)
    for sheet in {sheet for sheet, _ in changed}:
        found[sheet] = state[sheet] | {key: row for (name, key), row in changed.items() if name == sheet}
    return found
