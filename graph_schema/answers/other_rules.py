"""The days of one late thing under other rules: but-for, driving requirement, proportional, full Shapley.

All by owner and before rulings (questions.md 6); the rule's own shares, before rulings, beside them.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import factorial

from graph_schema.answers.lateness import DUST, came_on, late, late_by, moved_by, never_came, waited, waited_if
from graph_schema.answers.snapshot import Need, Snapshot, Thing
from graph_schema.answers.supposing import counting

MOST_OWNERS = 12
"""Full Shapley is worked out for at most so many owners: it looks at every group of them."""

Shares = dict[str, float]
"""Days by owner; zeros left out."""


@dataclass(frozen=True, slots=True)
class _Wait:
    """A requirement that was late: its cause, its lateness, the part that stays there, the rule's days by it."""

    need: Need
    cause: Thing
    days: float
    stays: float
    unruled: float


Sizes = Callable[[Sequence[_Wait]], list[float]]


@dataclass(frozen=True)
class Ancestry:
    """A late thing and everything that its delay came through, each after what affects it, with its late needs."""

    focus: Thing
    order: Sequence[Thing]
    waits: Mapping[str, Sequence[_Wait]]

    @classmethod
    def of(cls, snapshot: Snapshot, focus: str) -> "Ancestry":
        """Of one thing of a snapshot that holds all that is upstream of it."""
        waits: dict[str, Sequence[_Wait]] = {}
        todo = [focus]
        while todo:
            at = todo.pop()
            if at in waits:
                continue
            waits[at] = _waits(snapshot, snapshot.things[at])
            todo += [wait.cause.id for wait in waits[at]]
        order = [snapshot.things[k] for k in snapshot.ranked(waits)]
        return cls(snapshot.things[focus], order, waits)

    def most(self, thing: Thing) -> float:
        """The largest lateness among its requirements."""
        return max((wait.days for wait in self.waits[thing.id]), default=0.0)

    def own(self, thing: Thing) -> float:
        """Its own days, before rulings."""
        return thing.delay_days - min(thing.delay_days, self.most(thing))

    def rule(self) -> Shares:
        """The rule's own shares."""
        return self._walked(lambda waits: [wait.unruled for wait in waits])

    def driving(self) -> Shares:
        """All days to the requirement that was latest; equally late ones share."""

        def shared(waits: Sequence[_Wait]) -> list[float]:
            most = max(wait.days for wait in waits)
            return [1.0 if wait.days >= most - DUST else 0.0 for wait in waits]

        return self._walked(shared)

    def proportional(self) -> Shares:
        """Days in proportion to lateness."""
        return self._walked(lambda waits: [wait.days for wait in waits])

    def but_for(self, owners: Iterable[str]) -> Shares:
        """Days saved had one owner added nothing of its own; each alone, so they do not add up."""
        found = {owner: self.focus.delay_days - self.without({owner}) for owner in sorted(owners)}
        return {owner: days for owner, days in found.items() if days > DUST}

    def shapley(self) -> Shares | None:
        """The mean of what each owner adds, over all orders in which owners can come; none for too many owners."""
        owners = self.owners()
        if len(owners) > MOST_OWNERS:
            return None
        n = len(owners)
        delays = [self.without({o for k, o in enumerate(owners) if not group >> k & 1}) for group in range(1 << n)]
        found: Shares = {}
        for k, owner in enumerate(owners):
            parts = [
                (delays[group | 1 << k] - delays[group]) * factorial(size) * factorial(n - size - 1)
                for group in range(1 << n)
                if not group >> k & 1
                for size in [group.bit_count()]
            ]
            days = sum(parts) / factorial(n)
            if days > DUST:
                found[owner] = days
        return found

    def owners(self) -> list[str]:
        """Owners with own or moved days, or something that will never come, in it; by id."""
        found = {thing.agency for thing in self.order if self.own(thing) > 0}
        for waits in self.waits.values():
            found |= {w.cause.agency for w in waits if w.need.lowered > 0 or moved_by(w.need, w.cause) > 0}
        return sorted(found)

    def without(self, owners: Collection[str]) -> float:
        """The delay of the focus had these owners added nothing of their own."""
        saved: dict[str, float] = {}
        for thing in self.order:
            most = self.most(thing)
            own = 0.0 if thing.agency in owners else self.own(thing)
            won = max(0.0, most - thing.delay_days)
            now = max((self._without(wait, thing, saved, owners) for wait in self.waits[thing.id]), default=0.0)
            saved[thing.id] = thing.delay_days - (own + max(0.0, now - won))
        return self.focus.delay_days - saved[self.focus.id]

    def _without(self, wait: _Wait, thing: Thing, saved: Mapping[str, float], owners: Collection[str]) -> float:
        forgiven = wait.cause.agency in owners
        if not forgiven and not saved[wait.cause.id]:
            return wait.days
        return waited_if(wait.need, wait.cause, thing, saved[wait.cause.id], forgiven=forgiven)

    def _walked(self, sizes: Sizes) -> Shares:
        """Where the days of the focus began, when each step is shared by some sizes."""
        bags = {self.focus.id: self.focus.delay_days}
        found: Shares = {}
        for thing in reversed(self.order):
            days = bags.get(thing.id, 0.0)
            if days <= 0:
                continue
            waits = self.waits[thing.id]
            parts = sizes(waits) if waits else []
            whole = sum(parts)
            moves = days * min(thing.delay_days, self.most(thing)) / thing.delay_days if thing.delay_days > 0 else 0.0
            if whole <= 0:
                moves = 0.0
            _add(found, thing.agency, days - moves)
            for wait, part in zip(waits, parts, strict=True):
                if part > 0 and moves > 0:
                    reached = moves * part / whole
                    _add(found, wait.cause.agency, reached * wait.stays)
                    bags[wait.cause.id] = bags.get(wait.cause.id, 0.0) + reached * (1 - wait.stays)
        return {owner: days for owner, days in found.items() if days > DUST}


def _add(into: Shares, owner: str, days: float) -> None:
    if days:
        into[owner] = into.get(owner, 0.0) + days


def _waits(snapshot: Snapshot, thing: Thing) -> list[_Wait]:
    if thing.delay_days <= 0:
        return []
    unruled = {t.cause: t.unruled for t in snapshot.ties.get(thing.id, ()) if t.type == "DELAYED"}
    found = list[_Wait]()
    for need, cause in counting(snapshot, thing):
        days = waited(need, cause, thing)
        if days > 0:
            found.append(_Wait(need, cause, days, stays(need, cause, thing), unruled.get(cause.id, 0.0)))
    return found


def stays(need: Need, cause: Thing, affected: Thing) -> float:
    """The part (0 to 1) of the days that reach the cause by this requirement which goes no further (questions.md 1)."""
    came = late(need, came_on(need, cause), affected.finish, need.owed_day)
    days = max(came, never_came(need, affected))
    moved = moved_by(need, cause)
    if days <= 0:
        return 0.0
    lowered = (days - came) / days
    both = moved + late_by(need, cause)
    return lowered + (1 - lowered) * (moved / both if both > 0 else 0.0)
