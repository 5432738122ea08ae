"""Which payment covers which release: matched day by day, in whole minor units (attribution.md 2).

On each day first the payments that name their release, up to what it still lacks; then what is over and every
other payment of the line, first in first out, to what its releases still lack (by planned day, then id).
What is matched stays matched, whatever is paid later: so the matching needs no day of assessment.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from loaders.plan import Key, Row, State

MINOR = 100
"""Minor units in one unit of money."""


@dataclass(frozen=True, slots=True)
class Cover:
    """A payment, by key, covers `amount` of a release."""

    payment: Key
    release: str
    amount: float


def covers(state: State, lines: Collection[str]) -> list[Cover]:
    """The matching of every payment on the lines given."""
    releases: dict[str, list[Row]] = defaultdict(list)
    payments: dict[str, list[tuple[Any, Row]]] = defaultdict(list)
    for row in state.get("releases", {}).values():
        releases[str(row.values["budget_line"])].append(row)
    for row in state.get("payments", {}).values():
        payments[str(row.values["budget_line"])].append((row.values["paid_on"], row))
    return [cover for line in lines for cover in _line(releases[line], payments[line])]


def _line(releases: Iterable[Row], payments: Iterable[tuple[Any, Row]]) -> Iterable[Cover]:
    lacks = {str(row.values["id"]): minor(row.values["amount"]) for row in in_turn(releases)}
    for _, day in groupby(sorted(payments, key=lambda paid: (paid[0], paid[1].key)), key=itemgetter(0)):
        left = [(row, minor(row.values["amount"])) for _, row in day]
        after: list[tuple[Row, int]] = []
        for row, amount in left:
            named = str(row.values.get("release", ""))
            given = min(amount, lacks.get(named, 0))
            if given:
                lacks[named] -= given
                yield Cover(row.key, named, given / MINOR)
            after.append((row, amount - given))
        named_first = sorted(after, key=lambda paid: "release" not in paid[0].values)
        for row, amount in named_first:
            yield from _oldest_first(row, amount, lacks)


def in_turn(releases: Iterable[Row]) -> list[Row]:
    """Releases of a line in the order in which unnamed money fills them: by planned day, then id."""
    return sorted(releases, key=lambda row: (row.values["planned_on"], row.values["id"]))


def _oldest_first(row: Row, amount: int, lacks: dict[str, int]) -> Iterable[Cover]:
    for release, lack in lacks.items():
        given = min(amount, lack)
        if given:
            lacks[release] -= given
            amount -= given
            yield Cover(row.key, release, given / MINOR)
        if not amount:
            return


def minor(amount: Any) -> int:
    """An amount in whole minor units; it has at most two decimals (checked on reading)."""
    return round(float(amount) * MINOR)
