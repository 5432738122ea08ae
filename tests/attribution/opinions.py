"""Second opinions on the causes of a delay, by agency, before rulings (section 6 of the questions)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from math import factorial, lcm
from typing import TYPE_CHECKING, Any

from .causes import NOTHING, Explained, Roots, at_roots, counting, root_shares
from .plan import Target
from .reference import floats

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from .plan import PlanYear
    from .reference import Assessment, Points
    from .waits import Claim

MOST_PLAYERS = 12


@dataclass(frozen=True, eq=False)
class Rule:
    """Another rule for one assessment: how it shares out all days, and the roots that follow."""

    found: Assessment
    days: Mapping[str, Explained]
    roots: Roots

    def by_agency(self, each: str) -> Points:
        """Return the days of a late thing by the owners of its roots."""
        return self.found.by_owner(at_roots(each, self.days[each], self.roots))


def rule(found: Assessment, share: Callable[[str, Assessment], Explained]) -> Rule:
    """Share out all days by another rule."""
    days = {each: share(each, found) for each in found.days}
    return Rule(found, days, root_shares(days, found.dates.order))


def second_opinions(year: PlanYear, found: Assessment) -> dict[str, dict[str, Any]]:
    """Return the second opinions on every late target of a year with more than one agency among its roots."""
    driving, proportional = rule(found, by_driving), rule(found, by_size)
    answers: dict[str, dict[str, Any]] = {}
    for each, delay in found.days.items():
        target = found.years.deliverables[each]
        owners = found.by_owner(found.root_days(each))
        if isinstance(target, Target) and target.year is year and delay.whole and len(owners) > 1:
            steps = recursion(each, found)
            shares = steps.shapley()
            answers[each] = {
                "but_for": floats(steps.but_for(owners)),
                "driving": floats(driving.by_agency(each)),
                "proportional": floats(proportional.by_agency(each)),
                "shapley": None if shares is None else floats(shares),
            }
    return answers


def sizes(each: str, found: Assessment) -> dict[str, Fraction]:
    """Return l of the counting requirements of a dated thing."""
    stop = found.dates.known[each].finish
    claims = counting(found.years.deliverables[each], found.dates)
    return {claim.wait.gives.id: claim.lateness(stop) for claim in claims}


def by_driving(each: str, found: Assessment) -> Explained:
    """Share out U to the requirement with the largest l; equal ones share it equally."""
    lateness, delay = sizes(each, found), found.days[each]
    most = max(lateness.values(), default=NOTHING)
    first = [cause for cause, size in lateness.items() if size and size == most]
    given = delay.whole - delay.own
    return replace(delay, causes={cause: given / len(first) for cause in first} if given else {})


def by_size(each: str, found: Assessment) -> Explained:
    """Share out U in proportion to l."""
    lateness, delay = sizes(each, found), found.days[each]
    whole = sum(lateness.values(), NOTHING)
    given = delay.whole - delay.own
    sized = {cause: size for cause, size in lateness.items() if size and given}
    return replace(delay, causes={cause: given * size / whole for cause, size in sized.items()})


@dataclass(frozen=True)
class Need:
    """A requirement as the recursion reads it, in parts of days: l, what a lowering adds, and how it follows g.

    `moved` is what is left of l when g is in time; `follows` + D'(g) what is left of it with g's delay.
    `unmoved` and `unmoves` are the same where g's owner adds nothing of its own: it owes its own date.
    """

    gives: str
    owner: int
    late: int
    adds: int
    moved: int
    follows: int
    unmoved: int
    unmoves: int

    def lateness(self, delay: int, nothing: int) -> int:
        """Return l' with D'(g) = `delay`, where those in `nothing` add nothing of their own."""
        left = (
            max(self.unmoved, self.unmoves + delay) if self.owner & nothing else max(self.moved, self.follows + delay)
        )
        late = min(left, self.late)
        return max(late, 0) if self.owner & nothing else max(late, self.adds)


@dataclass(frozen=True)
class Step:
    """One late thing of the recursion, in parts of days: its own days, the days won back, what it waits for."""

    id: str
    owner: int
    own: int
    won: int
    needs: tuple[Need, ...]


@dataclass(frozen=True)
class Recursion:
    """A late thing and all that made it late, causes first; a day has `parts` parts, so that all numbers are whole.

    `owners` are those with own or moved days or a lowered part; sets of them are numbers, a bit for each.
    """

    steps: tuple[Step, ...]
    parts: int
    owners: tuple[str, ...]

    def delay(self, nothing: int) -> int:
        """Return D'(t) in parts of days when some owners add nothing: no own days, no lowered part, no moved days."""
        delays: dict[str, int] = {}
        for step in self.steps:
            would = step.won
            for need in step.needs:
                would = max(would, need.lateness(delays.get(need.gives, 0), nothing))
            delays[step.id] = (0 if step.owner & nothing else step.own) + would - step.won
        return delays[self.steps[-1].id]

    def but_for(self, owners: Iterable[str]) -> Points:
        """Return the days that would not have been without each owner."""
        whole = self.delay(0)
        return {owner: Fraction(whole - self.delay(bit(owner, self.owners)), self.parts) for owner in owners}

    def shapley(self) -> Points | None:
        """Return the full Shapley value over the owners; none for more than twelve."""
        number = len(self.owners)
        if number > MOST_PLAYERS:
            return None
        everybody = (1 << number) - 1
        worth = [self.delay(everybody ^ chosen) for chosen in range(everybody + 1)]
        orders = [factorial(size) * factorial(number - size - 1) for size in range(number)]
        shares: Points = {}
        for owner in self.owners:
            mine = bit(owner, self.owners)
            days = sum(
                (worth[chosen | mine] - worth[chosen]) * orders[chosen.bit_count()]
                for chosen in range(everybody + 1)
                if not chosen & mine
            )
            shares[owner] = Fraction(days, factorial(number) * self.parts)
        return shares


