"""Plans that change: revisions, rulings, hand-overs, agencies that move or split between years, owners outside.

The engine is held to plain Python in exact fractions, and its sums to each other.
"""

import shutil
from collections import Counter
from collections.abc import Generator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attribution import questions, reference
from attribution.mutations import shuffle_rows
from attribution.plan import Years
from attribution.properties import broken_sums, near
from attribution.random_changes import write_changed_plan
from attribution.random_plans import RandomPlan, size_of
from engine import differences, loaded

from graph_schema.answers.people.officials import officials
from graph_schema.answers.questions import report_questions
from graph_schema.answers.report import report
from graph_schema.answers.scorecard import scorecard
from graph_schema.answers.what_if import what_if
from graph_schema.assess import assess
from graph_schema.graph import Graph
from loaders.load import load

SEEDS = [*range(20), *(pytest.param(seed, marks=pytest.mark.long) for seed in range(20, 200))]
FEWER = [*range(2), *(pytest.param(seed, marks=pytest.mark.long) for seed in range(2, 30))]
SMALL, LARGE = 30, 80
CHARGES = """CYPHER 25
MATCH (d)-[c:$($kind)]->(g:Agreement {plan_year: $year})
RETURN d.id AS id, g.tier AS tier, g.agency AS bearer, c.points AS points"""


@dataclass(frozen=True)
class Plan:
    """A plan in the graph, and what plain Python read of it."""

    graph: Graph
    written: RandomPlan
    years: Years


@dataclass(frozen=True)
class Day:
    """The same, assessed as of a day: the report and the questions of each plan year, as the product answers them."""

    plan: Plan
    as_of: str
    told: dict[str, dict[str, Any]]
    asked: dict[str, dict[str, Any]]

    @property
    def graph(self) -> Graph:
        """The graph."""
        return self.plan.graph

    def charges(self, kind: str, year: str) -> list[dict[str, Any]]:
        """What is charged in a plan year: by deliverable, tier and bearer."""
        return self.graph.rows(CHARGES, kind=kind, year=year)


def write(seed: int, folder: Path) -> RandomPlan:
    """Write the plan of a seed; those of everyday are small."""
    return write_changed_plan(seed, folder, SMALL if seed < 20 else min(size_of(seed), LARGE))


