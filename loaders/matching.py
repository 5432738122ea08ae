"""The payments of whole budget lines matched to their releases, from the rows of a plan."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from graph_schema import matching
from graph_schema.days import EPOCH
from graph_schema.ledger import joined
from graph_schema.matching import Cover, Paid
from loaders.plan import Row, State


def covers(state: State, lines: Collection[str]) -> list[Cover]:
    """The matching of every payment on the lines given, by the first promise of their releases."""
    releases: dict[str, list[Row]] = defaultdict(list)
    payments: dict[str, list[tuple[Any, Row]]] = defaultdict(list)
    for row in state.get("releases", {}).values():
        releases[str(row.values["budget_line"])].append(row)
    for row in state.get("payments", {}).values():
        payments[str(row.values["budget_line"])].append((row.values["paid_on"], row))
    return [cover for line in lines for cover in _line(releases[line], payments[line])]


def _line(releases: Iterable[Row], payments: Iterable[tuple[Any, Row]]) -> Iterable[Cover]:
    promised = [(str(row.values["id"]), float(str(row.values["amount"]))) for row in in_turn(releases)]
    paid = [_paid(row, day) for day, row in sorted(payments, key=lambda each: (each[0], each[1].key))]
    return matching.covers(promised, paid)


def _paid(row: Row, day: Any) -> Paid:
    release = row.values.get("release")
    number = (day - EPOCH).days
    return Paid(joined(row.key), number, float(str(row.values["amount"])), None if release is None else str(release))


def in_turn(releases: Iterable[Row]) -> list[Row]:
    """Releases of a line in the order in which unnamed money fills them: by planned day, then id."""
    return sorted(releases, key=lambda row: (row.values["planned_on"], row.values["id"]))
