"""What each single thing on time would have changed, and the best of them (section 4 of the questions)."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from .reference import tiers
from .scores import FULL, Signed, agreed, government
from .what_if import what_if

if TYPE_CHECKING:
    from collections.abc import Callable

    from .plan import PlanYear
    from .reference import Assessment
    from .what_if import Otherwise


def fixable(found: Assessment) -> list[str]:
    """Return what Best fix speaks of: late or short things, moved days, a lowered part for somebody who counts it."""
    moved = {
        claim.wait.gives.id
        for claims in found.dates.claims.values()
        for claim in claims
        if claim.wait.counts and (claim.moved or claim.wait.promised.lowered)
    }
    return sorted(
        each
        for each, days in found.days.items()
        if days.whole or each in moved or (each in found.units and found.units[each].whole)
    )


def on_time(year: PlanYear, found: Assessment) -> dict[str, dict[str, Any]]:
    """Return what changes in a plan year when one thing alone is on time, as floats."""
    answers: dict[str, dict[str, Any]] = {}
    for each in fixable(found):
        thought = what_if(found, {each: None})
        answers[each] = {
            "delay_days": {
                other: float(days)
                for other, days in thought.delays.items()
                if days != found.days[other].whole and found.years.deliverables[other].year is year
            },
            "shortfall": {
                other: float(units)
                for other, units in thought.shortfalls.items()
                if units != found.units[other].whole and found.years.deliverables[other].year is year
            },
            "government": {
                str(tier): None if (score := government(signed)) is None else float(score)
                for tier, signed in would_be(year, thought).items()
            },
        }
    return answers


def would_be(year: PlanYear, thought: Otherwise) -> dict[int, list[Signed]]:
    """Return the agreements of a plan year with the scores they would have, by tier."""
    found = thought.found
    return {
        tier: [Signed(each.agreement, official(each, thought), each.measured) for each in agreements]
        for tier, agreements in tiers(year, found).items()
    }


def official(signed: Signed, thought: Otherwise) -> Fraction:
    """Return the official score that an agreement would have."""
    targets = agreed(signed.agreement, thought.found.years)
    return FULL - sum((target.weight * (FULL - thought.raw[target.id]) / 100 for target in targets), Fraction(0))


def best_fix(found: Assessment, score: Callable[[Otherwise], Fraction]) -> tuple[str, Fraction] | None:
    """Return the single thing whose being on time gives the highest score (equal: the smallest id); none: none late."""
    tried = [(each, score(what_if(found, {each: None}))) for each in fixable(found)]
    return max(tried, key=lambda pair: pair[1], default=None)


def best_fixes(found: Assessment, score: Callable[[Otherwise], Fraction], most: int) -> list[tuple[str, Fraction]]:
    """Return the best k greedily: each time the one that, with those before it, gives the highest score."""
    chosen: list[tuple[str, Fraction]] = []
    while len(chosen) < most:
        rest = [each for each in fixable(found) if each not in {one for one, _ in chosen}]
        if not rest:
            break
        on: dict[str, int | None] = dict.fromkeys(one for one, _ in chosen)
        tried = [(each, score(what_if(found, {**on, each: None}))) for each in rest]
        chosen.append(max(tried, key=lambda pair: pair[1]))
    return chosen
