"""Promised and come, day by day, added up: of all releases of a plan year, and of the rows that waited longest."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from graph_schema.answers import sentences
from graph_schema.answers.money.rows import Money, MoneyRow
from graph_schema.days import EPOCH
from graph_schema.graph import Readable
from graph_schema.matching import MINOR

CURVES = 6
"""Rows with a curve of their own."""


@dataclass(frozen=True, slots=True)
class Point:
    """All that was promised first, promised in force, and came, up to the end of a day."""

    day: date
    promised: float
    revised: float
    came: float


@dataclass(frozen=True, slots=True)
class Curve:
    """The promises and payments of a row (none: of all) added up; `points`: the days on which something changes.

    `moved`: the first promise differs from the one in force.  `widest`: the first day, up to the assessment, on which
    most was due and had not come, `lacking` that much (none, 0: never).  `text` says what the picture shows.
    """

    row: MoneyRow | None
    points: tuple[Point, ...]
    moved: bool
    widest: date | None
    lacking: float
    text: str


@dataclass(frozen=True, slots=True)
class Curves:
    """The curve of the whole plan year, and those of rows, the most amount × days late first."""

    whole: Curve
    rows: tuple[Curve, ...]


@dataclass(frozen=True, slots=True)
class _Flow:
    key: str
    day: int
    promised: int
    revised: int
    came: int


def curves(graph: Readable, found: Money, most: int = CURVES, row: str = "") -> Curves:
    """Read the curves of an answer about money, of at most `most` of its rows, or of `row` alone; one round trip.

    Months have no curves: what flowed in each is in `Money.months`.
    """
    dated = [each for each in found.rows if each.key and each.releases and found.by != "month"]
    chosen = [each for each in waited_longest(dated) if row in ("", each.key)][:most]
    flows = graph.read(
        "read/money_curves",
        _Flow,
        plan_year=found.plan_year.id,
        by=found.by,
        keys=[each.key for each in chosen],
        today=_today(found),
    )
    of: dict[str, list[_Flow]] = {}
    for flow in flows:
        of.setdefault(flow.key, []).append(flow)
    whole = _curve(None, of.get("", []), found)
    return Curves(whole, tuple(_curve(each, of.get(each.key, []), found) for each in chosen))


def waited_longest(rows: Sequence[MoneyRow]) -> list[MoneyRow]:
    """Order rows: most amount × days late first, then most promised."""
    return sorted(rows, key=lambda each: (-each.amount_days, -each.revised, each.key))


def _today(found: Money) -> int:
    return (found.status.as_of - EPOCH).days if found.status.as_of else 0


def _curve(row: MoneyRow | None, flows: Sequence[_Flow], found: Money) -> Curve:
    points = list[Point]()
    promised = revised = came = most = 0
    widest: date | None = None
    moved = False
    for flow in flows:
        promised, revised, came = promised + flow.promised, revised + flow.revised, came + flow.came
        moved = moved or promised != revised
        day = EPOCH + timedelta(flow.day)
        points.append(Point(day, promised / MINOR, revised / MINOR, came / MINOR))
        if flow.day <= _today(found) and revised - came > most:
            most, widest = revised - came, day
    text = _text(row or found.total, widest, most / MINOR, f" {found.plan_year.currency}".rstrip())
    return Curve(row, tuple(points), moved, widest, most / MINOR, text)


def _text(total: MoneyRow, widest: date | None, lacking: float, unit: str) -> str:
    if widest is None:
        return "All that was due came on its day or before." if total.due else "Nothing is due yet."
    now = f"{sentences.money(total.short)} is still short." if total.short else "All of it has come since."
    return f"Most was lacking on {sentences.on(widest)}: {sentences.money(lacking)}{unit}. {now}"
