"""Which payment covers which release: matched day by day, in whole minor units (attribution.md 2).

On each day first the payments that name their release, up to what it still lacks; then what is over and every
other payment of the line, first in first out, to what its releases still lack (by planned day, then id).
What is matched stays matched, whatever is paid later: so the matching needs no day of assessment.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

MINOR = 100
"""Minor units in one unit of money."""


@dataclass(frozen=True, slots=True)
class Paid:
    """A payment: its key in the graph, a day that sorts, its amount, the release that it names."""

    key: str
    day: int
    amount: float
    release: str | None


@dataclass(frozen=True, slots=True)
class Cover:
    """A payment, by key, covers `amount` of a release."""

    payment: str
    release: str
    amount: float


def covers(releases: Iterable[tuple[str, float]], payments: Sequence[Paid]) -> Iterable[Cover]:
    """Match the payments of one budget line to its releases: (id, amount) by planned day, then id.

    `payments` are in the order of days; those of one day in the order of their references.
    """
    lacks = {name: minor(amount) for name, amount in releases}
    for _, day in groupby(payments, key=lambda paid: paid.day):
        after: list[tuple[Paid, int]] = []
        for paid in day:
            amount = minor(paid.amount)
            given = min(amount, lacks.get(paid.release, 0)) if paid.release else 0
            if given and paid.release:
                lacks[paid.release] -= given
                yield Cover(paid.key, paid.release, given / MINOR)
            after.append((paid, amount - given))
        for paid, amount in sorted(after, key=lambda each: each[0].release is None):
            yield from _oldest_first(paid, amount, lacks)


def _oldest_first(paid: Paid, amount: int, lacks: dict[str, int]) -> Iterable[Cover]:
    for release, lack in lacks.items():
        given = min(amount, lack)
        if given:
            lacks[release] -= given
            amount -= given
            yield Cover(paid.key, release, given / MINOR)
        if not amount:
            return


def minor(amount: float) -> int:
    """An amount in whole minor units; it has at most two decimals (checked on reading)."""
    return round(amount * MINOR)
