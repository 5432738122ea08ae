"""One agency: its bridge and its targets add up, exactly and as shown; what each side owes the other."""

from datetime import date

import pytest
from engine import VECTORS, loaded
from terminal import run, run_json

from graph_schema.answers.agency.agency import agency
from graph_schema.answers.agency.listed import listed
from graph_schema.answers.scorecard import scorecard
from graph_schema.assess import assess
from graph_schema.graph import Graph
from graph_schema.question_errors import UnknownAgencyError
from loaders.sample import AS_OF, PLAN_YEARS, PLANS


@pytest.fixture(scope="module")
def road(open_once: Graph) -> Graph:
    """The worked case of a road and its money, at the end of its year."""
    loaded(open_once, VECTORS / "road-and-money")
    assess(open_once, date(2027, 6, 30))
    return open_once


def test_the_bridge_of_the_worked_case(road: Graph) -> None:
    found = agency(road, "ROAD")
    assert found.bridge
    assert found.headline == "Road department: official 92.0, adjusted 92.3."
    assert "It lost 8 points: 3.5 began there, 4.5 in other agencies, most in the Budget department (3)." in found.text
    moved = {b.agency.id: (b.from_it_shown, b.to_it_shown) for b in found.bridge.others}
    assert moved == {"DNB": (3.0, 1.5), "ENV": (1.5, 0.0), "AGRI": (0.0, 2.7)}


def test_what_it_needs_and_who_needs_it(road: Graph) -> None:
    found = agency(road, "ROAD")
    held = {each.thing: each.days for each in found.needs.rows}
    assert held["M1"] == pytest.approx(17.5, abs=1e-9)
    assert held["A"] == pytest.approx(7.5, abs=1e-9)
    assert found.needs.late == sum(days > 0 for days in held.values())
    mine = {each.thing: {party.id for party in each.parties} for each in found.needed.rows}
    assert mine["B"] == {"AGRI"}
    assert {party.id for each in found.needs.rows for party in each.parties}.isdisjoint({"ROAD"})


@pytest.fixture(scope="module")
def sample(open_once: Graph) -> Graph:
    """The sample country."""
    loaded(open_once, PLANS)
    assess(open_once, date.fromisoformat(AS_OF))
    return open_once


def test_every_bridge_and_every_list_of_targets_adds_up(sample: Graph) -> None:
    bridges, year = 0, PLAN_YEARS[-1]
    for each in listed(sample, year):
        found = agency(sample, each.agency.id, year)
        assert (found.bound is not None) == each.agreement
        if not found.bridge or not found.score:
            continue
        bridges += 1
        b = found.bridge
        assert b.official + b.from_others - b.to_others == pytest.approx(b.adjusted, abs=1e-9)
        assert b.own + b.from_others == pytest.approx(100 - b.official, abs=1e-9)
        shown = sum(o.from_it_shown for o in b.others), sum(o.to_it_shown for o in b.others)
        assert b.official_shown + shown[0] - shown[1] == pytest.approx(b.adjusted_shown, abs=1e-9)
        assert sum(t.loss for t in found.targets) == pytest.approx(100 - b.official, abs=1e-9)
        assert sum(t.loss_shown for t in found.targets) == pytest.approx(100 - b.official_shown, abs=1e-9)
        assert sum(t.weight for t in found.targets) == pytest.approx(100, abs=1e-9)
    assert bridges > 20


def test_its_score_is_that_of_the_scorecard(sample: Graph) -> None:
    card = {row.agency.id: row for row in scorecard(sample, PLAN_YEARS[-1], 2).rows}
    assert agency(sample, "ROADS").score == card["ROADS"]


def test_an_agency_without_an_agreement_and_one_outside_say_so(sample: Graph) -> None:
    bare, court = agency(sample, "LAMPOIL"), agency(sample, "COURT")
    assert (bare.bridge, bare.targets) == (None, ())
    assert bare.headline == "Lamp Oil Supply Division: no agreement binds it."
    assert court.headline == "High Court: outside the government."
    assert court.tier == 0


def test_an_agency_of_a_day_before_the_year_has_no_score(sample: Graph) -> None:
    assess(sample, date(2027, 7, 1))
    try:
        found = agency(sample, "ROADS", PLAN_YEARS[-1])
        assert found.bridge is None
        assert found.headline == "Department of Roads: nothing of its agreement is due yet."
    finally:
        assess(sample, date.fromisoformat(AS_OF))


def test_an_unknown_agency_is_told_with_the_nearest(sample: Graph) -> None:
    with pytest.raises(UnknownAgencyError, match="ROADZ"):
        agency(sample, "ROADZ")


def test_the_command_prints_and_gives_json(sample: Graph) -> None:
    assert sample
    shown = run("agency", "ROADS").stdout
    assert "Department of Roads: official 83.6" in shown
    assert "What it needs from others" in shown
    assert run_json("agency", "ROADS")["bridge"]["official"] == pytest.approx(83.6)
