"""How credible is the budget? Outturn against the first promise, after PEFA PI-1.1 and PI-2.1.

PEFA (Public Expenditure and Financial Accountability) measures expenditure against the originally approved budget; here
money made available (released) stands against the first promise of releases. PI-1.1, aggregate expenditure outturn:
https://www.pefa.org/node/4762. PI-2.1, expenditure composition outturn by function, where the budget of each head is
first adjusted by the aggregate outturn, so that only changes between heads are left: https://www.pefa.org/node/4765.
Without contingency items and interest: nothing in the plan format tells them apart. PEFA rates three completed years
together; these are the figures of single years, without a grade.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from graph_schema.answers.money.rows import Head, Outturn
from graph_schema.answers.tables import PlanYear
from graph_schema.days import EPOCH
from graph_schema.graph import Readable
from graph_schema.matching import MINOR


@dataclass(frozen=True, slots=True)
class _Head:
    plan_year: str
    by: str
    key: str
    title: str
    promised: int
    released: int


def outturns(graph: Readable, years: Sequence[PlanYear], year: PlanYear, today: int) -> tuple[Outturn, ...]:
    """Answer for every plan year up to the one asked for, as of a day (a day number); one round trip."""
    heads = graph.read("read/outturn", _Head, today=today)
    return tuple(
        outturn(y, [h for h in heads if h.plan_year == y.id], complete=(y.ends - EPOCH).days <= today)
        for y in years[: years.index(year) + 1]
    )


def outturn(year: PlanYear, heads: Sequence[_Head], *, complete: bool) -> Outturn:
    """Make the figures of one plan year from its budget heads, in whole minor units."""
    agencies = _heads([h for h in heads if h.by == "agency"])
    sectors = _heads([h for h in heads if h.by == "sector"])
    promised = sum(h.promised for h in heads if h.by == "agency")
    released = sum(h.released for h in heads if h.by == "agency")
    return Outturn(
        plan_year=year.id,
        complete=complete,
        promised=promised / MINOR,
        released=released / MINOR,
        aggregate=100 * released / promised if promised else None,
        by_agency=_variance(agencies),
        by_sector=_variance(sectors),
        agencies=agencies,
        sectors=sectors,
    )


def _heads(rows: Sequence[_Head]) -> tuple[Head, ...]:
    promised, released = sum(h.promised for h in rows), sum(h.released for h in rows)
    out = list[Head]()
    for row in rows:
        adjusted = row.promised * released / promised if promised else 0.0
        deviation = abs(row.released - adjusted) / MINOR
        title = row.title or "no sector"
        out.append(Head(row.key, title, row.promised / MINOR, row.released / MINOR, adjusted / MINOR, deviation))
    return tuple(out)


def _variance(heads: Sequence[Head]) -> float | None:
    adjusted = sum(h.adjusted for h in heads)
    return 100 * sum(h.deviation for h in heads) / adjusted if adjusted else None
