"""What if something had come in time, or sooner (section 4 of the questions); rulings are ignored.

Everybody's own days and units, and those won back, stay as they were; what is due stays due.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from .causes import NOTHING, achieved, arrivals, counting
from .dates import own_releases
from .plan import Release, Target
from .scores import FULL, Score, cascade_score, supported

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .reference import Assessment
    from .waits import Claim


@dataclass(frozen=True, eq=False)
class Otherwise:
    """What would be: delays and shortfalls of all, raw points of all targets.

    `found` is the assessment before rulings, `on` the days on which some things are thought to have come (none: in
    time).
    """

    found: Assessment
    on: Mapping[str, int | None]
    delays: dict[str, Fraction]
    shortfalls: dict[str, Fraction]
    raw: dict[str, Fraction]

    def sooner(self, each: str) -> Fraction:
        """Return the days by which something comes sooner than it did: D - D'."""
        return self.found.days[each].whole - self.delays[each]

    def finish(self, each: str) -> Fraction:
        """Return the day on which something would be finished."""
        known = self.found.dates.known[each]
        if not known.delay:
            return Fraction(known.finish)
        return self.found.years.deliverables[each].due_day + self.delays[each]


def what_if(found: Assessment, on: Mapping[str, int | None], *, walk_all: bool = False) -> Otherwise:
    """Walk the ranks once with some things on time (none) or on a day not later than they came.

    Something none of whose requirements changed keeps its facts; `walk_all` reckons it anew nevertheless.
    """
    thought = Otherwise(found, on, {}, {}, {})
    supports = supported(found.years)
    for each in found.dates.order:
        deliverable = found.years.deliverables[each]
        new = walk_all or each in on or any(changed(claim, thought) for claim in found.dates.claims.get(each, ()))
        if deliverable.dated:
            thought.delays[each] = delay(each, thought) if new else found.days[each].whole
        if not isinstance(deliverable, Target):
            continue
        if each in found.units:
            thought.shortfalls[each] = shortfall(deliverable, thought) if new else found.units[each].whole
        thought.raw[each] = points(deliverable, thought)
        if deliverable.measure == "cascade" and found.scores[each].due:
            below = {one.id: Score(found.scores[one.id].due, thought.raw[one.id], NOTHING) for one in supports[each]}
            thought.raw[each] = cascade_score(supports[each], below)[1]
    return thought


def changed(claim: Claim, thought: Otherwise) -> bool:
    """Tell whether something required is thought to come on another day."""
    gives = claim.wait.gives.id
    return gives in thought.on or bool(thought.sooner(gives))


def delay(each: str, thought: Otherwise) -> Fraction:
    """Return D': own days, and what the worst requirement would add beyond the days won back."""
    found = thought.found
    if each in thought.on:
        day = thought.on[each]
        return NOTHING if day is None else max(NOTHING, Fraction(day - found.years.deliverables[each].due_day))
    stop = found.dates.known[each].finish
    claims = counting(found.years.deliverables[each], found.dates)
    most = max((claim.lateness(stop) for claim in claims), default=NOTHING)
    would = max((lateness(claim, stop, thought) for claim in claims), default=NOTHING)
    won = max(NOTHING, most - found.days[each].whole)
    return found.days[each].own + max(NOTHING, would - won)


def is_in_time(claim: Claim, thought: Otherwise) -> bool:
    """Tell whether what is required is thought to come in time: then nobody is late or short because of it."""
    return claim.wait.gives.id in thought.on and thought.on[claim.wait.gives.id] is None


def lateness(claim: Claim, stop: int, thought: Otherwise) -> Fraction:
    """Return l': no more than the lateness was, the part that a lowering adds as it was."""
    if is_in_time(claim, thought):
        return NOTHING
    late = claim.late(claim.came, stop)
    left = max(NOTHING, claim.delay - thought.sooner(claim.wait.gives.id))
    now = max(NOTHING, claim.wait.gives.due_day + left + claim.wait.lag - claim.owed)
    return max(min(Fraction(late), now), claim.adds(stop))


