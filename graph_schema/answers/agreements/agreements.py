"""Who signed what for whom, and what followed? The agreements of a plan year."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from graph_schema import policy
from graph_schema.answers.agreements.leaders import Exchanged, Signed, leaders, terms
from graph_schema.answers.agreements.rows import AgreementRow, Agreements, ConsequenceRow, LeaderTerm
from graph_schema.answers.coverage import Coverage, coverage
from graph_schema.answers.people.facts import Official
from graph_schema.answers.people.tenures import TenureRow, Tenures, number_of
from graph_schema.answers.rounding import one
from graph_schema.answers.status import assessed, plan_years, year_of
from graph_schema.answers.tables import PlanYear, Source
from graph_schema.graph import Readable

ADVERSE = frozenset({"warning", "improvement plan", "sanction"})
"""What follows to the disadvantage of somebody."""

NO_RESULT = "no result was declared"
NOTHING_FOLLOWED = "nothing is said of what followed"
"""Gaps of an agreement whose year is over."""


@dataclass(frozen=True, slots=True)
class Declared:
    """A row of read/results."""

    agreement: str
    kind: str
    decided_on: date
    score: float | None
    official: str
    decided_by: str
    decider: str
    published_at: str
    note: str
    file: str
    row: int
    load: int


def agreements(graph: Readable, plan_year: str | None = None, *, persons: bool = False) -> Agreements:
    """Answer for a plan year (none: the latest); leaders over all years. Eleven round trips.

    Results are those decided by the day of the assessment. Names and ids of persons only where asked for.
    Raises NotAssessedError, UnknownPlanYearError.
    """
    known_by = assessed(graph)
    as_of = known_by.as_of or date.min
    years = plan_years(graph)
    year = year_of(years, plan_year)
    covered = coverage(graph, year.id)
    listed = [y.id for y in years]
    signed = sorted(graph.read("read/agreements", Signed, plan_years=listed), key=lambda s: listed.index(s.plan_year))
    found = terms(signed, graph.read("read/exchanged", Exchanged, plan_years=listed))
    results = [r for r in graph.read("read/results", Declared, plan_year=year.id) if r.decided_on <= as_of]
    tenures = Tenures.of(graph.read("read/tenures", TenureRow))
    names = {o.id: o.name for o in graph.read("read/officials", Official)}
    over = year.ends <= as_of
    kinds: defaultdict[str, list[str]] = defaultdict(list)
    for each in results:
        kinds[each.agreement].append(each.kind)
    here = [s for s in signed if s.plan_year == year.id]
    rows = tuple(_row(s, found[s.id], year, tenures, kinds[s.id], over=over) for s in here)
    held = _Held(year, as_of, tenures, names if persons else None)
    consequences = tuple(_consequence(r, found[r.agreement], held) for r in results)
    return Agreements(
        plan_year=year,
        persons=persons,
        over=over,
        tiers=covered.tiers,
        uncovered=tuple(g for g in covered.gaps if g.kind in ("no agreement", "no targets")),
        rows=rows,
        consequences=consequences,
        leaders=leaders(signed, found, tenures, names if persons else None),
        share=policy.OUTSIDE_PERCENT,
        text=_text(year, covered, rows, consequences),
        status=known_by,
    )


def days_late(signed_on: date | None, starts: date) -> int | None:
    """Days after the last day on which a signature is in time; 0 in time, none unsigned."""
    if signed_on is None:
        return None
    return max(0, (signed_on - starts - timedelta(policy.SIGNED_WITHIN)).days)


def _row(
    signed: Signed, term: LeaderTerm, year: PlanYear, tenures: Tenures, kinds: Sequence[str], *, over: bool
) -> AgreementRow:
    return AgreementRow(
        agreement=signed.id,
        title=signed.title,
        kind=signed.kind,
        agency=signed.party,
        tier=signed.tier,
        signed_on=signed.signed_on,
        days_late=days_late(signed.signed_on, year.starts),
        signed_by=signed.signed_by,
        signed_by_title=signed.signer,
        signed_for=signed.signed_for,
        signed_for_title=signed.signer_for,
        published_at=signed.published_at,
        official=term.official,
        adjusted=term.adjusted,
        change=term.change,
        measured=signed.measured,
        kinds=tuple(dict.fromkeys(kinds)),
        gaps=(*_signing_gaps(signed, year, tenures), *_outcome_gaps(kinds, over=over)),
        source=Source(signed.file, signed.row, signed.load),
    )


def _signing_gaps(signed: Signed, year: PlanYear, tenures: Tenures) -> list[str]:
    late = days_late(signed.signed_on, year.starts)
    on = number_of(signed.signed_on) if signed.signed_on else 0
    told = signed.signed_by and signed.signed_on and tenures.by_post
    vacant = told and not tenures.stretches(signed.signed_by, on - 1, on)[0].holders
    gaps = (
        (late is None, "unsigned"),
        (late, f"signed {late} {'day' if late == 1 else 'days'} late"),
        (late is not None and not signed.signed_by, "nobody is named who signed for the agency"),
        (late is not None and not signed.signed_for, "nobody is named who signed for the government"),
        (signed.signed_by and signed.signed_by == signed.signed_for, "one post signed for both sides"),
        (signed.signed_by and signed.signed_in != signed.agency, f"signed by a post of {signed.signed_in}"),
        (vacant, "the post that signed stood vacant on that day"),
        (not signed.published_at, "unpublished"),
        (not signed.targets, "no targets"),
        (signed.assumed, "equal weights are assumed"),
    )
    return [text for missing, text in gaps if missing]


def _outcome_gaps(kinds: Sequence[str], *, over: bool) -> list[str]:
    if not over:
        return []
    declared = [] if "result" in kinds else [NO_RESULT]
    return declared if set(kinds) - {"result"} else [*declared, NOTHING_FOLLOWED]


@dataclass(frozen=True, slots=True)
class _Held:
    """Who held posts in the year up to the assessment; `names` none: persons are not named."""

    year: PlanYear
    as_of: date
    tenures: Tenures
    names: Mapping[str, str] | None

    def posts(self, official: str) -> tuple[str, ...]:
        """The posts that an official held, by id."""
        first, last = number_of(self.year.starts) - 1, number_of(min(self.as_of, self.year.ends))
        return tuple(
            post
            for post in sorted(self.tenures.by_post)
            if any(h.official == official for s in self.tenures.stretches(post, first, last) for h in s.holders)
        )


def _consequence(result: Declared, term: LeaderTerm, held: _Held) -> ConsequenceRow:
    lost = 100 - term.official if term.official is not None else 0.0
    percent = 100 * term.from_others / lost if lost > 0 else None
    doubtful = result.kind in ADVERSE and percent is not None and percent > policy.OUTSIDE_PERCENT
    difference = result.score - term.official if result.score is not None and term.official is not None else None
    named = held.names is not None and result.official
    return ConsequenceRow(
        agreement=result.agreement,
        agency=term.agency,
        kind=result.kind,
        decided_on=result.decided_on,
        declared=result.score,
        official=term.official,
        difference=difference,
        adjusted=term.adjusted,
        outside_percent=percent,
        doubtful=doubtful,
        posts=held.posts(result.official) if result.official else (),
        official_id=result.official if named else "",
        name=(held.names or {}).get(result.official, "") if named else "",
        decided_by=result.decided_by,
        decided_by_title=result.decider,
        published_at=result.published_at,
        note=result.note,
        text=_consequence_text(result, percent, difference, held.year, doubtful=doubtful),
        source=Source(result.file, result.row, result.load),
    )


def _consequence_text(
    result: Declared, percent: float | None, difference: float | None, year: PlanYear, *, doubtful: bool
) -> str:
    parts = list[str]()
    if difference is not None and one(abs(difference)) > 0:
        parts.append(
            f"declared {one(abs(difference)):.1f} points {'above' if difference > 0 else 'below'} the recomputed score"
        )
    if result.decided_on <= year.ends:
        parts.append("decided before the year was over")
    if percent is not None and result.kind != "result":
        parts.append(f"{one(percent):.1f} % of the points lost began elsewhere{': was it just?' if doubtful else ''}")
    if not result.decided_by:
        parts.append("nobody is named who decided")
    return "; ".join(parts)


def _text(
    year: PlanYear, covered: Coverage, rows: Sequence[AgreementRow], consequences: Sequence[ConsequenceRow]
) -> str:
    if not rows:
        return f"There is no agreement in {year.id}. {covered.text}".strip()
    late = sum(1 for r in rows if r.days_late)
    unsigned = sum(r.days_late is None for r in rows)
    hidden = sum(not r.published_at for r in rows)
    what = "1 agreement" if len(rows) == 1 else f"{len(rows):,} agreements"
    out = f"{what}: {unsigned:,} unsigned, {late:,} signed late, {hidden:,} unpublished. {covered.text}"
    doubtful = sum(c.doubtful for c in consequences)
    if doubtful:
        what = "1 consequence" if doubtful == 1 else f"{doubtful:,} consequences"
        fell = "fell" if doubtful > 1 else "falls"
        out += f" {what} {fell} on an agency that lost most to causes outside: was it just?"
    return out
