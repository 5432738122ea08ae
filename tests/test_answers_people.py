"""Posts, officials, charged points by holder, recognition and walks: on every worked case, and on random plans."""

import json
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
from attribution import reference
from attribution.holders import charged_by_holder
from attribution.posts import official_scores, post_scores
from attribution.questions import pair
from attribution.random_people import add_people
from attribution.random_plans import write_plan
from engine import VECTORS, differences, loaded, worked_cases

from graph_schema.answers.frames import to_json
from graph_schema.answers.people.officials import officials
from graph_schema.answers.people.posts import posts
from graph_schema.answers.people.questions import people_questions
from graph_schema.answers.people.recognition import recognition
from graph_schema.answers.report import report
from graph_schema.answers.walk import walk
from graph_schema.assess import assess
from graph_schema.graph import Graph

CASES = [
    pytest.param((folder, answers.stem), id=f"{folder.name}-{answers.stem}")
    for folder in worked_cases()
    for answers in sorted((folder / "questions").glob("*.json"))
]
SEEDS = [*range(8), *(pytest.param(seed, marks=pytest.mark.long) for seed in range(8, 60))]
Case = tuple[Graph, str, dict[str, Any], dict[str, Any]]


def test_cases_with_people_revisions_and_rulings_are_among_them() -> None:
    assert {folder.name for folder in worked_cases()} >= {"people", "revised", "ruled", "random-7", "random-8"}


@pytest.fixture(params=CASES, scope="module")
def case(request: pytest.FixtureRequest, open_once: Graph) -> Case:
    """A worked case in the graph, assessed on its day: its plan year, expected report and questions."""
    folder, stem = request.param
    expected = json.loads((folder / "expected" / f"{stem}.json").read_text(encoding="utf-8"))
    asked = json.loads((folder / "questions" / f"{stem}.json").read_text(encoding="utf-8"))
    loaded(open_once, folder)
    assess(open_once, date.fromisoformat(expected["as_of"]))
    return open_once, expected["plan_year"], expected, asked


def test_people_are_those_of_the_answer_file(case: Case) -> None:
    graph, year, _, asked = case
    found = people_questions(graph, year)
    assert list(differences({key: asked[key] for key in found}, found)) == []


def test_rows_of_people_sum_to_what_was_lost(case: Case) -> None:
    graph, year, _, asked = case
    lost = {int(tier): sum(sum(row.values()) for row in cells.values()) for tier, cells in asked["matrix"].items()}
    named = officials(graph, year, persons=True)
    for sums in ("caused", "bore"):
        found = dict.fromkeys(lost, 0.0)
        for row in named.rows:
            for part in getattr(row, sums):
                found[part.tier] += part.points
        assert list(differences(lost, found)) == []
    scored = {r.official_id: r.official for r in named.rows if r.standing == "official"}
    assert list(differences({k: v["official"] for k, v in asked["officials"].items()}, scored)) == []
    found_posts = posts(graph, year)
    assert {r.post: r.vacant_days for r in found_posts.rows} == {k: v["vacant_days"] for k, v in asked["posts"].items()}
    assert all((r.official is None) == bool(r.why) for r in found_posts.rows)
    unnamed = officials(graph, year)
    assert all(not row.official_id and not row.name for row in unnamed.rows)
    json.dumps(to_json((named, found_posts, unnamed)))


def test_differences_are_explained_by_what_moved_between_agencies(case: Case) -> None:
    graph, year, _, asked = case
    found = recognition(graph, year)
    json.dumps(to_json(found))
    for each in (*found.looks_bad, *found.looks_good):
        assert each.change == pytest.approx(asked["posts"][each.post]["adjusted"] - each.official, abs=1e-9)
        assert each.from_others - each.to_others == pytest.approx(each.change, abs=1e-9)
        assert abs(each.change) >= found.margin
    listed = {each.post for each in (*found.looks_bad, *found.looks_good)}
    ranked = {row.post: row for group in found.groups for row in group.rows}
    assert listed == {post for post, row in ranked.items() if abs(row.change) >= found.margin}
    for group in found.groups:
        for quota in group.quotas:
            for given in ([r.rating for r in group.rows], [r.rating_adjusted for r in group.rows]):
                assert given.count(quota.rating) <= quota.places


