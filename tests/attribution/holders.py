"""Who held a post, and what its holders answer for (section 7 of the questions)."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from .points import MOVED, UNITS
from .reference import summed, tiers

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .people import Tenure
    from .plan import Deliverable, PlanYear
    from .points import Charge
    from .reference import Assessment, Points

UNDISCLOSED = ""
Span = tuple[Fraction, Fraction]
"""A part of time: after the end of one day, until the end (or a part) of another; days are ordinals."""


def charged_by_holder(year: PlanYear, tier: int, found: Assessment) -> Points:
    """Return the charged points of a tier by official, vacant or undisclosed post, agency, or cause outside."""
    seeds = found.losses(each.agreement for each in tiers(year, found)[tier])
    pairs: list[tuple[str, Fraction]] = []
    for charge, points in found.ways.charges(seeds).items():
        pairs += [(holder, points * part) for holder, part in answering(charge, year, found).items()]
    return summed(pairs)


def answering(charge: Charge, year: PlanYear, found: Assessment) -> dict[str, Fraction]:
    """Return who answers for what stays somewhere, in parts that sum to 1."""
    each = found.years.deliverables.get(charge.at)
    if each is None:
        return {f"outside:{charge.at}": Fraction(1)}
    heads = [post for post in found.years.people.posts[year.id] if post.heads and post.agency == each.owner]
    if not heads:
        return {f"agency:{each.owner}": Fraction(1)}
    tenures = [tenure for tenure in found.years.people.tenures if tenure.post == heads[0].id]
    parts = shared(tenures, span(charge, each, found), found.dates.as_of)
    return {named(holder, heads[0].id): part for holder, part in parts.items()}


def named(holder: str | None, post: str) -> str:
    """Return the name of a holder in the answers; none: nobody held the post."""
    if holder is None:
        return f"vacant:{post}"
    return holder if holder != UNDISCLOSED else f"undisclosed:{post}"


def span(charge: Charge, each: Deliverable, found: Assessment) -> Span:
    """Return the time on which points lie: moved days, the time of a quantity, the last own days, or one day."""
    last = found.dates.as_of
    if not each.dated:
        day = min(last, each.year.ends)
        return Fraction(day - 1), Fraction(day)
    if charge.reason == MOVED:
        return Fraction(each.due_day - charge.moved), Fraction(each.due_day)
    if charge.reason == UNITS:
        first = found.years.book.things[each.id].first
        start = each.year.starts if first.planned_start is None else first.planned_start
        return Fraction(start - 1), Fraction(first.due_day)
    own, finish = found.days[each.id].own, found.dates.known[each.id].finish
    if own:
        return finish - own, Fraction(finish)
    day = min(last, each.due_day)
    return Fraction(day - 1), Fraction(day)


def shared(tenures: Sequence[Tenure], over: Span, last: int) -> dict[str | None, Fraction]:
    """Divide a part of time over the holders, equally between those of one moment; after T whoever holds it at T."""
    cuts = {over[0], over[1], Fraction(last)}
    for tenure in tenures:
        cuts |= {Fraction(tenure.since - 1)} if tenure.since is not None else set()
        cuts |= {Fraction(tenure.until)} if tenure.until is not None else set()
    marks = sorted(cut for cut in cuts if over[0] <= cut <= over[1])
    parts: defaultdict[str | None, Fraction] = defaultdict(Fraction)
    for start, end in pairwise(marks):
        day = min(-(-end // 1), last)
        holders = holding(tenures, day) or {None}
        for holder in holders:
            parts[holder] += (end - start) / (over[1] - over[0]) / len(holders)
    return dict(parts)


def holding(tenures: Iterable[Tenure], day: int) -> set[str | None]:
    """Return who held a post on a day; several undisclosed holders are one."""
    return {tenure.official for tenure in tenures if tenure.holds(day)}
