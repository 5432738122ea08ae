"""Scores of targets, agreements and tiers (section 5)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from .causes import NOTHING, achieved, is_due
from .dates import own_releases
from .plan import Agreement, Target

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .dates import Dates
    from .plan import PlanYear, Years

FULL = Fraction(100)


@dataclass(frozen=True)
class Score:
    """The score of one target: `raw` points (100 while not due); `achieved` in percent for a `releases` target."""

    due: bool
    raw: Fraction
    loss: Fraction
    achieved: Fraction | None = None


def scores(found: Dates) -> dict[str, Score]:
    """Score every target of every year, supports before the cascades they support."""
    supports = supported(found.years)
    done: dict[str, Score] = {}
    for each in found.order:
        target = found.years.deliverables[each]
        if not isinstance(target, Target):
            continue
        percent: Fraction | None = None
        due, raw = False, FULL
        if target.unknown:
            pass
        elif target.measure == "cascade":
            due, raw = cascade_score(supports[each], done)
        elif target.measure == "releases":
            due, percent = paid_in_time(target, found)
            raw = target.raw(percent) if due else FULL
        elif is_due(target, found):
            due = True
            raw = date_score(target, found) if target.measure == "date" else quantity_score(target, found)
        done[each] = Score(due, raw, target.weight * (100 - raw) / 100, percent)
    return done


def supported(years: Years) -> Mapping[str, Sequence[Target]]:
    """Return the targets that support each cascade."""
    supports: defaultdict[str, list[Target]] = defaultdict(list)
    for target in years.targets():
        for above in target.supports:
            supports[above].append(target)
    return supports


def cascade_score(supports: Sequence[Target], done: Mapping[str, Score]) -> tuple[bool, Fraction]:
    """Return due and raw of a cascade: the share-weighted mean, a support not yet due counting 100."""
    if not any(done[target.id].due for target in supports):
        return False, FULL
    shares = sum((target.share for target in supports), NOTHING)
    return True, sum((target.share * done[target.id].raw for target in supports), NOTHING) / shares


def date_score(target: Target, found: Dates) -> Fraction:
    """Return the points of a due date: 0 once the plan year is over without it, a forecast is no result."""
    known = found.known[target.id]
    if not known.finished and found.as_of >= target.year.ends:
        return NOTHING
    return target.raw(Fraction(known.finish))


def quantity_score(target: Target, found: Dates) -> Fraction:
    """Return the points of a due quantity: 0 where it was never reported."""
    quantity = achieved(target, found)
    return NOTHING if quantity is None else target.raw(quantity)


def paid_in_time(target: Target, found: Dates) -> tuple[bool, Fraction]:
    """Return whether any release of a `releases` target is due, and the percent of the money due that came in time."""
    due = [release for release in own_releases(target, found.years) if release.due_day <= found.as_of]
    if not due:
        return False, FULL
    in_time = sum(release.amount for release in due) - sum(unpaid_in_time(target, found).values())
    return True, Fraction(100 * in_time, sum(release.amount for release in due))


def unpaid_in_time(target: Target, found: Dates) -> dict[str, int]:
    """Return, for each due release of a `releases` target, the amount not paid by its planned date."""
    return {
        release.id: release.amount - sum(part for day, part in found.money[release.id] if day <= release.due_day)
        for release in own_releases(target, found.years)
        if release.due_day <= found.as_of
    }


@dataclass(frozen=True)
class Signed:
    """An agreement with its scores: `official` points, and the weight that is `measured`."""

    agreement: Agreement
    official: Fraction
    measured: Fraction


def signed(year: PlanYear, years: Years, done: Mapping[str, Score]) -> list[Signed]:
    """Return the agreements of a plan year with their official scores."""
    found: list[Signed] = []
    for agreement in years.agreements:
        if agreement.year is year:
            targets = agreed(agreement, years)
            official = FULL - sum((done[target.id].loss for target in targets), NOTHING)
            measured = sum((target.weight for target in targets if done[target.id].due), NOTHING)
            found.append(Signed(agreement, official, measured))
    return found


def agreed(agreement: Agreement, years: Years) -> list[Target]:
    """Return the targets of an agreement."""
    return [target for target in years.targets() if target.agreement is not None and target.agreement == agreement]


def government(tier: Iterable[Signed]) -> Fraction | None:
    """Return the weighted mean of the official scores that measure anything; none where nothing is measured."""
    counted = [each for each in tier if each.measured]
    weight = sum((each.agreement.weight for each in counted), NOTHING)
    return sum((each.official * each.agreement.weight for each in counted), NOTHING) / weight if weight else None
