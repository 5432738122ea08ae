"""What changes of plan moved: the first promise beside the plan in force, and changes without a revision."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph_schema.answers import sentences
from graph_schema.answers.agencies import agencies
from graph_schema.answers.facts import day_of
from graph_schema.answers.report import first_tiers, tiers_in_force
from graph_schema.answers.reporting.reporting import reports_of
from graph_schema.answers.revisions.cells import Line, Revised, revision_rows
from graph_schema.answers.revisions.corrections import corrections_after_signing
from graph_schema.answers.revisions.rows import (
    CorrectionRow,
    FirstGovernment,
    FirstScore,
    MovedThing,
    RevisionRow,
    Revisions,
    TierPoints,
)
from graph_schema.answers.rounding import one
from graph_schema.answers.status import assessed, plan_years, year_of
from graph_schema.answers.tables import Party
from graph_schema.graph import Readable

_DUST = 1e-9


@dataclass(frozen=True, slots=True)
class RevisedThing:
    """A row of read/revised_things; `first_charged` and `charged` hold [tier, points × weight]."""

    id: str
    title: str
    agency: str
    name: str
    external: bool
    first_agency: str
    first_day: int | None
    planned_day: int | None
    first_delay: float | None
    delay: float | None
    first_raw: float | None
    raw: float | None
    first_loss: float | None
    loss: float | None
    first_charged: list[tuple[int, float]]
    charged: list[tuple[int, float]]


def revisions(graph: Readable, plan_year: str | None = None) -> Revisions:
    """Answer for a plan year (none: the latest) up to the day of the assessment; some fourteen round trips.

    Raises NotAssessedError, UnknownPlanYearError.
    """
    known_by = assessed(graph)
    year = year_of(plan_years(graph), plan_year)
    today = known_by.as_of or date.min
    first, now = first_tiers(graph, year, known_by), tiers_in_force(graph, year)
    names = {a.id: a for a in agencies(graph)}
    revised = graph.read("read/revisions", Revised, plan_year=year.id, as_of=today)
    lines = sorted({r.line for r in revised if r.column == "amount"})
    of_lines = {x.line: x for x in graph.read("read/line_payments", Line, ids=lines, as_of=today)} if lines else {}
    rows = revision_rows(revised, reports_of(graph, year.id, today) if revised else {}, of_lines)
    things = [
        _thing(each, rows) for each in graph.read("read/revised_things", RevisedThing, plan_year=year.id, as_of=today)
    ]
    government = tuple(FirstGovernment(int(t), first[t]["government"], now[t]["government"]) for t in sorted(now))
    scores = [score for tier in sorted(now) for score in _scores(int(tier), first[tier], now[tier], names)]
    corrections = corrections_after_signing(graph, year, today)
    return Revisions(
        plan_year=year,
        government=government,
        scores=tuple(sorted(scores, key=lambda s: (-_differs(s), s.tier, s.agency.id))),
        rows=tuple(rows),
        things=tuple(sorted(things, key=lambda t: (-_moved(t), t.thing))),
        corrections=tuple(corrections),
        text=_text(rows, government, corrections),
        status=known_by,
    )


def _scores(
    tier: int, first: Mapping[str, Any], now: Mapping[str, Any], names: Mapping[str, Party]
) -> list[FirstScore]:
    return [
        FirstScore(
            tier=tier,
            agency=names.get(agency, Party(agency, agency, external=False)),
            first_official=first["official"][agency] if first["measured"][agency] > 0 else None,
            official=now["official"][agency] if now["measured"][agency] > 0 else None,
            first_adjusted=first["adjusted"][agency] if first["measured"][agency] > 0 else None,
            adjusted=now["adjusted"][agency] if now["measured"][agency] > 0 else None,
        )
        for agency in sorted(now["official"])
    ]


def _differs(score: FirstScore) -> float:
    pairs = ((score.first_official, score.official), (score.first_adjusted, score.adjusted))
    return max(abs((a if a is not None else 100) - (b if b is not None else 100)) for a, b in pairs)


def _thing(each: RevisedThing, rows: Sequence[RevisionRow]) -> MovedThing:
    first, now = dict(each.first_charged), dict(each.charged)
    return MovedThing(
        thing=each.id,
        title=each.title,
        agency=Party(each.agency, each.name, each.external),
        first_agency=each.first_agency,
        revisions=sum(r.thing == each.id and r.timely for r in rows),
        first_planned=day_of(each.first_day),
        planned=day_of(each.planned_day),
        first_delay=each.first_delay,
        delay=each.delay,
        first_score=each.first_raw,
        score=each.raw,
        first_lost=each.first_loss,
        lost=each.loss,
        charged=tuple(
            TierPoints(tier, first.get(tier, 0.0), now.get(tier, 0.0)) for tier in sorted(first.keys() | now.keys())
        ),
    )


def _moved(thing: MovedThing) -> float:
    moved = abs((thing.lost or 0.0) - (thing.first_lost or 0.0))
    return max([moved, *(abs(c.now - c.first) for c in thing.charged)])


def _text(
    rows: Sequence[RevisionRow], government: Sequence[FirstGovernment], corrections: Sequence[CorrectionRow]
) -> str:
    late = sum(not r.timely for r in rows)
    what = "1 revision" if len(rows) == 1 else f"{len(rows):,} revisions"
    out = f"{what}, {late:,} of them too late to change a number." if rows else "Nothing was revised."
    top = government[0] if government else None
    if top and top.first is not None and top.now is not None:
        if abs(top.now - top.first) > _DUST:
            out += f" Tier {top.tier} stands at {one(top.now):.1f}; against the first promise at {one(top.first):.1f}."
        else:
            out += f" Tier {top.tier} stands at {one(top.now):.1f}, as against the first promise."
    if corrections:
        changed = "1 change was" if len(corrections) == 1 else f"{len(corrections):,} changes were"
        out += f" {changed} made after signing without a revision."
    gaps = sum(bool(set(r.gaps) - {"nobody is named who approved"}) for r in rows)
    if gaps:
        out += f" {sentences.number(gaps)} {'stands' if gaps == 1 else 'stand'} where the rule has a gap."
    return out
