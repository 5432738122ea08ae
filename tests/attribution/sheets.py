"""Plan folders read with the csv module into `Years`; the folders are taken to be valid."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, cast

from .plan import (
    GRADES,
    Agreement,
    Deliverable,
    Grid,
    Milestone,
    Payment,
    PlanYear,
    Release,
    Report,
    Requirement,
    Target,
    Tree,
    Years,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

Row = dict[str, str]

DAYS_OF_GRADES = (0, 15, 30, 45, 60)
LOWER_PERCENTS = (100, 110, 120, 130, 140)
NOT_READ = ("revisions", "disputes")
"""Sheets that would change the numbers; the rule for them is not written here."""


def load_plan(folder: Path) -> Years:
    """Read a plan folder, or a parent of plan folders (and of folders with facts alone), into `Years`.

    Raises `ValueError` where a sheet is present that this reference does not know.
    """
    folders = plan_folders(folder)
    for each in folders:
        for sheet in NOT_READ:
            if (each / f"{sheet}.csv").exists():
                raise ValueError(f"{each / sheet}.csv: the reference knows no {sheet}")
    plans = sorted(
        (each for each in folders if (each / "plan.csv").exists()), key=lambda each: rows(each, "plan")[0]["starts"]
    )
    years = tuple(plan_years(plans))
    agreements: dict[str, Agreement] = {}
    deliverables: dict[str, Deliverable] = {}
    for each, year in zip(plans, years, strict=True):
        for row in rows(each, "agreements"):
            weight = number(row, "weight", Fraction(1))
            agreement = Agreement(row["id"], row["agency"], year, weight, year.tree.tier(row["agency"]))
            agreements.setdefault(agreement.id, agreement)
        for deliverable in year_deliverables(each, year, agreements):
            deliverables.setdefault(deliverable.id, deliverable)
    return Years(
        years=years,
        agreements=tuple(agreements.values()),
        deliverables=weighted(deliverables),
        requirements=requirements((row for each in plans for row in rows(each, "requirements")), deliverables),
        reports=reports(row for each in folders for row in rows(each, "progress")),
        payments=payments(row for each in folders for row in rows(each, "payments")),
    )


def plan_folders(folder: Path) -> list[Path]:
    """Return the folder itself where it holds a plan, else the folders in it."""
    return [folder] if (folder / "plan.csv").exists() else sorted(each for each in folder.iterdir() if each.is_dir())


def rows(folder: Path, sheet: str) -> list[Row]:
    """Return the rows of a sheet; an absent sheet has none."""
    path = folder / f"{sheet}.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [{key: (value or "").strip() for key, value in row.items()} for row in csv.DictReader(file)]


def day(row: Row, column: str) -> int | None:
    """Return the day of a cell as an ordinal."""
    cell = row.get(column)
    return date.fromisoformat(cell).toordinal() if cell else None


def must(value: int | None) -> int:
    """Return a day that the format requires."""
    if value is None:
        raise ValueError("a required day is missing")
    return value


def maybe(row: Row, column: str) -> Fraction | None:
    """Return the number of a cell, exactly as written."""
    cell = row.get(column)
    return Fraction(cell) if cell else None


def number(row: Row, column: str, default: Fraction) -> Fraction:
    """Return the number of a cell, or its default."""
    value = maybe(row, column)
    return default if value is None else value


def money(row: Row) -> int:
    """Return an amount in minor units."""
    amount = Fraction(row["amount"]) * 100
    if amount.denominator != 1:
        raise ValueError(f"{row['amount']} has more than two decimals")
    return amount.numerator


def plan_years(plans: Iterable[Path]) -> Iterable[PlanYear]:
    """Return the years; an agency that a later year does not list keeps its earlier row."""
    parent: dict[str, str | None] = {}
    for folder in plans:
        parent = parent | {row["id"]: row.get("part_of") or None for row in rows(folder, "agencies")}
        plan = rows(folder, "plan")[0]
        yield PlanYear(plan["id"], must(day(plan, "starts")), must(day(plan, "ends")), Tree(dict(parent)))


def year_deliverables(folder: Path, year: PlanYear, agreements: dict[str, Agreement]) -> Iterable[Deliverable]:
    """Return the targets, releases and milestones that one plan folder lists."""
    for row in rows(folder, "targets"):
        yield target(row, year, agreements)
    for row in rows(folder, "releases"):
        yield Release(
            id=row["id"],
            year=year,
            owner=row["released_by"],
            planned_finish=must(day(row, "planned_on")),
            line=row["budget_line"],
            amount=money(row),
        )
    for row in rows(folder, "milestones"):
        yield Milestone(
            id=row["id"],
            year=year,
            owner=row["agency"],
            planned_start=day(row, "planned_start"),
            planned_finish=day(row, "planned_finish"),
        )


def target(row: Row, year: PlanYear, agreements: dict[str, Agreement]) -> Target:
    """Return a target with its defaults: planned finish, target and grid (weights are seen to by `weighted`)."""
    unknown = row.get("better") == "unknown"
    plain = Target(
        id=row["id"],
        year=year,
        owner=row["agency"],
        measure=row["measure"],
        agreement=agreements[row["agreement"]] if row.get("agreement") else None,
        weight=number(row, "weight", Fraction(0)),
        unknown=unknown,
        supports=tuple(filter(None, (each.strip() for each in row.get("supports", "").split(";")))),
        share=number(row, "supports_share", Fraction(1)),
    )
    if unknown or row["measure"] == "cascade":
        return plain
    if row["measure"] == "date":
        finish = day(row, "planned_finish") or day(row, "excellent") or year.ends
        ideal = tuple(Fraction(finish + days) for days in DAYS_OF_GRADES)
        given = tuple(Fraction(day(row, grade) or 0) for grade in GRADE_COLUMNS)
        grid = cast("Grid", given if row.get("excellent") else ideal)
        return replace(plain, planned_start=day(row, "planned_start"), planned_finish=finish, grid=grid)
    goal = maybe(row, "target")
    if goal is None:
        goal = number(row, "excellent", Fraction(100))
    counted = replace(plain, target=goal, baseline=maybe(row, "baseline"), grid=quantity_grid(row, goal))
    if row["measure"] == "releases":
        return counted
    finish = day(row, "planned_finish") or year.ends
    return replace(counted, planned_start=day(row, "planned_start"), planned_finish=finish)


GRADE_COLUMNS = ("excellent", "very_good", "good", "fair", "poor")


def quantity_grid(row: Row, goal: Fraction) -> Grid:
    """Return the five values: as given, on the way from the baseline, or as percents of the target (section 5)."""
    if row.get("excellent"):
        return cast("Grid", tuple(Fraction(row[grade]) for grade in GRADE_COLUMNS))
    baseline = maybe(row, "baseline")
    if baseline is not None:
        return cast("Grid", tuple(baseline + percent * (goal - baseline) / 100 for percent in GRADES))
    percents = LOWER_PERCENTS if row.get("better") == "lower" else GRADES
    return cast("Grid", tuple(percent * goal / 100 for percent in percents))


def weighted(deliverables: dict[str, Deliverable]) -> dict[str, Deliverable]:
    """Return the deliverables with the weights of each agreement summing to 100: all empty = equal, else rescaled."""
    parts: defaultdict[str, list[Target]] = defaultdict(list)
    for each in deliverables.values():
        if isinstance(each, Target) and each.agreement is not None:
            parts[each.agreement.id].append(each)
    done: dict[str, Deliverable] = {
        each.id: replace(each, weight=Fraction(0)) if isinstance(each, Target) else each
        for each in deliverables.values()
    }
    for targets in parts.values():
        total = sum((each.weight for each in targets), Fraction(0))
        for each in targets:
            done[each.id] = replace(each, weight=each.weight * 100 / total if total else Fraction(100, len(targets)))
    return done


def requirements(sheet: Iterable[Row], deliverables: dict[str, Deliverable]) -> dict[str, tuple[Requirement, ...]]:
    """Return the requirements of each deliverable between dated things; a blank needed_by is what both plans say."""
    found: defaultdict[str, dict[str, Requirement]] = defaultdict(dict)
    for row in sheet:
        needs, gives = deliverables[row["deliverable"]], deliverables[row["requires"]]
        if not needs.dated or not gives.dated:
            continue
        lag = int(number(row, "lag_days", Fraction(0)))
        needed_by = day(row, "needed_by")
        if needed_by is None:
            needed_by = max(gives.due_day + lag, needs.planned_start or 0)
        found[needs.id][gives.id] = Requirement(needs, gives, needed_by, lag, day(row, "agreed_on"))
    return {needs: tuple(by_gives.values()) for needs, by_gives in found.items()}


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
