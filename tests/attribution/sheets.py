"""Plan folders read into `Years`; the folders are taken to be valid."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING

from .book import Entry, Revision, written
from .cells import Row, day, maybe, money, must, number, plan_folders, rows
from .in_force import FIRST, deliverables_on, requirements_on
from .people import disputes, people
from .plan import Agreement, Payment, PlanYear, Report, Tree, Years

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

__all__ = ["load_plan", "plan_folders", "rows"]


def load_plan(folder: Path) -> Years:
    """Read a plan folder, or a parent of plan folders (and of folders with facts alone), into `Years`.

    The deliverables and requirements are those of the first promise; `in_force` tells those of a day.
    """
    folders = plan_folders(folder)
    plans = sorted(
        (each for each in folders if (each / "plan.csv").exists()), key=lambda each: rows(each, "plan")[0]["starts"]
    )
    years = tuple(plan_years(plans))
    agreements: dict[str, Agreement] = {}
    entries: dict[str, Entry] = {}
    needs: dict[tuple[str, str], Row] = {}
    for each, year in zip(plans, years, strict=True):
        for row in rows(each, "agreements"):
            weight = number(row, "weight", Fraction(1))
            agreement = Agreement(row["id"], row["agency"], year, weight, year.tree.tier(row["agency"]))
            agreements.setdefault(agreement.id, agreement)
        for sheet in ("targets", "releases", "milestones"):
            for row in rows(each, sheet):
                entries.setdefault(row["id"], Entry(sheet, row, year))
        for row in rows(each, "requirements"):
            needs.setdefault((row["deliverable"], row["requires"]), row)
    book = written(agreements, entries, needs, revisions(row for each in folders for row in rows(each, "revisions")))
    deliverables = deliverables_on(book, FIRST)
    return Years(
        years=years,
        agreements=tuple(agreements.values()),
        deliverables=deliverables,
        requirements=requirements_on(book, deliverables, FIRST),
        reports=reports(row for each in folders for row in rows(each, "progress")),
        payments=payments(row for each in folders for row in rows(each, "payments")),
        book=book,
        disputes=disputes(row for each in folders for row in rows(each, "disputes")),
        people=people(folders, plans, years),
    )


def plan_years(plans: Iterable[Path]) -> Iterable[PlanYear]:
    """Return the years; an agency that a later year does not list keeps its earlier row."""
    parent: dict[str, str | None] = {}
    external: set[str] = set()
    for folder in plans:
        for row in rows(folder, "agencies"):
            parent[row["id"]] = row.get("part_of") or None
            external.discard(row["id"])
            if row["kind"] == "external":
                external.add(row["id"])
        plan = rows(folder, "plan")[0]
        tree = Tree(dict(parent), frozenset(external))
        yield PlanYear(plan["id"], must(day(plan, "starts")), must(day(plan, "ends")), tree)


def revisions(sheet: Iterable[Row]) -> list[Revision]:
    """Return the revisions; a row of the same key corrects."""
    found: dict[tuple[str, ...], Revision] = {}
    for row in sheet:
        revision = Revision(
            sheet=row["sheet"],
            id=row["id"],
            requires=row.get("requires", ""),
            column=row["column"],
            value=row["value"],
            revised_on=must(day(row, "revised_on")),
        )
        found[(*revision.cell, revision.column, row["revised_on"])] = revision
    return list(found.values())


def reports(sheet: Iterable[Row]) -> dict[str, tuple[Report, ...]]:
    """Return the reports on each deliverable in the order of the rule; a row of the same key corrects."""
    found: defaultdict[str, dict[Report, Report]] = defaultdict(dict)
    for row in sheet:
        as_of = must(day(row, "as_of"))
        report = Report(
            as_of=as_of,
            verified=row.get("source") == "verified",
            reported_on=day(row, "reported_on") or as_of,
            achieved=maybe(row, "achieved"),
            started_on=day(row, "started_on"),
            finished_on=day(row, "finished_on"),
            forecast_finish=day(row, "forecast_finish"),
        )
        found[row["deliverable"]].pop(report, None)
        found[row["deliverable"]][report] = report
    return {deliverable: tuple(sorted(by_key)) for deliverable, by_key in found.items()}


def payments(sheet: Iterable[Row]) -> tuple[Payment, ...]:
    """Return the payments; a row of the same key corrects, and one of 0 takes back."""
    found: dict[tuple[str, str, str], Payment] = {}
    for row in sheet:
        payment = Payment(row["budget_line"], must(day(row, "paid_on")), money(row), row.get("release") or None)
        found[row["budget_line"], row["paid_on"], row.get("reference", "")] = payment
    return tuple(payment for payment in found.values() if payment.amount)
