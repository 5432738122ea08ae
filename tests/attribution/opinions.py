"""Second opinions on the causes of a delay, by agency, before rulings (section 6 of the questions)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations
from math import comb
from typing import TYPE_CHECKING, Any

from .causes import NOTHING, Explained, Roots, at_roots, counting, root_shares
from .plan import Target
from .reference import floats

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

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
            steps = steps_to(each, found)
            shares = shapley(steps, players(each, found))
            answers[each] = {
                "but_for": floats({owner: delay.whole - without(steps, {owner}) for owner in owners}),
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
    """A requirement as the recursion reads it: l, what a lowering adds to it, and how it follows the delay of g.

    `comes` is planned_finish(g) + lag + D_t(g) - D(g), to which D'(g) is added; `planned` is planned_finish(g) + lag.
    """

    gives: str
    owner: str
    late: int
    adds: Fraction
    comes: int
    planned: int
    owed: int

    def lateness(self, delay: Fraction, nothing: Collection[str]) -> Fraction:
        """Return l' with D'(g) = `delay`, where those in `nothing` add nothing of their own."""
        came = max(Fraction(self.planned), self.comes + delay)
        spared = self.owner in nothing
        owed = max(self.owed, self.planned) if spared else self.owed
        now = min(Fraction(self.late), max(NOTHING, came - owed))
        return now if spared else max(now, self.adds)


@dataclass(frozen=True)
class Step:
    """One dated thing of the recursion: its owner, its own days, the days it won back, what it waits for."""

    id: str
    owner: str
    own: Fraction
    won: Fraction
    needs: tuple[Need, ...]


def steps_to(each: str, found: Assessment) -> list[Step]:
    """Return a dated thing and all that it waits for, causes first, as the recursion reads them."""
    steps: list[Step] = []
    for place in upward(each, found):
        stop, delay = found.dates.known[place].finish, found.days[place]
        claims = counting(found.years.deliverables[place], found.dates)
        most = max((claim.lateness(stop) for claim in claims), default=NOTHING)
        needs = tuple(need(claim, stop, found) for claim in claims)
        owner = found.years.deliverables[place].owner
        steps.append(Step(place, owner, delay.own, max(NOTHING, most - delay.whole), needs))
    return steps


def need(claim: Claim, stop: int, found: Assessment) -> Need:
    """Return a requirement as the recursion reads it."""
    gives = claim.wait.gives
    planned = gives.due_day + claim.wait.lag
    comes = planned + claim.delay - found.dates.known[gives.id].delay
    return Need(gives.id, gives.owner, claim.late(claim.came, stop), claim.adds(stop), comes, planned, claim.owed)


def without(steps: Sequence[Step], nothing: Collection[str]) -> Fraction:
    """Return D'(t) when what some agencies own adds nothing of its own: no own days, no lowered part, no moved days."""
    delays: dict[str, Fraction] = {}
    for step in steps:
        would = max((need.lateness(delays[need.gives], nothing) for need in step.needs), default=NOTHING)
        own = NOTHING if step.owner in nothing else step.own
        delays[step.id] = own + max(NOTHING, would - step.won)
    return delays[steps[-1].id]


def upward(each: str, found: Assessment) -> list[str]:
    """Return a dated thing and all that it waits for by counting requirements, causes first."""
    wanted, waiting = {each}, [each]
    while waiting:
        claims = counting(found.years.deliverables[waiting.pop()], found.dates)
        below = {claim.wait.gives.id for claim in claims} - wanted
        wanted |= below
        waiting += below
    return [place for place in found.dates.order if place in wanted]


def players(each: str, found: Assessment) -> list[str]:
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
    return sorted(owners)


def shapley(steps: Sequence[Step], owners: list[str]) -> Points | None:
    """Return the full Shapley value over the owners; none for more than twelve."""
    if len(owners) > MOST_PLAYERS:
        return None
    worth = {chosen: without(steps, set(owners) - chosen) for chosen in subsets(owners)}
    shares: Points = {}
    for owner in owners:
        rest = [one for one in owners if one != owner]
        shares[owner] = sum(
            (
                (worth[chosen | {owner}] - worth[chosen]) / (len(owners) * comb(len(rest), len(chosen)))
                for chosen in subsets(rest)
            ),
            NOTHING,
        )
    return shares


def subsets(owners: list[str]) -> Iterable[frozenset[str]]:
    """Return all sets of owners, the empty one first."""
    return (frozenset(chosen) for size in range(len(owners) + 1) for chosen in combinations(owners, size))
