"""What is coming: promises due soon, their float, what is at stake; passed and moved forecasts; whom to call."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from graph_schema.answers import sentences
from graph_schema.answers.facts import day_of
from graph_schema.answers.rounding import one
from graph_schema.answers.slipping import Moved, floats, moved
from graph_schema.answers.snapshot import Snapshot, Thing, unfinished
from graph_schema.answers.tables import Party, Status
from graph_schema.graph import Readable

CALLS = 10
"""Calls that a secretary makes on a Monday."""

_NAMED = 3
"""Promises that the words of one call name."""


@dataclass(frozen=True, slots=True)
class AtStake:
    """A target that would finish `days` later; `points` (× agreement weight) that its grid takes for it."""

    thing: str
    title: str
    agency: Party
    days: int
    points: float


@dataclass(frozen=True, slots=True)
class Coming:
    """An unfinished promise: `agency` owes it to the agencies `to`, on `due`: planned, or the forecast in its place.

    `expected` is when it will finish as assessed, `overdue` how many days `due` lies behind.  `float_days`: it can
    slip so far beyond `expected` without moving a scored target (none: it moves none).  `stakes`: the targets that
    move if it slips by the days that were asked for; `moves` in all, `points` in all.
    """

    thing: str
    title: str
    kind: str
    agency: Party
    to: tuple[Party, ...]
    planned: date | None
    due: date | None
    expected: date | None
    overdue: int
    float_days: int | None
    stakes: tuple[AtStake, ...]
    moves: int
    points: float


@dataclass(frozen=True, slots=True)
class PassedForecast:
    """A promise whose own forecast passed `days` ago without a finish."""

    thing: str
    title: str
    agency: Party
    planned: date | None
    forecast: date | None
    days: int


@dataclass(frozen=True, slots=True)
class MovedForecast:
    """An unfinished promise whose forecast was changed `times`: the first and latest one, and the days between."""

    thing: str
    title: str
    agency: Party
    planned: date | None
    first: date
    latest: date
    times: int
    days: int


@dataclass(frozen=True, slots=True)
class Call:
    """Whom to call, and about which promises (ids, most at stake first).

    If all of them slip by the days that were asked for, `targets` targets finish `days` later in all, for `points`.
    """

    agency: Party
    post: str
    things: tuple[str, ...]
    due: date | None
    targets: int
    days: int
    points: float
    text: str


@dataclass(frozen=True, slots=True)
class Next:
    """What is coming in the next `days`, if it slips by `slip` days: most at stake first; `calls`: at most ten."""

    until: date | None
    days: int
    slip: int
    rows: tuple[Coming, ...]
    passed: tuple[PassedForecast, ...]
    moved: tuple[MovedForecast, ...]
    calls: tuple[Call, ...]
    text: str
    status: Status


def coming(graph: Readable, days: int = 60, slip: int = 30) -> Next:
    """Answer for all plan years together, from the day of the assessment on; seven round trips.

    Raises NotAssessedError.
    """
    snapshot = unfinished(graph)
    last = snapshot.today + days
    room = floats(snapshot)
    due = [
        thing
        for k in sorted(snapshot.moving)
        for thing in [snapshot.things[k]]
        if _due(thing) <= last and (thing.scored or thing.kind == "release" or _needed(snapshot, k))
    ]
    stakes = {thing.id: _stakes(snapshot, moved(snapshot, {thing.id: thing.finish + slip})) for thing in due}
    rows = sorted(
        (_row(snapshot, thing, room.get(thing.id), stakes[thing.id]) for thing in due),
        key=lambda row: (-round(row.points, 9), -row.moves, row.due or date.max, row.thing),
    )
    return Next(
        until=day_of(last),
        days=days,
        slip=slip,
        rows=tuple(rows),
        passed=tuple(_passed(snapshot)),
        moved=tuple(_moved(graph, snapshot)),
        calls=tuple(_calls(graph, snapshot, rows, slip)),
        text=_text(rows, days, slip),
        status=snapshot.status,
    )


def _due(thing: Thing) -> int:
    return thing.planned if thing.forecast_day is None else thing.forecast_day


def _needed(snapshot: Snapshot, thing: str) -> bool:
    return any(snapshot.things[need.affected].finished_day is None for need in snapshot.held.get(thing, ()))


def _stakes(snapshot: Snapshot, found: Iterable[Moved]) -> tuple[AtStake, ...]:
    targets = ((each, snapshot.things[each.thing]) for each in found if snapshot.things[each.thing].kind == "target")
    rows = [AtStake(thing.id, thing.title, thing.party, each.days, each.points) for each, thing in targets]
    return tuple(sorted(rows, key=lambda row: (-round(row.points, 9), -row.days, row.thing)))


def _row(snapshot: Snapshot, thing: Thing, room: int | None, stakes: tuple[AtStake, ...]) -> Coming:
    needs = (snapshot.things[n.affected] for n in snapshot.held.get(thing.id, ()) if n.came_day is None)
    to = {each.agency: each.party for each in needs if each.finished_day is None}
    return Coming(
        thing=thing.id,
        title=thing.title,
        kind=thing.kind,
        agency=thing.party,
        to=tuple(to[agency] for agency in sorted(to)),
        planned=day_of(thing.planned_day),
        due=day_of(_due(thing)),
        expected=day_of(thing.finish_day),
        overdue=max(0, snapshot.today - _due(thing)),
        float_days=room,
        stakes=stakes,
        moves=len(stakes),
        points=sum(stake.points for stake in stakes),
    )


def _passed(snapshot: Snapshot) -> list[PassedForecast]:
    found = [
        PassedForecast(
            k, thing.title, thing.party, day_of(thing.planned_day), day_of(day), snapshot.today - day
        )
        for k in sorted(snapshot.moving)
        for thing in [snapshot.things[k]]
        for day in [thing.forecast_day]
        if day is not None and day <= snapshot.today
    ]  # fmt: skip
    return sorted(found, key=lambda row: (-row.days, row.thing))


@dataclass(frozen=True, slots=True)
class Forecast:
    """A row of read/forecasts."""

    thing: str
    as_of: date
    forecast: date


def _moved(graph: Readable, snapshot: Snapshot) -> list[MovedForecast]:
    told = sorted(k for k in snapshot.moving if snapshot.things[k].forecast_day is not None)
    history: defaultdict[str, list[date]] = defaultdict(list)
    for row in graph.read("read/forecasts", Forecast, ids=told, as_of=snapshot.status.as_of):
        if row.forecast not in history[row.thing][-1:]:
            history[row.thing].append(row.forecast)
    found = [
        MovedForecast(
            thing=k,
            title=thing.title,
            agency=thing.party,
            planned=day_of(thing.planned_day),
            first=days[0],
            latest=days[-1],
            times=len(days) - 1,
            days=(days[-1] - days[0]).days,
        )
        for k, days in history.items()
        for thing in [snapshot.things[k]]
        if len(days) > 1
    ]
    return sorted(found, key=lambda row: (-row.times, -row.days, row.thing))


@dataclass(frozen=True, slots=True)
class Head:
    """A row of read/heads."""

    agency: str
    post: str


def _calls(graph: Readable, snapshot: Snapshot, rows: Sequence[Coming], slip: int) -> list[Call]:
    """One call for each owner of something that costs points or moves another's target, by what all of it would cost.

    What fell short in a year that is over has nothing left to lose: nobody calls about it.
    """
    by_owner: defaultdict[str, list[Coming]] = defaultdict(list)
    for row in rows:
        if row.points > 0 or any(stake.thing != row.thing for stake in row.stakes):
            by_owner[row.agency.id].append(row)
    joint = {
        owner: _stakes(snapshot, moved(snapshot, {r.thing: snapshot.things[r.thing].finish + slip for r in mine}))
        for owner, mine in by_owner.items()
    }
    order = sorted(joint, key=lambda k: (-round(sum(s.points for s in joint[k]), 9), -sum(s.days for s in joint[k]), k))
    posts: dict[str, str] = {}
    for head in graph.read("read/heads", Head, ids=order[:CALLS]):
        posts.setdefault(head.agency, head.post)
    return [_call(by_owner[owner], joint[owner], posts.get(owner, ""), slip) for owner in order[:CALLS]]


def _call(rows: Sequence[Coming], stakes: Sequence[AtStake], post: str, slip: int) -> Call:
    points, days = sum(s.points for s in stakes), sum(s.days for s in stakes)
    named = [f"“{r.title}” (due {sentences.short_day(r.due)})" for r in rows[:_NAMED]]
    more = [f"{len(rows) - _NAMED} more"] if len(rows) > _NAMED else []
    agency = rows[0].agency
    who = f"{post}, {agency.name}" if post else agency.name
    what = f"{len(stakes)} targets" if len(stakes) != 1 else "1 target"
    later = f"{sentences.amount(days, 'days')} later"
    cost = f" and cost {sentences.amount(one(points), 'points')}" if one(points) > 0 else ""
    slips = f"If {'it slips' if len(rows) == 1 else 'they slip'} by {slip} days"
    return Call(
        agency=agency,
        post=post,
        things=tuple(r.thing for r in rows),
        due=min((r.due for r in rows if r.due), default=None),
        targets=len(stakes),
        days=days,
        points=points,
        text=f"{who}: {sentences.joined([*named, *more])}. {slips}, {what} would finish {later}{cost}.",
    )


def _text(rows: Sequence[Coming], days: int, slip: int) -> str:
    if not rows:
        return f"Nothing unfinished is due in the next {days} days."
    late = sum(1 for row in rows if row.overdue)
    past = f", {late} of them due already" if late else ""
    first = rows[0]
    text = f"{len(rows)} promises are due in the next {days} days{past}." if len(rows) > 1 else "1 promise is due."
    if one(first.points) <= 0:
        return f"{text} None of them costs a point if it slips by {slip} days."
    most = sentences.amount(one(first.points), "points")
    return f"{text} Most is at stake with “{first.title}”: {most} if it slips by {slip} days."
