"""Rows of targets, releases and milestones made into promises, with every default filled in."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, cast

from .cells import day, maybe, money, must, number
from .plan import GRADES, Deliverable, Grid, Milestone, Release, Target

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .cells import Row
    from .plan import Agreement, PlanYear

DAYS_OF_GRADES = (0, 15, 30, 45, 60)
LOWER_PERCENTS = (100, 110, 120, 130, 140)


def promise(sheet: str, row: Row, year: PlanYear, agreements: Mapping[str, Agreement]) -> Deliverable:
    """Return the deliverable of a row of targets, releases or milestones."""
    if sheet == "targets":
        return target(row, year, agreements)
    if sheet == "releases":
        return Release(
            id=row["id"],
            year=year,
            owner=row["released_by"],
            planned_finish=must(day(row, "planned_on")),
            line=row["budget_line"],
            amount=money(row),
        )
    finish = day(row, "planned_finish")
    start = None if finish is None else day(row, "planned_start")
    return Milestone(id=row["id"], year=year, owner=row["agency"], planned_start=start, planned_finish=finish)


def target(row: Row, year: PlanYear, agreements: Mapping[str, Agreement]) -> Target:
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
        post=row.get("post", ""),
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


def weighted(deliverables: Mapping[str, Deliverable]) -> dict[str, Deliverable]:
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
