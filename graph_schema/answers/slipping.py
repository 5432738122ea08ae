"""How far something can slip before it matters, and what moves when it slips further (questions.md 5).

The forward sweep of attribution.md 2, from some new forecasts up, over what is not finished.  Nothing is written.
"""

import heapq
from collections.abc import Mapping
from dataclasses import dataclass

from graph_schema.answers.lateness import came_on, raw_of
from graph_schema.answers.snapshot import Need, Snapshot, Thing


@dataclass(frozen=True, slots=True)
class Moved:
    """A thing that finishes `days` later than as assessed; `points` (× agreement weight): what that costs by its grid.

    Points are 0 for whatever is not measured by date.
    """

    thing: str
    days: int
    points: float


def moved(snapshot: Snapshot, forecasts: Mapping[str, int]) -> list[Moved]:
    """What finishes on another day if some unfinished things had these forecasts (day numbers), by rank and id."""
    finishes = _swept(snapshot, forecasts)
    return [
        Moved(k, finishes[k] - thing.finish, _cost(thing, finishes[k]))
        for k in snapshot.ranked(finishes)
        for thing in [snapshot.things[k]]
        if finishes[k] != thing.finish
    ]


def _cost(thing: Thing, finish: int) -> float:
    if thing.measure != "date":
        return 0.0
    return thing.stake * (raw_of(thing, float(thing.finish)) - raw_of(thing, float(finish)))


def _swept(snapshot: Snapshot, forecasts: Mapping[str, int]) -> dict[str, int]:
    things = snapshot.things
    finishes: dict[str, int] = {}
    todo = [(things[k].rank, k) for k in forecasts]
    heapq.heapify(todo)
    seen = set(forecasts)
    while todo:
        _, at = heapq.heappop(todo)
        thing = things[at]
        finish = max(snapshot.today + 1, forecasts[at]) if at in forecasts else _expected(snapshot, thing, finishes)
        if finish == thing.finish:
            continue
        finishes[at] = finish
        for need in snapshot.held.get(at, ()):
            if need.affected not in seen and waiting(need, things[need.affected]):
                seen.add(need.affected)
                heapq.heappush(todo, (things[need.affected].rank, need.affected))
    return finishes


def waiting(need: Need, affected: Thing) -> bool:
    """Whether what needs it moves with it: unfinished, without a forecast, and not all of what is owed has come."""
    return affected.finished_day is None and affected.forecast_day is None and need.came_day is None


def _expected(snapshot: Snapshot, thing: Thing, finishes: Mapping[str, int]) -> int:
    """When something unfinished without a forecast will finish (attribution.md 2)."""
    tomorrow = snapshot.today + 1
    push = 0
    for need in snapshot.needs.get(thing.id, ()):
        cause = snapshot.things[need.cause]
        came = finishes.get(cause.id, cause.finish) if need.came_day is None else need.came_day
        push = max(push, came + need.lag - need.push_day)
    start = max(thing.start_day or 0, tomorrow) if thing.started_day is None else thing.started_day
    return max(tomorrow, start + (thing.span or 0), thing.planned + push)


def floats(snapshot: Snapshot) -> dict[str, int]:
    """Days that each unfinished thing can slip beyond its finish before a scored target moves.

    What can move none is left out.
    """
    found: dict[str, int] = {}
    for k in reversed(snapshot.ranked(k for k in snapshot.moving if snapshot.things[k].dated)):
        thing = snapshot.things[k]
        if thing.scored:
            found[k] = 0
            continue
        room = [
            affected.finish - affected.planned - (came_on(need, thing) + need.lag - need.push_day) + found[affected.id]
            for need in snapshot.held.get(k, ())
            for affected in [snapshot.things[need.affected]]
            if affected.id in found and waiting(need, affected)
        ]
        if room:
            found[k] = min(room)
    return found
