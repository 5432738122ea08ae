"""Who explains the days of a delay (section 3) and the units of a shortfall (section 4)."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from .airport import Part, down_the_tree, in_common
from .dates import latest, levels
from .plan import Release, Target

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .dates import Dates
    from .plan import Deliverable, Requirement

NOTHING = Fraction(0)
MONEY = "money of all releases"
"""The one player that all counting releases of a target are together; no id of a plan holds spaces."""


@dataclass(frozen=True)
class Explained:
    """A number of days or units: the whole, what its owner answers for, and what each direct cause explains."""

    whole: Fraction = NOTHING
    own: Fraction = NOTHING
    causes: Mapping[str, Fraction] = field(default_factory=dict[str, Fraction])


def explained_days(each: Deliverable, found: Dates) -> Explained:
    """Share out the delay of a dated thing (section 3): U goes to its requirements, the rest is its own."""
    known = found.known[each.id]
    waits = counting(each, found)
    parts = [
        Part(wait.gives.id, place(wait, each), Fraction(wait.late(found.known[wait.gives.id].finish, known.finish)))
        for wait in waits
    ]
    return explained(Fraction(known.delay), parts)


def explained(whole: Fraction, parts: Sequence[Part[str]]) -> Explained:
    """Share out U = min(whole, largest size): days or units won back reduce everybody's share alike."""
    most = max((part.size for part in parts), default=NOTHING)
    shared = min(whole, most)
    causes = down_the_tree(parts, shared) if shared else {}
    return Explained(whole, whole - shared, {key: share for key, share in causes.items() if share})


def counting(each: Deliverable, found: Dates) -> list[Requirement]:
    """Return the requirements that both sides agreed to in time."""
    return [wait for wait in found.years.requirements.get(each.id, ()) if wait.counts]


def place(wait: Requirement, each: Deliverable) -> tuple[str, ...]:
    """Return where a cause stands in the tree of the year of what it delays."""
    return each.year.tree.path(wait.gives.owner)


def achieved(target: Target, found: Dates) -> Fraction | None:
    """Return the quantity of the year: the latest report up to T and the plan year's end; none = unreported."""
    return latest([report.achieved for report in found.reports(target.id, until=target.year.ends)])


def is_due(each: Deliverable, found: Dates) -> bool:
    """Tell whether a dated thing is due: finished, or its planned finish has passed."""
    return found.known[each.id].finished or each.due_day <= found.as_of


def explained_units(target: Target, found: Dates) -> Explained:
    """Share out the shortfall of a quantity target once it is due (section 4)."""
    if not is_due(target, found):
        return Explained()
    quantity = achieved(target, found)
    short = target.breadth if quantity is None else target.lacks(quantity)
    waits = counting(target, found)
    lost = {wait.gives.id: impossible(wait, target, found) for wait in waits}
    money = [wait.gives for wait in waits if isinstance(wait.gives, Release)]
    parts = [
        Part(wait.gives.id, place(wait, target), lost[wait.gives.id] * target.breadth)
        for wait in waits
        if not isinstance(wait.gives, Release)
    ]
    weights = {release.id: release.amount * lost[release.id] for release in money}
    weight = sum(weights.values(), NOTHING)
    if weight:
        mean = weight / sum(release.amount for release in money)
        common = in_common([target.year.tree.path(release.owner) for release in money])
        parts.append(Part(MONEY, common, mean * target.breadth))
    units = explained(short, parts)
    causes = {key: share for key, share in units.causes.items() if key != MONEY}
    share = units.causes.get(MONEY, NOTHING)
    causes |= {release: share * part / weight for release, part in weights.items() if share and part}
    return Explained(units.whole, units.own, causes)


def impossible(wait: Requirement, target: Target, found: Dates) -> Fraction:
    """Return k: the part of the quantity that a requirement made impossible, between 0 and 1."""
    window = target.due_day - wait.needed_by
    possible = NOTHING
    for came, part in arrivals(wait.gives, found):
        late = wait.late(came, target.due_day)
        use = max(NOTHING, 1 - Fraction(late, window)) if window > 0 else Fraction(1)
        possible += part * use
    return 1 - possible


def arrivals(gives: Deliverable, found: Dates) -> list[tuple[int, Fraction]]:
    """Return (day, part) of what a requirement promised; the parts sum to 1, the rest comes on its finish."""
    parts: list[tuple[int, Fraction]] = []
    if isinstance(gives, Release):
        parts = [(day, Fraction(amount, gives.amount)) for day, amount in found.money[gives.id]]
    elif isinstance(gives, Target) and gives.measure == "quantity" and gives.rising:
        parts = increases(gives, found)
    rest = 1 - sum((part for _, part in parts), NOTHING)
    return [*parts, (found.known[gives.id].finish, rest)]


def increases(gives: Target, found: Dates) -> list[tuple[int, Fraction]]:
    """Return the increases of the running maximum of a rising quantity, as parts of its way from base to target."""
    reports = found.reports(gives.id)
    finished_on = latest([report.finished_on for report in reports])
    parts: list[tuple[int, Fraction]] = []
    most = NOTHING
    for day, achieved_by in levels(reports) if gives.breadth else ():
        reached = min(Fraction(1), (achieved_by - gives.base) / (gives.goal - gives.base))
        if reached > most:
            parts.append((day if finished_on is None else min(day, finished_on), reached - most))
            most = reached
    return parts


Roots = dict[str, dict[str, Fraction]]
"""Deliverable -> the shares s of its delay over the deliverables where it began; each sums to 1."""


def root_shares(days: Mapping[str, Explained], order: Sequence[str]) -> Roots:
    """Walk the ranks once, each relation once: the paths are never expanded (section 3)."""
    roots: Roots = {}
    for each in order:
        if each not in days:
            continue
        delay = days[each]
        if not delay.whole:
            roots[each] = {each: Fraction(1)}
            continue
        shares = {each: delay.own / delay.whole} if delay.own else {}
        for cause, part in delay.causes.items():
            for root, share in roots[cause].items():
                shares[root] = shares.get(root, NOTHING) + part / delay.whole * share
        roots[each] = shares
    return roots


def at_roots(each: str, lost: Explained, roots: Roots) -> dict[str, Fraction]:
    """Return days or units by the deliverable where they began: they sum to the whole."""
    found = {each: lost.own} if lost.own else {}
    for cause, part in lost.causes.items():
        for root, share in roots[cause].items():
            found[root] = found.get(root, NOTHING) + part * share
    return found
