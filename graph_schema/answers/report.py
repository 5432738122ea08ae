"""The whole assessment of one plan year, in the form of the answer files (attribution.md 8)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from graph_schema.answers.agencies import members
from graph_schema.answers.basis import Charged, charged
from graph_schema.answers.status import assessed, plan_years, year_of
from graph_schema.answers.tables import PlanYear, Status
from graph_schema.days import EPOCH
from graph_schema.graph import Readable

Shares = dict[str, float]
"""Days or units, by deliverable or by agency; zeros left out."""


@dataclass(frozen=True, slots=True)
class _Facts:
    id: str
    agency: str
    measure: str | None
    dated: bool
    due: bool
    raw: float
    loss: float
    finish_day: int | None
    delay_days: float | None
    own_days: float | None
    shortfall: float | None
    own_units: float | None
    achieved: float | None


@dataclass(frozen=True, slots=True)
class _Late:
    id: str
    agency: str
    delay_days: float
    own_days: float
    causes: list[list[Any]]


@dataclass(frozen=True, slots=True)
class _Short:
    id: str
    cause: str
    agency: str
    units: float
    stays: float


@dataclass(frozen=True, slots=True)
class Began:
    """A row of report/charged: points of a tier that began at a deliverable whose owner stands under `row`."""

    tier: int
    id: str
    row: str
    points: float


@dataclass(frozen=True, slots=True)
class _Raw:
    id: str
    raw: float


def report(graph: Readable, plan_year: str | None = None) -> dict[str, Any]:
    """Everything of one plan year (none: the latest) as of the current assessment; exact floats, ISO days.

    Raises NotAssessedError, UnknownPlanYearError.
    """
    as_of = assessed(graph).as_of
    year = year_of(plan_years(graph), plan_year)
    plan_year = year.id
    late = graph.read("report/late", _Late)
    owners = {row.id: row.agency for row in late} | {g: owner for row in late for g, _, _, owner in row.causes}
    roots = _roots(late)
    short: dict[str, list[_Short]] = defaultdict(list)
    for cut in graph.read("report/short", _Short, plan_year=plan_year):
        short[cut.id].append(cut)
        owners.setdefault(cut.cause, cut.agency)
    by_id = {row.id: row for row in late}
    deliverables = {
        facts.id: _deliverable(facts, by_id.get(facts.id), roots, short[facts.id], owners)
        for facts in graph.read("report/deliverables", _Facts, plan_year=plan_year)
    }
    return {
        "as_of": as_of.isoformat() if as_of else None,
        "plan_year": plan_year,
        "deliverables": deliverables,
        "tiers": tiers_in_force(graph, year),
    }


def _roots(late: Iterable[_Late]) -> dict[str, Shares]:
    """Shares s(t) of each delayed thing over the deliverables where its delay began; in order of ranks."""
    roots: dict[str, Shares] = {}
    for t in late:
        shares: Shares = {t.id: t.own_days / t.delay_days} if t.own_days > 0 else {}
        for g, days, stays, _ in t.causes:
            _pass_on(shares, roots, g, days / t.delay_days, stays)
        roots[t.id] = shares
    return roots


def _add(into: Shares, shares: Mapping[str, float], times: float) -> None:
    for name, share in shares.items():
        into[name] = into.get(name, 0.0) + times * share


def _pass_on(into: Shares, roots: Mapping[str, Shares], cause: str, amount: float, stays: float) -> None:
    """What a cause got: the part that stays with it, and the rest, which goes on to where its own delay began."""
    if stays:
        into[cause] = into.get(cause, 0.0) + amount * stays
    if stays < 1:
        _add(into, roots.get(cause, {cause: 1.0}), amount * (1 - stays))


def _by_owner(shares: Mapping[str, float], owners: Mapping[str, str]) -> Shares:
    out: Shares = {}
    for name, amount in shares.items():
        out[owners[name]] = out.get(owners[name], 0.0) + amount
    return out


def _deliverable(
    facts: _Facts, late: _Late | None, roots: Mapping[str, Shares], short: list[_Short], owners: dict[str, str]
) -> dict[str, Any]:
    out: dict[str, Any] = {"due": facts.due, "raw": facts.raw, "loss": facts.loss}
    if facts.measure == "releases":
        out["achieved"] = facts.achieved
    if not facts.dated or facts.finish_day is None:
        return out
    days: Shares = {}
    if late:
        _add(days, roots[facts.id], late.delay_days)
    out |= {
        "finish": (EPOCH + timedelta(facts.finish_day)).isoformat(),
        "delay_days": facts.delay_days,
        "own_days": facts.own_days,
        "direct_causes_days": {g: days for g, days, *_ in late.causes} if late else {},
        "root_causes_days": days,
        "agencies_days": _by_owner(days, owners),
    }
    if facts.measure == "quantity":
        units: Shares = {facts.id: facts.own_units} if facts.own_units else {}
        for cut in short:
            _pass_on(units, roots, cut.cause, cut.units, cut.stays)
        out |= {
            "shortfall": facts.shortfall,
            "own_units": facts.own_units,
            "direct_causes_units": {cut.cause: cut.units for cut in short},
            "agencies_units": _by_owner(units, owners | {facts.id: facts.agency}),
        }
    return out


def first_promise(graph: Readable, year: PlanYear, known_by: Status) -> dict[str, Any]:
    """The scores of a plan year against the first promise: no revision and no ruling (questions.md 1 and 10).

    Returns raw {target: score}, official and adjusted {tier: {agency: score}}, government {tier: score or None}.
    """
    raw = graph.read("report/first_raw", _Raw, plan_year=year.id)
    tiers = first_tiers(graph, year, known_by)
    scores = {
        name: {tier: found[name] for tier, found in tiers.items()} for name in ("official", "adjusted", "government")
    }
    return {"raw": {row.id: row.raw for row in raw}, **scores}


def first_tiers(graph: Readable, year: PlanYear, known_by: Status) -> dict[str, Any]:
    """The tiers of a plan year against the first promise, as `report` gives them in force; two round trips."""
    return _tiers(graph, year, charged("first promise", known_by))


def tiers_in_force(graph: Readable, year: PlanYear) -> dict[str, Any]:
    """The tiers of a plan year, as in `report`; two round trips."""
    return _tiers(graph, year, "CHARGED")


def _tiers(graph: Readable, year: PlanYear, basis: Charged) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for row in members(graph, year.id, year.tiers, basis):
        if row.agreement:
            tier = out.setdefault(str(row.tier), {"official": {}, "measured": {}, "weights": {}})
            tier["official"][row.agency] = 100 - row.lost
            tier["measured"][row.agency] = row.measured
            tier["weights"][row.agency] = row.weight
    for tier in out.values():
        tier |= {"charged_points": {}, "charged_by_deliverable": {}}
    for row in graph.read("report/charged", Began, plan_year=year.id, charged=basis):
        tier = out[str(row.tier)]
        tier["charged_points"][row.row] = tier["charged_points"].get(row.row, 0.0) + row.points
        tier["charged_by_deliverable"][row.id] = row.points
    for tier in out.values():
        weights = tier.pop("weights")
        tier["adjusted"] = {a: 100 - tier["charged_points"].get(a, 0.0) / w for a, w in weights.items()}
        measured = [a for a in weights if tier["measured"][a] > 0]
        total = sum(weights[a] for a in measured)
        tier["government"] = sum(tier["official"][a] * weights[a] for a in measured) / total if total else None
    return out
