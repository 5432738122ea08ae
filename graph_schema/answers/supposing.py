"""What would have been: some things on time or on a day, and all that follows (questions.md 4).

Everybody's own days and units, and those that he won back, stay as they were; what is due stays due.  A thing none of
whose requirements changed keeps its facts bit for bit.  Nothing is written.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from graph_schema.answers.lateness import DUST, arrivals, largest_cap, lost_part, moved_by, raw_of, waited, waited_if
from graph_schema.answers.snapshot import Need, Signed, Snapshot, Thing
from graph_schema.graph import Readable

Wish = int | None
"""The day on which something would have come (a day number); none: on time, and nothing late or short by it."""


@dataclass(frozen=True, slots=True)
class _Loss:
    agreement: str
    id: str
    loss: float


@dataclass(frozen=True)
class Outcome:
    """What would be otherwise, by id: only what changed. `official` by agreement, `government` by (plan year, tier).

    Delays in days, shortfalls in units, raw scores 0 to 100, losses in points of the agreement.
    """

    delays: Mapping[str, float]
    shortfalls: Mapping[str, float]
    raws: Mapping[str, float]
    losses: Mapping[str, float]
    official: Mapping[str, float]
    government: Mapping[tuple[str, int], float]


@dataclass(frozen=True)
class Scores:
    """The agreements of the plan years of a snapshot, and what their targets lost: by agreement, by target."""

    signed: Mapping[str, Signed]
    losses: Mapping[str, Mapping[str, float]]

    @cached_property
    def tiers(self) -> Mapping[tuple[str, int], tuple[Signed, ...]]:
        """Agreements with something due, by plan year and tier."""
        found: defaultdict[tuple[str, int], list[Signed]] = defaultdict(list)
        for each in self.signed.values():
            found[each.plan_year, each.tier] += [each] if each.measured > 0 else []
        return {key: tuple(rows) for key, rows in found.items()}

    def government(self, tier: tuple[str, int], official: Mapping[str, float]) -> float | None:
        """The score of a tier with some official scores replaced; none where nothing is due."""
        rows = self.tiers.get(tier, ())
        total = sum(each.weight for each in rows)
        return sum(official.get(each.id, each.official) * each.weight for each in rows) / total if total else None


def read_scores(graph: Readable, snapshot: Snapshot, more: Iterable[str] = ()) -> Scores:
    """Read the agreements of the snapshot's plan years and of `more`, and what those that it can move lost.

    Two round trips.
    """
    years = sorted({thing.plan_year for thing in snapshot.things.values()}.union(more))
    signed = {each.id: each for each in graph.read("read/signed", Signed, plan_years=years)}
    touched = sorted({a for k in snapshot.moving if (a := snapshot.things[k].agreement)})
    losses: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for row in graph.read("read/losses", _Loss, agreements=touched):
        losses[row.agreement][row.id] = row.loss
    return Scores(signed, losses)


def supposed(snapshot: Snapshot, scores: Scores, wishes: Mapping[str, Wish]) -> Outcome:
    """What follows where each thing of `wishes` had come as wished; all of them must be in the snapshot."""
    course = _Course(snapshot, wishes)
    course.run()
    raws = _raws(snapshot, course)
    losses = {k: snapshot.things[k].weight * (100 - raw) / 100 for k, raw in raws.items()}
    official: dict[str, float] = {}
    for agreement in sorted({a for k in losses if (a := snapshot.things[k].agreement)}):
        was = scores.losses[agreement]
        official[agreement] = 100 - sum(losses.get(k, loss) for k, loss in was.items())
    government: dict[tuple[str, int], float] = {}
    for tier in {(s.plan_year, s.tier) for a in official if (s := scores.signed[a])}:
        score = scores.government(tier, official)
        if score is not None:
            government[tier] = score
    return Outcome(course.delays, course.shortfalls, raws, losses, official, government)


@dataclass
class _Course:
    """One walk through the ranks; only what a change reaches is looked at."""

    snapshot: Snapshot
    wishes: Mapping[str, Wish]
    delays: dict[str, float] = field(default_factory=dict[str, float])
    shortfalls: dict[str, float] = field(default_factory=dict[str, float])

    def run(self) -> None:
        """Walk from the wishes up."""
        things, held = self.snapshot.things, self.snapshot.held
        todo = [(things[k].rank, k) for k in self.wishes if things[k].dated]
        heapq.heapify(todo)
        seen = {k for _, k in todo}
        while todo:
            _, at = heapq.heappop(todo)
            if not self._changes(things[at]):
                continue
            for need in held.get(at, ()):
                if need.counts and need.affected not in seen:
                    seen.add(need.affected)
                    heapq.heappush(todo, (things[need.affected].rank, need.affected))

    def saved(self, thing: Thing) -> float:
        """Days that it would be less late."""
        return thing.delay_days - self.delays.get(thing.id, thing.delay_days)

    def excused(self, thing: str) -> bool:
        """Whether nothing is late or short because of it."""
        return thing in self.wishes and self.wishes[thing] is None

    def _changes(self, thing: Thing) -> bool:
        """Find what would be of it; whether what needs it must be looked at."""
        delay = self._delay(thing)
        if abs(delay - thing.delay_days) > DUST:
            self.delays[thing.id] = delay
        if thing.measure == "quantity" and thing.shortfall > 0:
            short = self._shortfall(thing)
            if abs(short - thing.shortfall) > DUST:
                self.shortfalls[thing.id] = short
        return thing.id in self.delays or self.excused(thing.id)

    def _delay(self, thing: Thing) -> float:
        if thing.id in self.wishes:
            day = self.wishes[thing.id]
            return 0.0 if day is None else min(thing.delay_days, max(0.0, float(day - thing.planned)))
        if thing.delay_days == 0:
            return 0.0
        was, now, changed = 0.0, 0.0, False
        for need, cause in counting(self.snapshot, thing):
            before = waited(need, cause, thing)
            after = self._waits(need, cause, thing)
            was, now = max(was, before), max(now, after)
            changed = changed or abs(after - before) > DUST
        if not changed:
            return thing.delay_days
        own, won = thing.delay_days - min(thing.delay_days, was), max(0.0, was - thing.delay_days)
        return own + max(0.0, now - won)

    def _waits(self, need: Need, cause: Thing, thing: Thing) -> float:
        return 0.0 if self.excused(cause.id) else waited_if(need, cause, thing, self.saved(cause))

    def _shortfall(self, thing: Thing) -> float:
        if thing.id in self.wishes:
            day = self.wishes[thing.id]
            if day is None or (day <= self.snapshot.today and day <= (thing.ends_day or day)):
                return 0.0
        needs = list(counting(self.snapshot, thing))
        changed = False

        def lost(need: Need, cause: Thing) -> float:
            nonlocal changed
            before = lost_part(need, cause, thing)
            after = 0.0 if self.excused(cause.id) else before
            if after and self.saved(cause):
                after = lost_part(need, cause, thing, self.saved(cause))
            changed = changed or abs(after - before) > DUST
            return after

        now = largest_cap(thing, needs, lost)
        if not changed:
            return thing.shortfall
        was = largest_cap(thing, needs, lambda need, cause: lost_part(need, cause, thing))
        own, won = thing.shortfall - min(thing.shortfall, was), max(0.0, was - thing.shortfall)
        return own + max(0.0, now - won)


def counting(snapshot: Snapshot, thing: Thing) -> Iterator[tuple[Need, Thing]]:
    """Requirements of a thing that count, each with its cause."""
    for need in snapshot.needs.get(thing.id, ()):
        if need.counts:
            yield need, snapshot.things[need.cause]


def _raws(snapshot: Snapshot, course: _Course) -> dict[str, float]:
    """Raw scores of what is due that would be otherwise."""
    found: dict[str, float] = {}
    for k in course.delays.keys() | course.shortfalls.keys():
        thing = snapshot.things[k]
        if thing.due and thing.measure in ("date", "quantity"):
            _note(found, thing, _measured(snapshot, course, thing))
    counted = {t.affected for k in course.delays for t in snapshot.above.get(k, ()) if t.type == "COUNTS_IN"}
    for k in sorted(counted):
        thing = snapshot.things[k]
        if thing.due:
            _note(found, thing, _paid_on_time(snapshot, course, thing))
    todo = set(found)
    while todo:
        cascades = {t.affected for k in todo for t in snapshot.above.get(k, ()) if t.type == "SUPPORTS"}
        for k in snapshot.ranked(cascades):
            _note(found, snapshot.things[k], _cascade(snapshot, found, k))
        todo = cascades
    return found


def _note(found: dict[str, float], thing: Thing, raw: float) -> None:
    if abs(raw - thing.raw) > DUST:
        found[thing.id] = raw
    else:
        found.pop(thing.id, None)


def _measured(snapshot: Snapshot, course: _Course, thing: Thing) -> float:
    if thing.measure == "quantity":
        if thing.id not in course.shortfalls or thing.goal is None:
            return thing.raw
        return raw_of(thing, thing.goal - thing.sign * course.shortfalls[thing.id])
    delay = course.delays.get(thing.id, thing.delay_days)
    finish = thing.planned + delay if thing.delay_days > 0 else float(thing.finish)
    known = thing.finished_day is not None or finish <= snapshot.today or snapshot.today < (thing.ends_day or 0)
    return raw_of(thing, finish if known else None)


def _paid_on_time(snapshot: Snapshot, course: _Course, thing: Thing) -> float:
    """Its score where parts of releases had come sooner (attribution.md 5)."""
    owed = missed = 0.0
    for tie in snapshot.ties.get(thing.id, ()):
        release = snapshot.things[tie.cause]
        if tie.type != "COUNTS_IN" or release.planned > snapshot.today:
            continue
        owed += release.amount
        missed += release.missed if release.id not in course.delays else _unpaid(release, course.saved(release))
    return raw_of(thing, 100 - 100 * missed / owed) if owed > 0 else thing.raw


def _unpaid(release: Thing, saved: float) -> float:
    """The amount of a release that would not have come by its planned day."""
    itself = Need(release.id, "", 0, 0, 0, 0, counts=True, came_day=None, promised_for=None, lowered=0.0,
                  lowered_from_day=0)  # fmt: skip
    return sum(release.amount * part for day, part in arrivals(itself, release) if day - saved > release.planned)


def _cascade(snapshot: Snapshot, raws: Mapping[str, float], cascade: str) -> float:
    """The mean of its supports by share."""
    ties = [t for t in snapshot.ties.get(cascade, ()) if t.type == "SUPPORTS"]
    shares = sum(t.share for t in ties)
    return sum(t.share * raws.get(t.cause, snapshot.things[t.cause].raw) for t in ties) / shares if shares else 100.0


def fixable(snapshot: Snapshot, ids: Iterable[str]) -> list[str]:
    """Those of the given things that can be late or short themselves: the candidates of a best fix, by id."""
    return sorted(k for k in ids if _can_be_fixed(snapshot, snapshot.things[k]))


def _can_be_fixed(snapshot: Snapshot, thing: Thing) -> bool:
    if not thing.dated:
        return False
    if thing.delay_days > 0 or thing.shortfall > 0:
        return True
    needs = snapshot.held.get(thing.id, ())
    return any(need.counts and (need.lowered > 0 or moved_by(need, thing) > 0) for need in needs)
