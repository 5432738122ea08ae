"""Lost points travel back to where they began (section 6)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from .causes import ALL, GOES_ON, NOTHING, Explained, Stay
from .scores import FULL, supported, unpaid_in_time

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from .dates import Dates
    from .plan import Target
    from .scores import Score


@dataclass(frozen=True)
class Passes:
    """How one lost point is passed on: what stays, what goes down a cascade, what reaches others by a requirement.

    `kept` tells for those it reaches what of it stays with them by what they promised.
    """

    stays: Fraction
    below: Mapping[str, Fraction]
    reaches: Mapping[str, Fraction]
    kept: Mapping[str, Stay]


OWN, MOVED, UNITS = "own days", "moved days", "own units"
"""Why points stay: own days (and what a lowering adds), days by which it moved its own date, a quantity's own loss."""


class Charge(NamedTuple):
    """Where points stay and why; `moved` is v, the number of moved days, where they are the reason."""

    at: str
    reason: str
    moved: int = 0


@dataclass(frozen=True, eq=False)
class Ways:
    """The ways of the points of one assessment: for what is a deliverable's own loss, and for what reached it."""

    order: Sequence[str]
    own: Mapping[str, Passes]
    reached: Mapping[str, Passes]
    quantities: AbstractSet[str]

    def charged(self, seeds: Mapping[str, Fraction]) -> dict[str, Fraction]:
        """Return what stays at each deliverable (section 6)."""
        return self.swept(seeds)[0]

    def carried(self, seeds: Mapping[str, Fraction]) -> dict[str, Fraction]:
        """Return what each deliverable carried: its own loss, and what reached it."""
        return self.swept(seeds)[1]

    def charges(self, seeds: Mapping[str, Fraction]) -> dict[Charge, Fraction]:
        """Return what stays at each deliverable, by the reason for which it stays there."""
        return self.swept(seeds)[2]

    def swept(
        self, seeds: Mapping[str, Fraction]
    ) -> tuple[dict[str, Fraction], dict[str, Fraction], dict[Charge, Fraction]]:
        """Sweep backward, from the highest rank down: what stays, what was carried, and what stays by reasons."""
        own: defaultdict[str, Fraction] = defaultdict(Fraction, seeds)
        reached: defaultdict[str, Fraction] = defaultdict(Fraction)
        carried: defaultdict[str, Fraction] = defaultdict(Fraction, seeds)
        stays: defaultdict[Charge, Fraction] = defaultdict(Fraction)
        for each in reversed(self.order):
            for holds, passes, reason in ((own[each], self.own, self.reason(each)), (reached[each], self.reached, OWN)):
                if not holds:
                    continue
                on = passes[each]
                stays[Charge(each, reason)] += holds * on.stays
                for other, part in on.below.items():
                    own[other] += holds * part
                    carried[other] += holds * part
                for other, part in on.reaches.items():
                    came = holds * part
                    carried[other] += came
                    stay = on.kept.get(other, GOES_ON)
                    if other not in self.reached:
                        stay = Stay(lowered=ALL)
                    reached[other] += came * (1 - stay.whole)
                    stays[Charge(other, OWN)] += came * stay.lowered
                    stays[Charge(other, MOVED, stay.days)] += came * stay.moved
        by_deliverable: defaultdict[str, Fraction] = defaultdict(Fraction)
        for charge, points in stays.items():
            by_deliverable[charge.at] += points
        return (
            {each: points for each, points in by_deliverable.items() if points},
            {each: points for each, points in carried.items() if points},
            {charge: points for charge, points in stays.items() if points},
        )

    def reason(self, each: str) -> str:
        """Return why something of an own loss stays: at a quantity by its units, else by days."""
        return UNITS if each in self.quantities else OWN


def ways(
    found: Dates, done: Mapping[str, Score], days: Mapping[str, Explained], units: Mapping[str, Explained]
) -> Ways:
    """Work out once how points are passed on; several sweeps use it."""
    supports = supported(found.years)
    reached = {each: split(delay) for each, delay in days.items()}
    own: dict[str, Passes] = {}
    for each in found.years.targets():
        if each.measure == "cascade":
            lost = {target.id: target.share * (FULL - done[target.id].raw) for target in supports[each.id]}
            total = sum(lost.values(), NOTHING)
            own[each.id] = (
                Passes(NOTHING, {key: part / total for key, part in lost.items() if part}, {}, {}) if total else STAYS
            )
        elif not each.unknown:
            own[each.id] = planned_first(each, done[each.id], rest(each, found, days, units))
    return Ways(found.order, own, reached, units.keys())


def rest(target: Target, found: Dates, days: Mapping[str, Explained], units: Mapping[str, Explained]) -> Passes:
    """Return how a target passes on the part of its own loss that the plan itself did not cost."""
    if target.measure == "releases":
        unpaid = unpaid_in_time(target, found)
        return split(
            Explained(Fraction(sum(unpaid.values())), NOTHING, {key: Fraction(part) for key, part in unpaid.items()})
        )
    return split(days[target.id] if target.measure == "date" else units[target.id])


def split(lost: Explained) -> Passes:
    """Return what stays and what reaches the causes of one lost day, unit or amount; without a cause it stays."""
    if not lost.whole:
        return STAYS
    reaches = {cause: part / lost.whole for cause, part in lost.causes.items() if part}
    return Passes(lost.own / lost.whole, {}, reaches, lost.stays)


def planned_first(target: Target, score: Score, passes: Passes) -> Passes:
    """Keep the part of a loss that the plan itself costs: what its own planned value would have lost."""
    if score.raw == FULL:
        return STAYS
    planned = min(Fraction(1), (FULL - target.raw(target.planned_value)) / (FULL - score.raw))
    reaches = {cause: part * (1 - planned) for cause, part in passes.reaches.items()}
    return Passes(planned + passes.stays * (1 - planned), {}, reaches, passes.kept)


STAYS = Passes(Fraction(1), {}, {}, {})
