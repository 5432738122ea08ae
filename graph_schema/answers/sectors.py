"""How is each sector doing? Targets, results, budget and money of every plan year, side by side."""

from dataclasses import dataclass

from graph_schema.answers.money.figures import read_sums, row_of
from graph_schema.answers.status import assessed, plan_years, year_of
from graph_schema.answers.tables import Status
from graph_schema.days import EPOCH
from graph_schema.graph import Readable


@dataclass(frozen=True, slots=True)
class _Targets:
    plan_year: str
    sector: str
    targets: int
    inherited: int
    due: int
    kept: int
    late: int
    short: int
    score: float | None


@dataclass(frozen=True, slots=True)
class SectorYear:
    """A sector ('': none named) in a plan year: its targets and its money.

    targets: all but cascades, which repeat what supports them; `inherited` of them have the sector of their agency.
    due = kept (as good as promised) + others; late, short: due ones that came late, or less than promised; `score`:
    mean raw score of what is due, none without any.  Money as in MoneyRow: budget none where withheld or without
    lines, timeliness none where nothing is due, spent none where not reported; in `currency`.
    """

    plan_year: str
    sector: str
    targets: int
    inherited: int
    due: int
    kept: int
    late: int
    short: int
    score: float | None
    currency: str
    lines: int
    budget: float | None
    promised: float
    released: float
    late_money: float
    short_money: float
    timeliness: float | None
    spent: float | None
    spent_share: float | None


@dataclass(frozen=True, slots=True)
class Sectors:
    """Sectors by name, each in every plan year that knows it, in order of years; `text` says what stands out."""

    plan_years: tuple[str, ...]
    rows: tuple[SectorYear, ...]
    text: str
    status: Status


def sectors(graph: Readable, plan_year: str | None = None) -> Sectors:
    """Answer for all plan years, or one; four round trips. Raises NotAssessedError, UnknownPlanYearError."""
    known_by = assessed(graph)
    years = plan_years(graph)
    asked = [year_of(years, plan_year)] if plan_year is not None else years
    ids = [year.id for year in asked]
    today = (known_by.as_of - EPOCH).days if known_by.as_of else 0
    targets = {(t.sector, t.plan_year): t for t in graph.read("read/sectors", _Targets, plan_years=ids)}
    money = {(m.key, m.plan_year): m for m in read_sums(graph, ids, "sector", 1, today)}
    rows = list[SectorYear]()
    for sector in sorted({name for name, _ in (*targets, *money)}):
        for year in asked:
            found, sums = targets.get((sector, year.id)), money.get((sector, year.id))
            if found is None and sums is None:
                continue
            amounts = row_of(sums) if sums else None
            rows.append(
                SectorYear(
                    plan_year=year.id,
                    sector=sector,
                    targets=found.targets if found else 0,
                    inherited=found.inherited if found else 0,
                    due=found.due if found else 0,
                    kept=found.kept if found else 0,
                    late=found.late if found else 0,
                    short=found.short if found else 0,
                    score=found.score if found else None,
                    currency=year.currency,
                    lines=amounts.lines if amounts else 0,
                    budget=amounts.budget if amounts else None,
                    promised=amounts.promised if amounts else 0.0,
                    released=amounts.released if amounts else 0.0,
                    late_money=amounts.late if amounts else 0.0,
                    short_money=amounts.short if amounts else 0.0,
                    timeliness=amounts.timeliness if amounts else None,
                    spent=amounts.spent if amounts else None,
                    spent_share=amounts.spent_share if amounts else None,
                )
            )
    return Sectors(tuple(ids), tuple(rows), _text(rows), known_by)


def _text(rows: list[SectorYear]) -> str:
    named = {row.sector for row in rows if row.sector}
    if not named:
        return "The sheets name no sector: give one to agencies, targets or budget lines."
    out = f"{len(named)} sectors are in the plan." if len(named) > 1 else "1 sector is in the plan."
    due = [row for row in rows if row.sector and row.due]
    if not due:
        return f"{out} Nothing is due yet."
    worst = min(due, key=lambda row: (row.kept / row.due, -row.due, row.sector))
    if worst.kept < worst.due:
        kept = "none" if not worst.kept else f"{worst.kept}"
        out += f" Fewest promises were kept in {worst.sector}, {worst.plan_year}: {kept} of {worst.due} due."
    return out
