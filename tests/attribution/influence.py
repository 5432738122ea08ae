"""Who affects whom, and what something held up (sections 2 and 3 of the questions)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from .causes import GOES_ON, NOTHING
from .reference import IN_FORCE, assess, floats, summed, tiers
from .scores import agreed, supported

if TYPE_CHECKING:
    from fractions import Fraction

    from .plan import Agreement, PlanYear, Years
    from .reference import Assessment, Points


def matrix(years: Years, as_of: str, plan_year: str) -> dict[str, dict[str, dict[str, dict[str, float]]]]:
    """Return who affects whom: `matrix` (points) and `matrix_days`, tier -> bearer -> causer -> amount."""
    found = tiers(years.year(plan_year), assess(years, as_of))
    made = {str(tier): between(years, as_of, plan_year, (tier, tier)) for tier in found}
    return {
        name: {tier: tables[k] for tier, tables in made.items()} for k, name in enumerate(("matrix", "matrix_days"))
    }


def between(
    years: Years, as_of: str, plan_year: str, of: tuple[int, int], view: str = IN_FORCE
) -> tuple[dict[str, dict[str, float]], dict[str, dict[str, float]]]:
    """Return points and days, bearer of one tier -> row of another tier (`of`) -> amount."""
    year, found = years.year(plan_year), assess(years, as_of, view)
    tier, by_tier = of
    points: dict[str, dict[str, float]] = {}
    days: dict[str, dict[str, float]] = {}
    for each in tiers(year, found)[tier]:
        charged = found.ways.charged(found.losses([each.agreement]))
        late = bearer_days(each.agreement, found)
        for table, amounts in ((points, charged), (days, late)):
            row = floats(found.by_row(amounts, year.tree, by_tier))
            if row:
                table[each.agreement.agency] = row
    return points, days


def bearer_days(agreement: Agreement, found: Assessment) -> Points:
    """Return the root days over an agreement's dated targets and those that support its cascades, each once."""
    supports = supported(found.years)
    targets = {target.id: target for target in agreed(agreement, found.years)}
    waiting = list(targets.values())
    while waiting:
        below = [target for target in supports.get(waiting.pop().id, ()) if target.id not in targets]
        targets |= {target.id: target for target in below}
        waiting += below
    return summed(pair for each in targets.values() if each.dated for pair in found.root_days(each.id).items())


def held_up(year: PlanYear, found: Assessment) -> dict[str, dict[str, dict[str, Fraction]]]:
    """Return g -> late t of the year -> `through` (days that came by way of g) and `began` (of them, those of g)."""
    table: defaultdict[str, dict[str, dict[str, Fraction]]] = defaultdict(dict)
    for each, delay in found.days.items():
        if delay.whole and found.years.deliverables[each].year is year:
            through, began = walked(each, found)
            for other, days in through.items():
                if other != each and days:
                    table[other][each] = {"through": days, "began": began.get(other, NOTHING)}
    return dict(table)


def walked(each: str, found: Assessment) -> tuple[Points, Points]:
    """Walk down from a late thing, the ranks once: the days that came by way of each cause, and that began there."""
    goes_on: defaultdict[str, Fraction] = defaultdict(lambda: NOTHING, {each: found.days[each].whole})
    through: defaultdict[str, Fraction] = defaultdict(lambda: NOTHING, goes_on)
    began: defaultdict[str, Fraction] = defaultdict(lambda: NOTHING)
    for place in reversed(found.dates.order):
        days = goes_on.pop(place, NOTHING)
        if not days:
            continue
        delay = found.days[place]
        if not delay.whole:
            began[place] += days
            continue
        began[place] += days * delay.own / delay.whole
        for cause, part in delay.causes.items():
            came = days * part / delay.whole
            through[cause] += came
            stays = came * delay.stays.get(cause, GOES_ON).whole if cause in found.days else came
            began[cause] += stays
            goes_on[cause] += came - stays
    return dict(through), dict(began)
