"""Why something that waited would be as late all the same: another requirement was as late, or the days were won."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph_schema.answers.lateness import DUST, lost_part, waited, waited_if
from graph_schema.answers.snapshot import Need, Snapshot, Thing
from graph_schema.answers.supposing import Outcome, Wish, counting


@dataclass(frozen=True, slots=True)
class Unmoved:
    """`thing` waited for `cause`, and would be as late, or as short, without its lateness; `why` in words."""

    cause: str
    thing: str
    title: str
    why: str


def unmoved(snapshot: Snapshot, wishes: Mapping[str, Wish], out: Outcome) -> Iterator[Unmoved]:
    """What waited for something supposed and does not change, directly after it; by cause and thing."""
    for cause in sorted(wishes):
        for need in snapshot.held.get(cause, ()):
            thing, given = snapshot.things[need.affected], snapshot.things[cause]
            if thing.id in out.delays or thing.id in out.shortfalls or thing.id in wishes:
                continue
            why = _why(snapshot, need, given, thing, out) if thing.delay_days > 0 or thing.shortfall > 0 else ""
            if why:
                yield Unmoved(cause, thing.id, thing.title, why)


def _why(snapshot: Snapshot, need: Need, cause: Thing, thing: Thing, out: Outcome) -> str:
    """Why it does not change; '' where it did not wait."""
    short = thing.shortfall > 0 and thing.delay_days == 0
    waits = lost_part(need, cause, thing) if short else waited(need, cause, thing)
    if waits <= 0:
        return ""
    if not need.counts:
        return "this requirement was not agreed in time, so it explains nothing"
    rest = {
        other.id: (
            lost_part(also, other, thing) if short else waited_if(also, other, thing, _saved(other, out)),
            other.title,
        )
        for also, other in counting(snapshot, thing)
        if other.id != cause.id
    }
    size, title = max(rest.values(), default=(0.0, ""))
    if size >= waits - DUST:
        return f"“{title}” was as late"
    return "it had won back those days itself" if not short else "it made up for that itself"


def _saved(thing: Thing, out: Outcome) -> float:
    return thing.delay_days - out.delays.get(thing.id, thing.delay_days)
