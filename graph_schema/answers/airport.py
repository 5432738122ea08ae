"""The airport rule, small and in memory: used to explain how lateness was shared, never to attribute.

What is attributed is in the graph (DELAYED, CUT).  This names the levels of the tree of agencies on which late
requirements met, and what each part was given there (attribution.md 3).
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Late:
    """A late requirement: its cause, the path of agencies from the root to the cause's owner, its lateness in days."""

    cause: str
    path: tuple[str, ...]
    days: float


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a level: an agency, an agency itself (name '') or one requirement; its lateness, days given."""

    name: str
    days: float
    given: float


@dataclass(frozen=True, slots=True)
class Level:
    """A level of the tree where more than one part met: the agencies above it, and its parts, smallest first."""

    above: tuple[str, ...]
    parts: tuple[Part, ...]


def airport(sizes: Sequence[float]) -> list[float]:
    """Shares of a maximum (its exact Shapley value), in the order of `sizes`; they sum to the largest."""
    order = sorted(range(len(sizes)), key=lambda k: sizes[k])
    shares, share, before = [0.0] * len(sizes), 0.0, 0.0
    for place, k in enumerate(order):
        share += (sizes[k] - before) / (len(sizes) - place)
        shares[k], before = share, sizes[k]
    return shares


def levels_of(lates: Sequence[Late], cause: str) -> tuple[Level, ...]:
    """The levels on which the requirement of `cause` met others, from the roots down; empty where it was alone.

    Raises StopIteration where no late requirement has that cause.
    """
    mine = next(late for late in lates if late.cause == cause)
    route = (*mine.path, "", cause)
    found: list[Level] = []
    given = max(late.days for late in lates)
    for depth in range(len(route)):
        sizes: dict[str, float] = {}
        for late in lates:
            place = (*late.path, "", late.cause)
            if place[:depth] == route[:depth]:
                sizes[place[depth]] = max(sizes.get(place[depth], 0.0), late.days)
        names = sorted(sizes, key=lambda n: (sizes[n], n))
        shares = airport([sizes[n] for n in names])
        scale = given / max(sizes.values())
        parts = tuple(Part(n, sizes[n], s * scale) for n, s in zip(names, shares, strict=True))
        if len(parts) > 1:
            found.append(Level(route[:depth], parts))
        given = next(p.given for p in parts if p.name == route[depth])
    return tuple(found)


def own_if(delay: float, lates: Sequence[float]) -> float:
    """Own days of a deliverable that was `delay` days late, if requirements late by `lates` counted."""
    return delay - min(delay, max(lates, default=0.0))