def told(graph: Graph, written: RandomPlan, as_of: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """All that is told as of a day: reports and questions, by plan year."""
    assess(graph, date.fromisoformat(as_of))
    years = written.plan_years
    return {year: report(graph, year) for year in years}, {year: report_questions(graph, year) for year in years}


@pytest.fixture(params=SEEDS, scope="module")
def plan(request: pytest.FixtureRequest, open_once: Graph, tmp_path_factory: pytest.TempPathFactory) -> Generator[Plan]:
    folder = tmp_path_factory.mktemp("changed")
    written = write(request.param, folder)
    loaded(open_once, folder)
    yield Plan(open_once, written, reference.load_plan(folder))
    shutil.rmtree(folder)


@pytest.fixture(params=[0, 1, 2], scope="module")
def day(request: pytest.FixtureRequest, plan: Plan) -> Day:
    as_of = plan.written.as_of[request.param]
    return Day(plan, as_of, *told(plan.graph, plan.written, as_of))


def test_reports_agree_with_the_reference(day: Day) -> None:
    for year, found in day.told.items():
        assert list(differences(reference.report(day.plan.years, day.as_of, year), found)) == []


def test_questions_agree_with_the_reference(day: Day) -> None:
    for year, found in day.asked.items():
        assert list(differences(questions.questions(day.plan.years, day.as_of, year), found)) == []


def test_rows_and_columns_of_the_matrix_are_losses_and_charges(day: Day) -> None:
    """And those of the scorecard; each tier's charges are its losses, all of them explained."""
    for year, found in day.told.items():
        assert broken_sums(day.plan.years, found) == []
        assert day.asked[year]["matrix"].keys() == found["tiers"].keys()
        for tier, cells in day.asked[year]["matrix"].items():
            columns: Counter[str] = Counter()
            for row in cells.values():
                columns.update(row)
            card = scorecard(day.graph, year, int(tier))
            assert list(differences(found["tiers"][tier]["charged_points"], dict(columns))) == []
            lost = {row.agency.id: row.lost for row in card.rows if row.lost}
            assert list(differences(lost, {bearer: sum(row.values()) for bearer, row in cells.items()})) == []
            began = {row.agency.id: row.began for row in card.rows if row.began}
            assert list(differences(dict(columns), began)) == []


def test_what_each_holder_caused_and_bore_sums_to_what_was_lost(day: Day) -> None:
    for year, found in day.asked.items():
        rows = officials(day.graph, year, persons=True).rows
        for tier, cells in found["matrix"].items():
            lost = sum(sum(row.values()) for row in cells.values())
            assert near(sum(found["charged_by_holder"][tier].values()), lost)
            for sums in ("caused", "bore"):
                parts = [part.points for row in rows for part in getattr(row, sums) if part.tier == int(tier)]
                assert near(sum(parts), lost)


def test_charges_conserve_against_the_first_promise_and_without_rulings(day: Day) -> None:
    """By bearer, each to its own losses; and they are those of the reference, thing by thing."""
    differs = day.graph.rows("revise/found", today=0)[0]
    views = [("CHARGED", reference.IN_FORCE)]
    views += [("CHARGED_FIRST", reference.FIRST_PROMISE)] if differs["revised"] else []
    views += [("CHARGED_UNRULED", reference.UNRULED)] if differs["ruled"] else []
    for kind, view in views:
        known = reference.assess(day.plan.years, day.as_of, view)
        for year in known.years.years:
            wanted: Counter[tuple[str, int, str]] = Counter()
            for tier, agreements in reference.tiers(year, known).items():
                for each in agreements:
                    charged = reference.floats(known.ways.charged(known.losses([each.agreement])))
                    assert near(sum(charged.values()), float((100 - each.official) * each.agreement.weight))
                    wanted.update({(thing, tier, each.agreement.agency): points for thing, points in charged.items()})
            rows = day.charges(kind, year.id)
            found = {(row["id"], row["tier"], row["bearer"]): row["points"] for row in rows if row["points"]}
            assert list(differences(dict(wanted), found)) == []


def test_nothing_supposed_is_the_stored_assessment_bit_for_bit(day: Day) -> None:
    """Of the latest plan year; rulings change no official score."""
    found = what_if(day.graph, {})
    scores = {(str(s.tier), s.agency): s.after for s in found.agencies}
    tiers = day.told[day.plan.written.plan_years[-1]]["tiers"]
    assert {str(t.tier): t.after for t in found.tiers} == {tier: facts["government"] for tier, facts in tiers.items()}
    assert scores == {
        (tier, agency): official
        for tier, facts in tiers.items()
        for agency, official in facts["official"].items()
        if facts["measured"][agency] > 0
    }
    assert found.things == ()


@pytest.mark.parametrize("seed", FEWER)
def test_neither_order_nor_parts_of_the_loads_change_a_bit(graph: Graph, seed: int, tmp_path: Path) -> None:
    """All at once; again; shuffled; revisions and rulings later, each alone, with assessments of other days between."""
    written = write(seed, tmp_path / "plan")
    days = written.as_of
    loaded(graph, written.folder)
    whole = [told(graph, written, as_of) for as_of in days]
    assert [told(graph, written, as_of) for as_of in reversed(days)] == whole[::-1]
    assert load(graph, [written.folder]).number == 0
    loaded(graph, shuffle_rows(written.folder, tmp_path / "shuffled", seed))
    assert [told(graph, written, as_of) for as_of in days] == whole
    bare = shutil.copytree(written.folder, tmp_path / "bare")
    later = [take_out(sheet, bare, tmp_path / sheet) for sheet in ("revisions", "disputes")]
    for order in (later, later[::-1]):
        loaded(graph, bare)
        for number, sheets in enumerate(order):
            told(graph, written, days[number])
            for folder in sheets:
                assert not load(graph, [folder]).refused
        assert [told(graph, written, as_of) for as_of in days] == whole


def take_out(sheet: str, plan: Path, into: Path) -> list[Path]:
    """Move a sheet of a plan to folders of its own, one for each plan year that has it."""
    folders: list[Path] = []
    for number, file in enumerate(sorted(plan.rglob(f"{sheet}.csv"))):
        folders.append(into / str(number))
        folders[-1].mkdir(parents=True)
        shutil.move(file, folders[-1] / file.name)
    return folders
