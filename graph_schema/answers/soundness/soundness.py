"""How far the numbers can be trusted: what they rest on and may not hold, with place, reason and remedy."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from graph_schema.answers import sentences
from graph_schema.answers.agencies import agencies
from graph_schema.answers.agreements.leaders import Signed
from graph_schema.answers.coverage import paths
from graph_schema.answers.facts import day_of
from graph_schema.answers.people.rows import TierPoints
from graph_schema.answers.people.tenures import number_of
from graph_schema.answers.reporting.reporting import Report, reports_of
from graph_schema.answers.rounding import one
from graph_schema.answers.soundness.mentions import Mentions, named_cause
from graph_schema.answers.soundness.rows import WHY, Count, Finding, Soundness
from graph_schema.answers.soundness.unsigned import unsigned
from graph_schema.answers.status import assessed, plan_years, year_of
from graph_schema.answers.tables import Party, Source
from graph_schema.graph import Readable

_DUST = 1e-9


@dataclass(frozen=True, slots=True)
class Late:
    """A row of read/late_things; `carried` and `charged` hold [tier, points × weight]."""

    id: str
    title: str
    agency: str
    name: str
    external: bool
    milestone: bool
    path: list[str]
    delay: float
    own_days: float
    shortfall: float
    own_units: float
    unit: str
    requires: list[str]
    carried: list[tuple[int, float]]
    charged: list[tuple[int, float]]
    file: str
    row: int
    load: int


@dataclass(frozen=True, slots=True)
class Same:
    """A row of read/same_dates: `records` of one agency with the same days on one thing."""

    thing: str
    title: str
    agency: str
    name: str
    external: bool
    planned_day: int
    finish_day: int
    records: list[str]
    file: str
    row: int
    load: int


@dataclass(frozen=True, slots=True)
class Bare:
    """A row of read/bare_outside."""

    id: str
    title: str
    agency: str
    name: str
    days: float
    charged: list[tuple[int, float]]
    file: str
    row: int
    load: int


@dataclass(frozen=True, slots=True)
class Silent:
    """A row of read/silent."""

    id: str
    title: str
    agency: str
    name: str
    external: bool
    file: str
    row: int
    load: int


@dataclass(frozen=True, slots=True)
class Passed:
    """A row of read/passed_forecasts."""

    id: str
    title: str
    agency: str
    name: str
    external: bool
    forecast_day: int
    file: str
    row: int
    load: int


def soundness(graph: Readable, plan_year: str | None = None) -> Soundness:
    """Answer for a plan year (none: the latest) up to the day of the assessment; some fourteen round trips.

    Raises NotAssessedError, UnknownPlanYearError.
    """
    known_by = assessed(graph)
    year = year_of(plan_years(graph), plan_year)
    today = known_by.as_of or date.min
    late = graph.read("read/late_things", Late, plan_year=year.id)
    told = reports_of(graph, year.id, today)
    mentions = Mentions(agencies(graph), paths(graph, year.id))
    passed = graph.read("read/passed_forecasts", Passed, plan_year=year.id, today=number_of(today))
    found = [
        *_undeclared(late, told, mentions),
        *unsigned(graph, year.id, {each.id: each.carried for each in late if each.delay > 0}),
        *map(_same, graph.read("read/same_dates", Same, plan_year=year.id)),
        *_unexplained(late, told),
        *(_passed(each, today) for each in passed),
        *map(_bare, graph.read("read/bare_outside", Bare, plan_year=year.id, as_of=today)),
        *map(_silent, graph.read("read/silent", Silent, plan_year=year.id, as_of=today)),
        *_agreements(graph.read("read/agreements", Signed, plan_years=[year.id])),
    ]
    order = list(WHY)
    found.sort(key=lambda f: (order.index(f.kind), -round(f.most, 9), -round(f.days, 9), f.id, f.text))
    counts = tuple(Count(kind, number, *WHY[kind]) for kind in order if (number := sum(f.kind == kind for f in found)))
    return Soundness(year, counts, tuple(found), _text(found, counts), known_by)


def _undeclared(late: Sequence[Late], told: Mapping[str, Sequence[Report]], mentions: Mentions) -> Iterable[Finding]:
    for each in late:
        reports = told.get(each.id, ())
        party = Party(each.agency, each.name, each.external)
        seen = set[str]()
        for report in reports:
            others = [a for a in mentions.of_others(report.note, each.agency) if a.id not in {*each.requires, *seen}]
            seen |= {a.id for a in others}
            for other in others:
                text = f"a report names {sentences.named(other.name)} ({other.id}), and nothing of it is required"
                yield Finding("undeclared dependency", each.id, each.title, party, 0.0, (), text, _of(report))
        named = named_cause(reports, milestone=each.milestone)
        own = each.own_days > _DUST or each.own_units > _DUST
        if (
            named
            and own
            and not seen
            and not each.external
            and not (each.own_days < each.delay or each.own_units < each.shortfall)
        ):
            text = f"the cause reported is “{named.cause}”, and no requirement explains a day of it"
            yield Finding("undeclared dependency", each.id, each.title, party, 0.0, (), text, _of(named))


def _unexplained(late: Sequence[Late], told: Mapping[str, Sequence[Report]]) -> Iterable[Finding]:
    for each in late:
        if (each.own_days <= _DUST and each.own_units <= _DUST) or any(r.cause for r in told.get(each.id, ())):
            continue
        own = ((each.own_days, "days", "late"), (each.own_units, each.unit or "units", "short"))
        parts = [f"{sentences.amount(one(amount), unit)} {how}" for amount, unit, how in own if one(amount) > 0]
        text = f"{sentences.joined(parts) or 'a little'} of its own, without a cause"
        party, points = Party(each.agency, each.name, each.external), _points(each.charged)
        place = Source(each.file, each.row, each.load)
        yield Finding("unexplained", each.id, each.title, party, each.own_days, points, text, place)


def _points(charged: Sequence[tuple[int, float]]) -> tuple[TierPoints, ...]:
    return tuple(TierPoints(tier, points) for tier, points in charged)


def _of(report: Report) -> Source:
    return Source(report.file, report.row, report.load)


def _same(same: Same) -> Finding:
    days = f"promised for {sentences.on(day_of(same.planned_day))}, finished on {sentences.on(day_of(same.finish_day))}"
    text = f"{sentences.joined(same.records)} of {sentences.named(same.name)} hold it up: {days}, all of them"
    party, place = Party(same.agency, same.name, same.external), Source(same.file, same.row, same.load)
    return Finding("same dates", same.thing, same.title, party, 0.0, (), text, place)


def _passed(passed: Passed, today: date) -> Finding:
    days = number_of(today) - passed.forecast_day
    ago = "passed today" if days == 0 else f"passed {sentences.amount(days, 'days')} ago"
    text = f"the forecast of {sentences.on(day_of(passed.forecast_day))} {ago}"
    party, place = Party(passed.agency, passed.name, passed.external), Source(passed.file, passed.row, passed.load)
    return Finding("old forecast", passed.id, passed.title, party, float(days), (), text, place)


def _bare(bare: Bare) -> Finding:
    text = f"held others up for {sentences.amount(one(bare.days), 'days')}, without evidence"
    place = Source(bare.file, bare.row, bare.load)
    party = Party(bare.agency, bare.name, external=True)
    return Finding("no evidence", bare.id, bare.title, party, bare.days, _points(bare.charged), text, place)


def _silent(silent: Silent) -> Finding:
    party, place = Party(silent.agency, silent.name, silent.external), Source(silent.file, silent.row, silent.load)
    return Finding("unreported", silent.id, silent.title, party, 0.0, (), "due, and never reported", place)


def _agreements(signed: Sequence[Signed]) -> Iterable[Finding]:
    for each in signed:
        place = Source(each.file, each.row, each.load)
        if each.assumed:
            text = f"equal weights are assumed for its {each.targets} targets"
            yield Finding("assumed weights", each.id, each.title, each.party, 0.0, (), text, place)
        if each.signed_on is None:
            yield Finding("unsigned agreement", each.id, each.title, each.party, 0.0, (), "no day of signature", place)
        if not each.published_at:
            text = "no address where it can be read"
            yield Finding("unpublished agreement", each.id, each.title, each.party, 0.0, (), text, place)


def _text(found: Sequence[Finding], counts: Sequence[Count]) -> str:
    if not found:
        return "Nothing was found that would put these numbers in doubt."
    what = "1 finding" if len(found) == 1 else f"{len(found):,} findings"
    kinds = [f"{c.findings:,} {c.kind}" for c in counts]
    return f"{what}: {', '.join(kinds)}."
