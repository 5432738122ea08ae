"""Lost points travel back to where they began (section 6)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from .causes import ALL, GOES_ON, NOTHING, Explained, Stay
from .scores import FULL, supported, unpaid_in_time

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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


@dataclass(frozen=True, eq=False)
class Ways:
    """The ways of the points of one assessment: for what is a deliverable's own loss, and for what reached it."""

    order: Sequence[str]
    own: Mapping[str, Passes]
    reached: Mapping[str, Passes]

    def charged(self, seeds: Mapping[str, Fraction]) -> dict[str, Fraction]:
        """Sweep backward, from the highest rank down; return what stays at each deliverable."""
        own: defaultdict[str, Fraction] = defaultdict(Fraction, seeds)
        reached: defaultdict[str, Fraction] = defaultdict(Fraction)
        stays: dict[str, Fraction] = {}
        for each in reversed(self.order):
            for carried, passes in ((own[each], self.own), (reached[each], self.reached)):
                if not carried:
                    continue
                on = passes[each]
                stays[each] = stays.get(each, NOTHING) + carried * on.stays
                for other, part in on.below.items():
                    own[other] += carried * part
                for other, part in on.reaches.items():
                    stay = on.kept.get(other, GOES_ON).whole if other in self.reached else ALL
                    reached[other] += carried * part * (1 - stay)
                    stays[other] = stays.get(other, NOTHING) + carried * part * stay
        return {each: points for each, points in stays.items() if points}


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
    return Ways(found.order, own, reached)


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
