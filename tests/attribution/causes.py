"""Who explains the days of a delay (section 3) and the units of a shortfall (section 4)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from .airport import Part, down_the_tree, in_common
from .dates import arrived, latest
from .plan import Release, Target

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .dates import Dates
    from .plan import Deliverable
    from .waits import Claim

NOTHING, ALL = Fraction(0), Fraction(1)
MONEY = "money of all releases"
"""The one player that all counting releases of a target are together; no id of a plan holds spaces."""


@dataclass(frozen=True)
class Stay:
    """The parts of what reaches a cause that stay with it: because it was lowered, because it moved its own date."""

    lowered: Fraction = NOTHING
    moved: Fraction = NOTHING
    days: int = 0

    @property
    def whole(self) -> Fraction:
        """All that stays; the rest goes on to its own days and its causes."""
        return self.lowered + self.moved


GOES_ON = Stay()


@dataclass(frozen=True)
class Explained:
    """A number of days or units: the whole, what its owner answers for, and what each direct cause explains.

    `stays` tells for causes what of it stays with them by what they promised (none: all goes on).
    """

    whole: Fraction = NOTHING
    own: Fraction = NOTHING
    causes: Mapping[str, Fraction] = field(default_factory=dict[str, Fraction])
    stays: Mapping[str, Stay] = field(default_factory=dict[str, Stay])


def explained_days(each: Deliverable, found: Dates) -> Explained:
    """Share out the delay of a dated thing (section 3): U goes to its requirements, the rest is its own."""
    known = found.known[each.id]
    claims = counting(each, found)
    sizes = {claim.wait.gives.id: claim.lateness(known.finish) for claim in claims}
    parts = [Part(claim.wait.gives.id, place(claim, each), sizes[claim.wait.gives.id]) for claim in claims]
    stays = {
        claim.wait.gives.id: stay(claim, sizes[claim.wait.gives.id] - claim.late(claim.came, known.finish), size)
        for claim, size in zip(claims, sizes.values(), strict=True)
    }
    return replace(explained(Fraction(known.delay), parts), stays=stays)


def stay(claim: Claim, added: Fraction, size: Fraction) -> Stay:
    """Return what stays with a cause: first what its lowering adds to the size, of the rest its moved days."""
    lowered = added / size if size else NOTHING
    return Stay(lowered, (1 - lowered) * claim.moved_part, claim.moved)


def explained(whole: Fraction, parts: Sequence[Part[str]]) -> Explained:
    """Share out U = min(whole, largest size): days or units won back reduce everybody's share alike."""
    most = max((part.size for part in parts), default=NOTHING)
    shared = min(whole, most)
    causes = down_the_tree(parts, shared) if shared else {}
    return Explained(whole, whole - shared, {key: share for key, share in causes.items() if share})


def counting(each: Deliverable, found: Dates) -> list[Claim]:
    """Return the requirements that both sides agreed to in time."""
    return [claim for claim in found.claims[each.id] if claim.wait.counts]


def place(claim: Claim, each: Deliverable) -> tuple[str, ...]:
    """Return where a cause stands in the tree of the year of what it delays."""
    return each.year.tree.path(claim.wait.gives.owner)


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
    claims = counting(target, found)
    lost = {claim.wait.gives.id: impossible(claim, target, found) for claim in claims}
    stays = {
        claim.wait.gives.id: stay(claim, claim.wait.promised.lowered, lost[claim.wait.gives.id]) for claim in claims
    }
    owed = {
        claim.wait.gives.id: claim.wait.promised.owed or NOTHING
        for claim in claims
        if isinstance(claim.wait.gives, Release)
    }
    parts = [
        Part(claim.wait.gives.id, place(claim, target), lost[claim.wait.gives.id] * target.breadth)
        for claim in claims
        if claim.wait.gives.id not in owed
    ]
    weights = {release: amount * lost[release] for release, amount in owed.items()}
    weight = sum(weights.values(), NOTHING)
    if weight:
        mean = weight / sum(owed.values(), NOTHING)
        common = in_common([place(claim, target) for claim in claims if claim.wait.gives.id in owed])
        parts.append(Part(MONEY, common, mean * target.breadth))
    units = explained(short, parts)
    causes = {key: share for key, share in units.causes.items() if key != MONEY}
    share = units.causes.get(MONEY, NOTHING)
    causes |= {release: share * part / weight for release, part in weights.items() if share and part}
    return Explained(units.whole, units.own, causes, stays)


def impossible(claim: Claim, target: Target, found: Dates) -> Fraction:
    """Return k: the part of the quantity that a requirement made impossible, between 0 and 1."""
    window = target.due_day - claim.needed_by
    possible = NOTHING
    for came, part in arrivals(claim, found):
        late = claim.late(came, target.due_day)
        use = max(NOTHING, 1 - Fraction(late, window)) if window > 0 else Fraction(1)
        possible += part * use
    return 1 - possible


def arrivals(claim: Claim, found: Dates) -> list[tuple[int, Fraction]]:
    """Return (day, part of A) of what t is owed; with what never arrives the parts sum to 1, the rest comes last."""
    owed, rest = claim.wait.promised.owed or NOTHING, 1 - claim.wait.promised.lowered
    parts: list[tuple[int, Fraction]] = []
    for came, amount in arrived(claim.wait.gives, found) if owed else ():
        part = min(rest, amount / owed)
        rest -= part
        parts.append((came, part))
    return [*parts, (claim.came, rest)]


Roots = dict[str, dict[str, Fraction]]
"""Deliverable -> the shares s of its delay over where it began, causes outside included; each sums to 1."""


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
            for root, share in onward(cause, delay, roots).items():
                shares[root] = shares.get(root, NOTHING) + part / delay.whole * share
        roots[each] = shares
    return roots


def at_roots(each: str, lost: Explained, roots: Roots) -> dict[str, Fraction]:
    """Return days or units by the deliverable where they began: they sum to the whole."""
    found = {each: lost.own} if lost.own else {}
    for cause, part in lost.causes.items():
        for root, share in onward(cause, lost, roots).items():
            found[root] = found.get(root, NOTHING) + part * share
    return found


def onward(cause: str, lost: Explained, roots: Roots) -> dict[str, Fraction]:
    """Return where what reaches a direct cause began: what stays with it, the rest by its shares; outside keeps it."""
    stays = lost.stays.get(cause, GOES_ON).whole
    began = roots.get(cause, {cause: ALL})
    shares = {root: share * (1 - stays) for root, share in began.items()} if stays < 1 else {}
    if stays:
        shares[cause] = shares.get(cause, NOTHING) + stays
    return shares