def test_walks_down_and_sums_up_agree_at_every_tier(case: Case) -> None:
    graph, year, expected, asked = case
    for tier, facts in expected["tiers"].items():
        for agency in sorted(facts["official"])[:3]:
            found = walk(graph, agency, year)
            cells = asked["matrix"][tier].get(agency, {})
            assert found.points == pytest.approx(sum(cells.values()), abs=1e-9)
            assert found.rolled_up == pytest.approx(0, abs=1e-9)
            own = next((t for t in found.tiers if t.tier == int(tier)), None)
            began = {p.agency.id: p.points for p in own.parts if p.points > 1e-12} if own else {}
            if found.points:
                assert list(differences(cells, began)) == []
            for each in found.tiers:
                assert sum(p.points for p in each.parts) == pytest.approx(found.points, abs=1e-9)
            first = {s.thing: s for s in found.steps if not s.again}
            assert sum(s.began for s in first.values()) == pytest.approx(found.points, abs=1e-9)
            for step in found.steps:
                below = [s for s in found.steps if s.above == step.thing]
                if not step.again and below:
                    carried = sum(s.points for s in found.steps if s.thing == step.thing)
                    assert carried == pytest.approx(step.began + sum(s.points for s in below), abs=1e-9)


@pytest.mark.parametrize("seed", SEEDS)
def test_random_people_agree_with_the_reference(graph: Graph, seed: int, tmp_path: Path) -> None:
    written = write_plan(seed, tmp_path, 60)
    add_people(Random(f"people {seed}"), tmp_path, written.plan_years)
    years = reference.load_plan(tmp_path)
    loaded(graph, tmp_path)
    for as_of in written.as_of[1:]:
        assess(graph, date.fromisoformat(as_of))
        known = reference.assess(years, as_of)
        for year in written.plan_years:
            asked = people_of(known, year)
            found = people_questions(graph, year)
            assert list(differences(asked, found)) == []
            for tier, facts in report(graph, year)["tiers"].items():
                charged = sum(facts["charged_points"].values())
                assert sum(found["charged_by_holder"][tier].values()) == pytest.approx(charged, abs=1e-9)


def people_of(known: reference.Assessment, plan_year: str) -> dict[str, Any]:
    """What the reference says of posts, officials and holders, in the form of the answer files."""
    year = known.years.year(plan_year)
    scored = post_scores(year, known)
    return {
        "posts": {k: {"mode": s.mode, **pair(s.scores), "vacant_days": s.vacant_days} for k, s in scored.items()},
        "officials": {k: {**pair(s.scores), "days": s.days} for k, s in official_scores(year, known).items()},
        "charged_by_holder": {
            str(tier): reference.floats(charged_by_holder(year, tier, known)) for tier in reference.tiers(year, known)
        },
    }


def test_the_road_of_the_people_case_in_rows(graph: Graph) -> None:
    """Delays of ROAD are of three holders: money and site late, then its own days."""
    loaded(graph, VECTORS / "people")
    assess(graph, date(2027, 6, 30))
    rows = {r.post: r for r in posts(graph).rows}
    assert (rows["ROADS-SIGN"].mode, rows["ROADS-SIGN"].targets) == ("activity", ("SIGNS",))
    assert (rows["CAMP-CLERK"].mode, rows["CAMP-CLERK"].scored_by) == ("unit", "ROADS")
    assert rows["FIN-SEC"].why == "no agreement, and none above"
    assert rows["ROADS-DG"].vacant_days == 2
    found = recognition(graph)
    assert [d.post for d in found.looks_bad] == ["ROADS-ENG", "ROADS-DG", "WORKS-SEC"]
    assert [(d.post, d.by_it[0].thing) for d in found.looks_good] == [("BUDGET-DIR", "MONEY")]
    steps = walk(graph, "VALLEY").steps
    assert [(s.thing, s.depth, s.how, s.post) for s in steps[:3]] == [
        ("VALLEY", 0, "", "WORKS-SEC"),
        ("ROAD", 1, "supports", "ROADS-ENG"),
        ("MONEY", 2, "held up", "BUDGET-DIR"),
    ]
    assert {g.id for g in walk(graph, "WORKS").gaps} == {"CAMP", "LAMPS", "SIGNS"}
