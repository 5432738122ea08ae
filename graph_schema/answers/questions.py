"""What an assessment is asked further, in the form of the answer files (questions.md 10)."""

from collections import defaultdict
from typing import Any

from graph_schema.answers.agencies import read_tier
from graph_schema.answers.other_rules import Ancestry
from graph_schema.answers.people.questions import people_questions
from graph_schema.answers.report import first_promise
from graph_schema.answers.snapshot import Snapshot, Thing, whole
from graph_schema.answers.status import plan_years, year_of
from graph_schema.answers.supposing import fixable, read_scores, supposed
from graph_schema.answers.tables import PlanYear
from graph_schema.answers.travel import Seed
from graph_schema.graph import Readable

Nested = dict[str, dict[str, dict[str, float]]]


def report_questions(graph: Readable, plan_year: str | None = None) -> dict[str, Any]:
    """Who affects whom, first promise, what it held up, people, what if, opinions, of a plan year (none: the latest).

    Exact floats; zeros are left out of maps of days and points. Raises NotAssessedError, UnknownPlanYearError.
    """
    snapshot = whole(graph)
    year = year_of(plan_years(graph), plan_year)
    affected = [snapshot.things[k] for k in snapshot.ranked(snapshot.things)]
    affected = [thing for thing in affected if thing.plan_year == year.id and thing.dated]
    return {
        **_matrices(graph, year),
        "first_promise": first_promise(graph, year, snapshot.status),
        "held_up": _held_up(snapshot, affected),
        **people_questions(graph, year.id),
        "on_time": _on_time(graph, snapshot, year),
        "second_opinions": _second_opinions(snapshot, affected),
    }


def _matrices(graph: Readable, year: PlanYear) -> dict[str, Nested]:
    points: Nested = {}
    days: Nested = {}
    for tier in year.tiers:
        points[str(tier)], days[str(tier)] = {}, {}
        for charge in read_tier(graph, year.id, tier).charges:
            for table, amount in ((points, charge.points), (days, charge.days)):
                if amount:
                    table[str(tier)].setdefault(charge.bearer, {})[charge.causer] = amount
    return {"matrix": points, "matrix_days": days}


def _held_up(snapshot: Snapshot, affected: list[Thing]) -> Nested:
    """For each cause and each late thing it reached: the days that came through it, and those that began there."""
    found: defaultdict[str, dict[str, dict[str, float]]] = defaultdict(dict)
    for thing in affected:
        if thing.delay_days > 0:
            went = snapshot.web.travel(Seed(thing.id, reached=thing.delay_days))
            for cause, days in went.through.items():
                if cause != thing.id and days > 0:
                    found[cause][thing.id] = {"through": days, "began": went.stayed.get(cause, 0.0)}
    return dict(found)


def _on_time(graph: Readable, snapshot: Snapshot, year: PlanYear) -> dict[str, Any]:
    scores = read_scores(graph, snapshot)
    stored = {tier: scores.government((year.id, tier), {}) for tier in year.tiers}
    here = {k for k, thing in snapshot.things.items() if thing.plan_year == year.id}
    found: dict[str, Any] = {}
    for thing in fixable(snapshot, snapshot.things):
        out = supposed(snapshot, scores, {thing: None})
        found[thing] = {
            "delay_days": {k: days for k, days in out.delays.items() if k in here},
            "shortfall": {k: units for k, units in out.shortfalls.items() if k in here},
            "government": {str(tier): out.government.get((year.id, tier), was) for tier, was in stored.items()},
        }
    return found


def _second_opinions(snapshot: Snapshot, affected: list[Thing]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for thing in affected:
        if thing.kind == "target" and thing.delay_days > 0:
            ancestry = Ancestry.of(snapshot, thing.id)
            rule = ancestry.rule()
            if len(rule) > 1:
                found[thing.id] = {
                    "but_for": ancestry.but_for(rule),
                    "driving": ancestry.driving(),
                    "proportional": ancestry.proportional(),
                    "shapley": ancestry.shapley(),
                }
    return found
