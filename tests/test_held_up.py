"""What something held up, against the answer files, the report and the matrix; and in words."""

import json
from collections import defaultdict
from datetime import date

import pytest
from engine import VECTORS, loaded

from graph_schema.answers.frames import to_frame, to_json
from graph_schema.answers.held_up import held_up
from graph_schema.answers.report import report
from graph_schema.assess import assess
from graph_schema.graph import Graph
from graph_schema.question_errors import NotAssessedError, UnknownDeliverableError

CASES = ["corners", "ladder", "road-and-money", "short-money", "three-tiers", "tranches", "two-years", "random-3"]


@pytest.mark.parametrize("name", CASES)
def test_days_are_those_of_the_questions_and_points_those_of_the_report(graph: Graph, name: str) -> None:
    """Each deliverable alone: days through and begun; points that began there are the points charged to it."""
    loaded(graph, VECTORS / name)
    for file in sorted((VECTORS / name / "questions").glob("*.json")):
        day, _, year = file.stem.partition(".")
        wanted = json.loads(file.read_text(encoding="utf-8"))["held_up"]
        assess(graph, date.fromisoformat(day))
        told = report(graph, year or None)
        for deliverable in told["deliverables"]:
            found = held_up(graph, deliverable)
            rows = {r.thing: r for r in found.things if r.through > 0 and r.thing in told["deliverables"]}
            expected = wanted.get(deliverable, {})
            assert {k: r.through for k, r in rows.items()} == pytest.approx(
                {k: v["through"] for k, v in expected.items()}, abs=1e-9
            )
            assert {k: r.began for k, r in rows.items()} == pytest.approx(
                {k: v["began"] for k, v in expected.items()}, abs=1e-9
            )
            tiers = {str(t.tier): t for t in found.tiers if t.plan_year == told["plan_year"]}
            for tier, facts in told["tiers"].items():
                charged = facts["charged_by_deliverable"].get(deliverable, 0.0)
                assert (tiers[tier].began if tier in tiers else 0.0) == pytest.approx(charged, abs=1e-9)
            assert sum(a.through for a in found.agencies) == pytest.approx(sum(r.through for r in found.things))
            assert sum(a.through_shown for a in found.agencies) == pytest.approx(
                sum(r.through_shown for r in found.things), abs=1e-6
            )
            json.dumps(to_json(found))


@pytest.mark.parametrize("name", ["three-tiers", "random-3", "road-and-money"])
def test_an_agency_held_up_what_began_in_it(graph: Graph, name: str) -> None:
    """The points that began under an agency are its row of the report; no day of others comes through it twice."""
    loaded(graph, VECTORS / name)
    assess(graph, date(2027, 6, 30))
    told = report(graph)
    began: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for tier, facts in told["tiers"].items():
        for row in facts["official"].keys() & facts["charged_points"].keys():  # agencies of the tier itself
            began[row][tier] = facts["charged_points"][row]
    assert began
    for agency, points in began.items():
        found = held_up(graph, agency)
        under = {str(t.tier): t.began for t in found.tiers}
        assert {tier: under.get(tier, 0.0) for tier in points} == pytest.approx(points, abs=1e-9)
        assert all(r.began <= r.through + 1e-9 <= r.delay_days + 2e-9 for r in found.things)
        assert all(t.own <= t.passed + 1e-9 for t in found.tiers)


def test_it_is_said_in_words(graph: Graph) -> None:
    """road-and-money: the release M1 was 40 days late, six of them because its request R came late."""
    loaded(graph, VECTORS / "road-and-money")
    assess(graph, date(2027, 6, 30))
    assert held_up(graph, "M1").text == "First tranche held up 3 targets for 70.6 days, 60 of them began here."
    assert held_up(graph, "C").text.endswith("held up nothing: what needs it is not later for it.")
    assert held_up(graph, "ENV-REST").text.endswith("held up nothing: nothing of it is late.")
    made = held_up(graph, "DNB")
    assert made.title == "Budget department"
    assert {r.thing for r in made.things} == {"B", "C"}
    assert len(to_frame(made.things)) == 2
    assert [r.rank for r in made.ranks] == sorted(r.rank for r in made.ranks)


def test_what_nobody_knows_names_what_is_near(graph: Graph) -> None:
    with pytest.raises(NotAssessedError):
        held_up(graph, "M1")
    loaded(graph, VECTORS / "road-and-money")
    with pytest.raises(NotAssessedError):
        held_up(graph, "M1")
    assess(graph, date(2027, 6, 30))
    with pytest.raises(UnknownDeliverableError, match="DNB"):
        held_up(graph, "DNBB")


def test_a_constant_number_of_statements(graph: Graph) -> None:
    loaded(graph, VECTORS / "ladder")
    assess(graph, date(2027, 6, 30))
    first = min(report(graph)["deliverables"])
    graph.round_trips = 0
    held_up(graph, first)
    assert graph.round_trips == 6


def test_a_cause_outside_that_a_ruling_names_held_up_things_as_well(graph: Graph) -> None:
    """ruled: the flood took days of the road's opening, and with it of the market's; nothing is passed on from it."""
    loaded(graph, VECTORS / "ruled")
    assess(graph, date(2027, 6, 30))
    found = held_up(graph, "FLOOD")
    assert {r.thing: (r.through, r.began) for r in found.things if r.through} == {
        "OPEN": (7.5, 7.5),
        "MARKET": (7.5, 7.5),
    }
    assert found.text == "Flood held up 2 targets for 15 days, all of them began here."
    assert {t.tier: t.began for t in found.tiers} == pytest.approx({1: 7.5, 2: 14}, abs=1e-9)
