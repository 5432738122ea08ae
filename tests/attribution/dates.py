"""Dates as of a day T: what was known, what is finished, when the rest will be (section 2)."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from graphlib import TopologicalSorter
from typing import TYPE_CHECKING, TypeVar

from .money import matched
from .plan import Release, Target
from .waits import Claim, Requirement

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .people import Ruling
    from .plan import Deliverable, Report, Years

Value = TypeVar("Value")


@dataclass(frozen=True)
class Known:
    """What is known of one dated thing at T: its finish (come or expected), whether it came, and the delay in days."""

    finish: int
    finished: bool
    delay: int


@dataclass(frozen=True, eq=False)
class Dates:
    """The forward sweep over dates: order of ranks, facts of every dated thing, money that came by T.

    `claims` holds the requirements of each dated thing, with what the dates make of them.
    """

    years: Years
    as_of: int
    order: tuple[str, ...]
    known: Mapping[str, Known]
    money: Mapping[str, tuple[tuple[int, int], ...]]
    claims: dict[str, tuple[Claim, ...]] = field(default_factory=dict[str, tuple[Claim, ...]])

    def reports(self, deliverable: str, until: int | None = None) -> tuple[Report, ...]:
        """Return the reports that speak about days up to T (or an earlier day), in the order of the rule."""
        last = self.as_of if until is None else min(until, self.as_of)
        return tuple(report for report in self.years.reports.get(deliverable, ()) if report.as_of <= last)


def dates(years: Years, as_of: int) -> Dates:
    """Sweep forward once over all dated things of all years, which are those in force at T."""
    order = ranked(years, ruled_by(years.disputes, as_of))
    money = matched(years.releases(), years.payments)
    until = {release: tuple((day, part) for day, part in parts if day <= as_of) for release, parts in money.items()}
    known: dict[str, Known] = {}
    found = Dates(years, as_of, order, known, until)
    for each in order:
        deliverable = years.deliverables[each]
        if deliverable.dated:
            waits = years.requirements.get(each, ())
            found.claims[each] = tuple(claim(wait, found) for wait in waits)
            came = finish_day(deliverable, found)
            finish = expected_day(deliverable, found) if came is None else came
            known[each] = Known(finish, came is not None, max(0, finish - deliverable.due_day))
    return found


def claim(wait: Requirement, found: Dates) -> Claim:
    """Return a requirement with what is known of what it needs: where more is promised than t is owed, A is enough."""
    finish = came = found.known[wait.gives.id].finish
    owed = wait.promised.owed
    if wait.promised.raised and owed is not None:
        so_far = Fraction(0)
        for day, amount in arrived(wait.gives, found):
            so_far += amount
            if so_far >= owed:
                came = day
                break
    return Claim(wait, came, wait.promised.owed_day(finish))


def arrived(gives: Deliverable, found: Dates) -> list[tuple[int, Fraction]]:
    """Return (day, amount) of what came by T of a release or a rising quantity; nothing else comes in parts."""
    if isinstance(gives, Release):
        return [(day, Fraction(amount)) for day, amount in found.money[gives.id]]
    if isinstance(gives, Target) and gives.measure == "quantity" and gives.rising:
        return increases(gives, found)
    return []


def increases(gives: Target, found: Dates) -> list[tuple[int, Fraction]]:
    """Return the increases of the running maximum of a rising quantity, between its base and its target in force."""
    reports = found.reports(gives.id)
    finished_on = latest([report.finished_on for report in reports])
    parts: list[tuple[int, Fraction]] = []
    most = Fraction(0)
    for day, achieved_by in levels(reports):
        reached = min(gives.breadth, achieved_by - gives.base)
        if reached > most:
            parts.append((day if finished_on is None else min(day, finished_on), reached - most))
            most = reached
    return parts


def ruled_by(rulings: Sequence[Ruling], last: int) -> tuple[Ruling, ...]:
    """Return the rulings up to a day, in the order in which they apply."""
    return tuple(ruling for ruling in rulings if ruling.ruled_on <= last)


def ranked(years: Years, rulings: Sequence[Ruling] = ()) -> tuple[str, ...]:
    """Return all deliverables so that each stands after all that it depends on, by a ruling as well."""
    order: TopologicalSorter[str] = TopologicalSorter()
    for ruling in rulings:
        if ruling.taker in years.deliverables:
            order.add(ruling.deliverable, ruling.taker)
    for each in years.deliverables.values():
        order.add(each.id, *(requirement.gives.id for requirement in years.requirements.get(each.id, ())))
        if isinstance(each, Target):
            for above in each.supports:
                order.add(above, each.id)
            if each.measure == "releases":
                order.add(each.id, *(release.id for release in own_releases(each, years)))
    return tuple(order.static_order())


def own_releases(target: Target, years: Years) -> tuple[Release, ...]:
    """Return the plan year's releases from the owner agency of a `releases` target and the agencies under it."""
    tree = target.year.tree
    return tuple(
        release
        for release in years.releases()
        if release.year is target.year and target.owner in tree.path(release.owner)
    )


def latest(values: Sequence[Value | None]) -> Value | None:
    """Return the last value that is not empty: an empty cell says nothing."""
    return next((value for value in reversed(values) if value is not None), None)


def reaches(target: Target, achieved: Fraction) -> bool:
    """Tell whether a reported quantity reaches the target."""
    return target.lacks(achieved) == 0


def finish_day(deliverable: Deliverable, found: Dates) -> int | None:
    """Return the day on which it was finished, as known at T; none where it is not."""
    if isinstance(deliverable, Release):
        parts = found.money[deliverable.id]
        full = sum(part for _, part in parts) == deliverable.amount
        return parts[-1][0] if full else None
    reports = found.reports(deliverable.id)
    finished_on = latest([report.finished_on for report in reports])
    if isinstance(deliverable, Target) and deliverable.measure == "quantity":
        return reached_day(deliverable, reports, finished_on, found.as_of)
    return finished_on


def levels(reports: Sequence[Report]) -> list[tuple[int, Fraction]]:
    """Return the reported quantities, one a day: of several about one day the last in the order of the rule holds."""
    return list({report.as_of: report.achieved for report in reports if report.achieved is not None}.items())


def reached_day(target: Target, reports: Sequence[Report], finished_on: int | None, as_of: int) -> int | None:
    """Return the day on which a quantity was reached; closing short is not finishing."""
    counted = levels(reports)
    if not counted or not reaches(target, counted[-1][1]):
        return None
    if finished_on is not None:
        return finished_on
    if not target.rising:
        return target.due_day if target.due_day <= as_of else None
    since = counted[-1][0]
    for day, achieved in reversed(counted):
        if not reaches(target, achieved):
            break
        since = day
    return since


def expected_day(deliverable: Deliverable, found: Dates) -> int:
    """Return the finish to be expected of something unfinished."""
    tomorrow = found.as_of + 1
    reports = found.reports(deliverable.id)
    forecast = latest([report.forecast_finish for report in reports])
    if forecast is not None:
        return max(tomorrow, forecast)
    planned = deliverable.planned_start
    duration = 0 if planned is None else deliverable.due_day - planned
    start = latest([report.started_on for report in reports])
    if start is None:
        start = max(deliverable.due_day if planned is None else planned, tomorrow)
    return max(tomorrow, start + duration, deliverable.due_day + push(deliverable, found))


def push(deliverable: Deliverable, found: Dates) -> int:
    """Return the days by which the latest of all requirements, counting or not, comes after its need."""
    return max([0, *(claim.push for claim in found.claims[deliverable.id])])
