"""Which features of the rule a plan folder has on a day: so that a test can say what its random plans cover."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .causes import counting, explained_units
from .plan import Milestone, Release, Target
from .reference import assess, load_plan
from .scores import agreed, supported
from .sheets import plan_folders, rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from .plan import Deliverable, Years
    from .reference import Assessment

REQUIRED = frozenset(
    {
        *("measure date", "measure quantity", "measure cascade", "measure releases"),
        *("one tier", "two tiers", "three tiers", "external owner of a cause"),
        *("missing reports", "blank reports", "verified reports", "several reports on a day"),
        *("partial payments", "named payments", "overpayments", "forecasts", "lags", "blank needed_by"),
        *("joint targets", "moved agency", "requirements across years", "days won back"),
    }
)
"""What must occur in many plans whatever else does."""

DEEP = 5
"""A late chain of this many steps is a deep one."""


def features(folder: Path, as_of: str) -> set[str]:
    """Return the names of the features that occur in a plan folder (or a parent of several) as of a day (ISO)."""
    found = assess(load_plan(folder), as_of)
    named = {*sheet_features(folder, as_of), *plan_features(found.years), *waiting_features(found)}
    return named | {*report_features(found), *delay_features(found), *shortfall_features(found), *score_features(found)}


def sheet_features(folder: Path, as_of: str) -> Iterator[str]:
    """Yield what only the cells tell."""
    for each in plan_folders(folder):
        for row in rows(each, "requirements"):
            if not row["needed_by"]:
                yield "blank needed_by"
            if row["lag_days"] not in {"", "0"}:
                yield "lags"
        for row in rows(each, "progress"):
            if row["as_of"] > as_of:
                continue
            if row["source"] == "verified":
                yield "verified reports"
            if not any(row[cell] for cell in ("achieved", "started_on", "finished_on", "forecast_finish")):
                yield "blank reports"
        if any(row["release"] for row in rows(each, "payments") if row["paid_on"] <= as_of):
            yield "named payments"
        targets = rows(each, "targets")
        if any(row["agreement"] and not row["weight"] for row in targets):
            yield "assumed weights"
        if [row["weight"] for row in targets].count("33.33"):
            yield "rescaled weights"
        for row in targets:
            if row["measure"] == "quantity":
                yield "quantity with grid" if row["excellent"] else "quantity without grid"
                yield "quantity with baseline" if row["baseline"] else "quantity without baseline"


def plan_features(years: Years) -> Iterator[str]:
    """Yield what the plans say, whatever happened."""
    for target in years.targets():
        yield f"measure {target.measure}"
        if target.unknown:
            yield "unknown direction"
        elif target.measure == "quantity":
            yield "rising quantity" if target.rising else "falling quantity"
        if len(target.supports) > 1:
            yield "joint targets"
        if target.agreement is None:
            yield "target without agreement"
        if target.measure == "cascade":
            measures = {support.measure for support in supported(years).get(target.id, ())}
            if not measures:
                yield "cascade without supports"
            if "cascade" in measures:
                yield "cascade on cascade"
    if any(isinstance(each, Milestone) and not each.dated for each in years.deliverables.values()):
        yield "undated milestone"
    if any(agreement.weight != 1 for agreement in years.agreements):
        yield "agreement weight"
    if not all(agreed(agreement, years) for agreement in years.agreements):
        yield "agreement without targets"
    depth = max(year.tree.tier(agency) for year in years.years for agency in year.tree.parent)
    yield ("one tier", "two tiers", "three tiers", "four tiers")[depth - 1]
    if len(years.years) > 1:
        yield "two plan years"
        first, last = years.years[0].tree.parent, years.years[-1].tree.parent
        if any(above != last[agency] for agency, above in first.items()):
            yield "moved agency"


def waiting_features(found: Assessment) -> Iterator[str]:
    """Yield which requirements hold something up: counting, unsigned, signed late, across years, from outside."""
    for each in found.years.deliverables.values():
        for claim in found.dates.claims.get(each.id, ()):
            if claim.wait.gives.year is not each.year:
                yield "requirements across years"
            if claim.lateness(found.dates.known[each.id].finish) and not claim.wait.counts:
                yield "unsigned lateness" if claim.wait.agreed_on is None else "lateness signed too late"
        if each.dated:
            roots = {each.year.tree.path(cause.owner)[0] for cause in causes(each, found)}
            if len(causes(each, found)) > len(roots):
                yield "concurrent causes in one ministry"
            if len(roots) > 1:
                yield "concurrent causes across ministries"


def causes(each: Deliverable, found: Assessment) -> list[Deliverable]:
    """Return the direct causes of the delay of a dated thing that are deliverables."""
    known = found.years.deliverables
    return [known[cause] for cause in found.days[each.id].causes if cause in known]


def report_features(found: Assessment) -> Iterator[str]:
    """Yield how things were reported and paid."""
    paid: dict[str, int] = {}
    for payment in found.years.payments:
        if payment.paid_on <= found.dates.as_of:
            paid[payment.line] = paid.get(payment.line, 0) + payment.amount
    for release in found.years.releases():
        came = sum(part for _, part in found.dates.money[release.id])
        if len(found.dates.money[release.id]) > 1 or 0 < came < release.amount:
            yield "partial payments"
        paid[release.line] = paid.get(release.line, 0) - release.amount
    if any(over > 0 for over in paid.values()):
        yield "overpayments"
    for each, known in found.dates.known.items():
        deliverable = found.years.deliverables[each]
        reports = found.dates.reports(each)
        days = [report.as_of for report in reports]
        if len(set(days)) < len(days):
            yield "several reports on a day"
        if not known.finished and any(report.forecast_finish for report in reports):
            yield "forecasts"
        if not reports and not isinstance(deliverable, Release) and deliverable.due_day <= found.dates.as_of:
            yield "missing reports"
        if not known.finished and any(report.finished_on for report in reports):
            yield "closed short"


def delay_features(found: Assessment) -> Iterator[str]:
    """Yield how delays arose: won back, in deep chains, from outside, from another year."""
    steps: dict[str, int] = {}
    for each in found.dates.order:
        if each not in found.days:
            continue
        deliverable = found.years.deliverables[each]
        delay = found.days[each]
        finish = found.dates.known[each].finish
        most = max((claim.lateness(finish) for claim in counting(deliverable, found.dates)), default=0)
        if most > delay.whole:
            yield "days won back"
        chain = max((steps[cause] + 1 for cause in delay.causes if cause in steps), default=1)
        steps[each] = chain if delay.whole else 0
        if steps[each] >= DEEP:
            yield "deep late chain"
        for cause in causes(deliverable, found):
            if cause.owner in {"DONOR", "COURT"}:
                yield "external owner of a cause"
            if cause.year is not deliverable.year:
                yield "delay from another year"
            if isinstance(deliverable, Release):
                yield "release held up"


def shortfall_features(found: Assessment) -> Iterator[str]:
    """Yield how quantities fell short."""
    for each in found.units:
        target = found.years.deliverables[each]
        if not isinstance(target, Target):
            continue
        units = explained_units(target, found.dates)
        releases = [cause for cause in units.causes if isinstance(found.years.deliverables[cause], Release)]
        if units.whole:
            yield "shortfall"
        if releases and len(units.causes) > len(releases):
            yield "short by money and other needs"
        if len({target.year.tree.path(found.years.deliverables[cause].owner)[0] for cause in releases}) > 1:
            yield "money without an agency in common"
        if units.causes and not units.own:
            yield "shortfall all explained by others"


def score_features(found: Assessment) -> Iterator[str]:
    """Yield how points were lost."""
    for each, score in found.scores.items():
        target = found.years.deliverables[each]
        if not isinstance(target, Target) or not score.loss:
            continue
        yield f"loss of measure {target.measure}"
        if target.measure != "cascade" and 0 < 100 - target.raw(target.planned_value) < 100 - score.raw:
            yield "plan's own cost"
        if target.measure == "date" and not score.raw and not found.dates.known[each].finished:
            yield "due and unfinished at the year's end"
