"""The sheets that goals and indicators become."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from loaders.sources.conversion import Cells
from loaders.sources.performance_gov.indicators import Indicator, joint_goals
from loaders.sources.performance_gov.records import KINDS, Goal

PROMISED = "APG"
"""The kind of goals that are promised for the plan year, and so stand in an agreement."""

STATUSES: Mapping[str, tuple[str, str]] = {
    "On Track": ("on track", ""),
    "Ahead": ("on track", "Reported as ahead."),
    "Delayed": ("delayed", ""),
    "Blocked": ("blocked", ""),
    "Unavailable": ("", "Reported without a status: unavailable."),
}
"""Status of the source → status of a report, and what is lost in it as a note."""


def plan_year_id(goals: Iterable[Goal]) -> str:
    """Say the id of the plan year from the fiscal years that goals run through, as FY2022-23."""
    starts, ends = _years(goals)
    first, last = starts.year + 1, ends.year
    return f"FY{first}" if first == last else f"FY{first}-{last % 100:02d}"


def _years(goals: Iterable[Goal]) -> tuple[date, date]:
    """First and last day that any goal runs; without any, those of the fiscal year of today."""
    every = list(goals)
    starts = [goal.starts for goal in every if goal.starts]
    ends = [goal.due for goal in every if goal.due]
    if starts and ends:
        return min(starts), max(ends)
    year = date.today().year  # noqa: DTZ011 - a day for people
    return date(year - 1, 10, 1), date(year, 9, 30)


def sheets(goals: Sequence[Goal], indicators: Sequence[Indicator]) -> dict[str, list[Cells]]:
    """Make the rows of every sheet; facts in the order of their days."""
    year = plan_year_id(goals)
    starts, ends = _years(goals)
    return {
        "plan": [
            {
                "id": year,
                "title": f"Agency Priority Goals, fiscal years {year[2:]}",
                "starts": starts.isoformat(),
                "ends": ends.isoformat(),
            }
        ],
        "agencies": _agencies(goals),
        "posts": [
            {"id": _post(goal), "title": f"Goal leader of {goal.id}", "agency": goal.agency}
            for goal in goals
            if goal.leaders
        ],
        "officials": _officials(goals),
        "tenures": [{"post": _post(goal), "official": leader.id} for goal in goals for leader in goal.leaders],
        "agreements": _agreements(goals, year),
        "targets": [*(_goal_row(goal, year) for goal in goals), *_indicator_rows(goals, indicators)],
        "progress": sorted([*_statuses(goals), *_reports(indicators)], key=lambda row: row["as_of"]),
    }


def _agencies(goals: Iterable[Goal]) -> list[Cells]:
    names = {goal.agency: goal.agency_name for goal in goals}
    return [{"id": each, "name": names[each], "kind": "federal organisation"} for each in sorted(names)]


def _officials(goals: Iterable[Goal]) -> list[Cells]:
    names = {leader.id: leader.name for goal in goals for leader in goal.leaders}
    return [{"id": each, "name": name} for each, name in names.items()]


def _agreements(goals: Iterable[Goal], year: str) -> list[Cells]:
    names = {goal.agency: goal.agency_name for goal in goals if goal.kind == PROMISED}
    return [
        {
            "id": _agreement(agency, year),
            "kind": PROMISED,
            "agency": agency,
            "title": f"Agency Priority Goals of {names[agency]}, {year}",
        }
        for agency in sorted(names)
    ]


def _agreement(agency: str, year: str) -> str:
    return f"{PROMISED}-{agency}-{year}"


def _post(goal: Goal) -> str:
    return f"{goal.id}-leader"


def _goal_row(goal: Goal, year: str) -> Cells:
    return {
        "id": goal.id,
        "agency": goal.agency,
        "title": goal.name,
        "measure": "cascade",
        "agreement": _agreement(goal.agency, year) if goal.kind == PROMISED else "",
        "post": _post(goal) if goal.leaders else "",
        "objective": KINDS.get(goal.kind, goal.kind),
        "planned_start": _iso(goal.starts),
        "planned_finish": _iso(goal.due),
    }


def _indicator_rows(goals: Iterable[Goal], indicators: Iterable[Indicator]) -> Iterable[Cells]:
    by_id = {goal.id: goal for goal in goals}
    copies = joint_goals(by_id.values())
    for each in indicators:
        goal = by_id[each.goal]
        yield {
            "id": each.id,
            "agency": goal.agency,
            "title": each.title,
            "measure": "quantity",
            "objective": each.promise if each.promise != each.title else goal.name,
            "planned_start": _iso(goal.starts),
            "planned_finish": _iso(goal.due),
            "target": each.promised,
            "better": each.better,
            "baseline": "" if each.is_kept and not each.doubt else each.start,
            "supports": ";".join(copies[each.goal]),
        }


def _statuses(goals: Iterable[Goal]) -> Iterable[Cells]:
    for goal in goals:
        if goal.reported and goal.status in STATUSES:
            status, note = STATUSES[goal.status]
            yield {
                "deliverable": goal.id,
                "as_of": goal.reported.isoformat(),
                "status": status,
                "note": note,
                "evidence": goal.address,
            }


def _reports(indicators: Iterable[Indicator]) -> Iterable[Cells]:
    for each in indicators:
        for reading in each.readings:
            yield {
                "deliverable": each.id,
                "as_of": reading.day.isoformat(),
                "achieved": reading.value,
                "note": "" if reading.value else "Reported without a number.",
            }


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