def bit(owner: str, owners: Sequence[str]) -> int:
    """Return the bit of an owner in a set of them; one who adds nothing has none."""
    return 1 << owners.index(owner) if owner in owners else 0


def recursion(each: str, found: Assessment) -> Recursion:
    """Return the recursion of a late thing; what is in time stays so, and what is not late holds nobody up."""
    places = [place for place in upward(each, found) if found.days[place].whole]
    stops = {place: found.dates.known[place].finish for place in places}
    claims = {
        place: [
            claim for claim in counting(found.years.deliverables[place], found.dates) if claim.lateness(stops[place])
        ]
        for place in places
    }
    numbers = [found.days[place].own for place in places]
    numbers += [claim.adds(stops[place]) for place in places for claim in claims[place]]
    parts = lcm(*(number.denominator for number in numbers))

    owners = players(each, found)

    def step(place: str) -> Step:
        most = max((claim.lateness(stops[place]) for claim in claims[place]), default=NOTHING)
        needs = tuple(need(claim, stops[place], found, parts, owners) for claim in claims[place])
        won = max(NOTHING, most - found.days[place].whole)
        owner = bit(found.years.deliverables[place].owner, owners)
        return Step(place, owner, int(found.days[place].own * parts), int(won * parts), needs)

    return Recursion(tuple(step(place) for place in places), parts, owners)


def need(claim: Claim, stop: int, found: Assessment, parts: int, owners: Sequence[str]) -> Need:
    """Return a requirement as the recursion reads it."""
    gives = claim.wait.gives
    planned = gives.due_day + claim.wait.lag
    comes = planned + claim.delay - found.dates.known[gives.id].delay
    late, adds = claim.late(claim.came, stop), claim.adds(stop)
    owed, own = claim.owed, max(claim.owed, planned)
    days = (planned - owed, comes - owed, planned - own, comes - own)
    mine = bit(gives.owner, owners)
    return Need(gives.id, mine, late * parts, int(adds * parts), *(number * parts for number in days))


def upward(each: str, found: Assessment) -> list[str]:
    """Return a dated thing and all that it waits for by counting requirements, causes first."""
    wanted, waiting = {each}, [each]
    while waiting:
        claims = counting(found.years.deliverables[waiting.pop()], found.dates)
        below = {claim.wait.gives.id for claim in claims} - wanted
        wanted |= below
        waiting += below
    return [place for place in found.dates.order if place in wanted]


def players(each: str, found: Assessment) -> tuple[str, ...]:
    """Return the owners with own or moved days or a lowered part among a late thing and its causes, at any depth."""
    owners: set[str] = set()
    wanted, waiting = {each}, [each]
    while waiting:
        place = waiting.pop()
        deliverable, delay = found.years.deliverables[place], found.days[place]
        owners |= {deliverable.owner} if delay.own else set()
        for claim in counting(deliverable, found.dates):
            gives = claim.wait.gives
            if delay.causes.get(gives.id):
                owners |= {gives.owner} if claim.moved or claim.wait.promised.lowered else set()
                waiting += [] if gives.id in wanted else [gives.id]
                wanted.add(gives.id)
    return tuple(sorted(owners))
