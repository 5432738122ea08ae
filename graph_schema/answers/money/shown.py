"""Money as it is shown: amounts in one unit for all, rounded so that rows and columns add up."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph_schema.answers.money.rows import Head, Money, MoneyRow, Month, Outturn, ReleaseCost
from graph_schema.answers.rounding import one, rounded, rounded_table

_SCALES = ((1e11, 1e9, "billion"), (1e8, 1e6, "million"), (1e5, 1e3, "thousand"), (0.0, 1.0, ""))
"""From what total on amounts are written in which unit, so that a column holds them."""

_FLOWS = ("promised", "revised", "released", "beyond", "spent")


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row in the unit of the table, to one decimal; revised = on_time + late + short + outstanding.

    amount_days: of it, in unit × days.  budget and spent are none where the row has none.
    """

    row: MoneyRow
    promised: float
    revised: float
    on_time: float
    late: float
    short: float
    outstanding: float
    due: float
    due_on_time: float
    amount_days: float
    budget: float | None
    spent: float | None
    beyond: float
    points: float

    @property
    def waited(self) -> float:
        """What came late or is short."""
        return self.late + self.short

    @property
    def spends(self) -> bool:
        """Whether there is anything to say of a budget, of spending, or of what was paid beyond releases."""
        row = self.row
        return bool(row.budget is not None or row.spent is not None or row.beyond or row.withheld)


@dataclass(frozen=True, slots=True)
class ShownRelease:
    """A release: what of it is in force, and what of that came late or is short."""

    release: ReleaseCost
    revised: float
    waited: float


@dataclass(frozen=True, slots=True)
class ShownHead:
    """A budget head: promised first, released (a), adjusted (â), |a − â|; of all heads of a kind they add up."""

    title: str
    promised: float
    released: float
    adjusted: float
    deviation: float


@dataclass(frozen=True, slots=True)
class ShownOutturn:
    """A plan year's budget heads; `…_total` are the sums that the two figures are made of."""

    outturn: Outturn
    agencies: tuple[ShownHead, ...]
    agencies_total: ShownHead
    sectors: tuple[ShownHead, ...]
    sectors_total: ShownHead


@dataclass(frozen=True, slots=True)
class ShownMoney:
    """The tables of `Money`, in units of `scale` ("million ORD" is `unit`); columns of `rows` add up to `total`."""

    scale: float
    unit: str
    rows: tuple[ShownRow, ...]
    total: ShownRow
    months: tuple[Month, ...]
    month_total: Month
    releases: tuple[ShownRelease, ...]
    outturns: tuple[ShownOutturn, ...]

    @property
    def waited_longest(self) -> tuple[ShownRow, ...]:
        """The rows by amount × days late, most first; then by what they promised."""
        return tuple(sorted(self.rows, key=lambda each: (-each.row.amount_days, -each.row.revised, each.row.key)))


def scale_of(amounts: Sequence[float]) -> tuple[float, str]:
    """Find the unit in which amounts are written, and its name."""
    most = max(amounts, default=0.0)
    return next((scale, unit) for least, scale, unit in _SCALES if max(most, 0.0) >= least)


def shown(found: Money) -> ShownMoney:
    """Round the tables of an answer about money."""
    total = found.total
    amounts = (total.promised, total.revised, total.budget, total.spent, total.beyond)
    scale, name = scale_of([x or 0.0 for x in amounts])
    parts = rounded_table([[x / scale for x in (r.on_time, r.late, r.short, r.outstanding)] for r in found.rows])
    promised = rounded([r.promised / scale for r in found.rows])
    due = rounded_table([[x / scale for x in (r.due_on_time, r.due - r.due_on_time)] for r in found.rows])
    amount_days = rounded([r.amount_days / scale for r in found.rows])
    points = rounded([r.points for r in found.rows])
    budget, spent, beyond = (
        signed([(amount or 0.0) / scale for amount in column])
        for column in ([r.budget for r in found.rows], [r.spent for r in found.rows], [r.beyond for r in found.rows])
    )
    rows = [
        ShownRow(
            row=row,
            promised=promised[k],
            revised=sum(parts[k]),
            on_time=parts[k][0],
            late=parts[k][1],
            short=parts[k][2],
            outstanding=parts[k][3],
            due=sum(due[k]),
            due_on_time=due[k][0],
            amount_days=amount_days[k],
            budget=None if row.budget is None else budget[k],
            spent=None if row.spent is None else spent[k],
            beyond=beyond[k],
            points=points[k],
        )
        for k, row in enumerate(found.rows)
    ]
    months = _months(found.months, scale)
    flows = {name: sum(getattr(month, name) for month in months) for name in _FLOWS}
    return ShownMoney(
        scale=scale,
        unit=" ".join(filter(None, [name, found.plan_year.currency])),
        rows=tuple(rows),
        total=_total(rows, total),
        months=months,
        month_total=Month("", **flows),
        releases=tuple(
            ShownRelease(each, one(each.revised / scale), one((each.late + each.short) / scale))
            for each in found.releases
        ),
        outturns=tuple(_outturn(each, scale) for each in found.outturns),
    )


def signed(values: Sequence[float]) -> list[float]:
    """Round a column so that it adds up; one with a correction below nothing as it is."""
    return rounded(values) if min(values, default=0.0) >= 0 else [round(value, 1) for value in values]


def _total(rows: Sequence[ShownRow], total: MoneyRow) -> ShownRow:
    sums = {
        name: sum(getattr(row, name) or 0.0 for row in rows)
        for name in ShownRow.__slots__
        if name not in ("row", "budget", "spent")
    }
    budget, spent = (sum(getattr(row, name) or 0.0 for row in rows) for name in ("budget", "spent"))
    return ShownRow(
        row=total,
        budget=None if total.budget is None else budget,
        spent=None if total.spent is None else spent,
        **sums,
    )


def _months(months: Sequence[Month], scale: float) -> tuple[Month, ...]:
    columns = [signed([getattr(m, name) / scale for m in months]) for name in _FLOWS]
    return tuple(Month(month.month, *(column[k] for column in columns)) for k, month in enumerate(months))


def _outturn(outturn: Outturn, scale: float) -> ShownOutturn:
    agencies, agencies_total = _heads(outturn.agencies, scale)
    sectors, sectors_total = _heads(outturn.sectors, scale)
    return ShownOutturn(outturn, agencies, agencies_total, sectors, sectors_total)


def _heads(heads: Sequence[Head], scale: float) -> tuple[tuple[ShownHead, ...], ShownHead]:
    columns = [
        rounded([getattr(head, name) / scale for head in heads])
        for name in ("promised", "released", "adjusted", "deviation")
    ]
    rows = tuple(ShownHead(head.title, *(column[k] for column in columns)) for k, head in enumerate(heads))
    return rows, ShownHead("", *(sum(column) for column in columns))