def shortfall(target: Target, thought: Otherwise) -> Fraction:
    """Return Q' of a quantity target: own units, and what the worst requirement would cut beyond those won back."""
    found = thought.found
    before = found.units[target.id]
    if target.id in thought.on:
        day = thought.on[target.id]
        if day is None or day <= min(found.dates.as_of, target.year.ends):
            return NOTHING
    if not found.scores[target.id].due:
        return before.whole
    was, now = largest_cap(target, found, None), largest_cap(target, found, thought)
    won = max(NOTHING, was - before.whole)
    return before.own + max(NOTHING, now - won)


def largest_cap(target: Target, found: Assessment, thought: Otherwise | None) -> Fraction:
    """Return the largest cap of a quantity target; all counting releases are one requirement."""
    caps: list[Fraction] = []
    owed = weighted = NOTHING
    for claim in counting(target, found.dates):
        k = impossible(claim, target, found, thought)
        if isinstance(claim.wait.gives, Release):
            amount = claim.wait.promised.owed or NOTHING
            owed, weighted = owed + amount, weighted + amount * k
        else:
            caps.append(k * target.breadth)
    if owed:
        caps.append(weighted / owed * target.breadth)
    return max(caps, default=NOTHING)


def impossible(claim: Claim, target: Target, found: Assessment, thought: Otherwise | None) -> Fraction:
    """Return k, or k' where something is thought: each arrival comes as many days sooner as its release or target."""
    if thought is not None and is_in_time(claim, thought):
        return NOTHING
    window = target.due_day - claim.needed_by
    possible = NOTHING
    for came, part in arrivals(claim, found.dates):
        late = Fraction(claim.late(came, target.due_day))
        if thought is not None:
            sooner = thought.sooner(claim.wait.gives.id)
            late = min(late, max(NOTHING, came - sooner + claim.wait.lag - claim.owed))
        possible += part * (max(NOTHING, 1 - late / window) if window > 0 else 1)
    return 1 - possible


def points(target: Target, thought: Otherwise) -> Fraction:
    """Return raw' of a target that is no cascade; what is not due stays so."""
    found = thought.found
    if not found.scores[target.id].due:
        return FULL
    if target.measure == "releases":
        return target.raw(paid_in_time(target, thought))
    if target.measure == "date":
        finish = thought.finish(target.id)
        over = finish > found.dates.as_of >= target.year.ends
        return NOTHING if over else target.raw(finish)
    if target.measure == "cascade":
        return found.scores[target.id].raw
    now = thought.shortfalls[target.id]
    if now < found.units[target.id].whole:
        return target.raw(target.goal - now if target.rising else target.goal + now)
    quantity = achieved(target, found.dates)
    return NOTHING if quantity is None else target.raw(quantity)


def paid_in_time(target: Target, thought: Otherwise) -> Fraction:
    """Return the percent of the money due that would have been paid by its planned date."""
    due = [one for one in own_releases(target, thought.found.years) if one.due_day <= thought.found.dates.as_of]
    in_time = sum((in_time_of(release, thought) for release in due), NOTHING)
    return 100 * in_time / sum(release.amount for release in due)


def in_time_of(release: Release, thought: Otherwise) -> Fraction:
    """Return the amount of a release that would have come by its planned date: parts, and the rest on its finish."""
    parts = thought.found.dates.money[release.id]
    rest = release.amount - sum(part for _, part in parts)
    if not thought.found.days[release.id].whole:
        return Fraction(sum(part for day, part in parts if day <= release.due_day))
    sooner = thought.sooner(release.id)
    came = sum(part for day, part in parts if day - sooner <= release.due_day)
    return Fraction(came + (rest if thought.finish(release.id) <= release.due_day else 0))
