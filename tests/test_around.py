"""What stands around things and agencies, what a filter leaves of it, and the shortest way from one to another."""

from datetime import date
from pathlib import Path

import pytest

from graph_schema import policy
from graph_schema.answers.around.around import surroundings
from graph_schema.answers.around.filtering import filtered
from graph_schema.answers.around.rows import Asked, Filter, Key, Kind, Surroundings
from graph_schema.answers.around.way import shortest_way
from graph_schema.assess import assess
from graph_schema.graph import Graph
from graph_schema.question_errors import UnknownAgencyError, UnknownDeliverableError
from loaders.load import load

YEAR = "2026-27"


def key(name: str, kind: Kind = "thing") -> Key:
    return Key(kind, name)


def opened(graph: Graph, *names: Key, start: Key | None = None, kept: tuple[Key, ...] = ()) -> Surroundings:
    return surroundings(graph, Asked(YEAR, 1, (start,) if start else (), names, kept))


def ids(found: Surroundings) -> set[str]:
    return {node.key.id for node in found.nodes}


def test_a_map_begins_with_agencies_and_what_travels_between_them(road: Graph) -> None:
    found = opened(road)
    flows = {(e.cause.id, e.affected.id): e.points for e in found.edges if e.relation == "flow"}
    assert ids(found) == {"ROAD", "DNB", "ENV", "AGRI"}
    assert flows["DNB", "AGRI"] == pytest.approx(2.2)
    assert all(cause != affected for cause, affected in flows)
    assert "lost most to another" in found.text


def test_opening_a_deliverable_brings_what_it_needs_what_needs_it_and_what_it_belongs_to(road: Graph) -> None:
    found = opened(road, key("B"), start=key("B"))
    assert ids(found) == {"B", "A", "M1", "M2", "C", "ROAD", "APA-ROAD"}
    days = {(e.cause.id, e.affected.id): e.days for e in found.edges if e.relation == "needs"}
    assert days == {("A", "B"): 7.5, ("M1", "B"): 17.5, ("M2", "B"): 0.0, ("B", "C"): 30.0}
    states = {node.key.id: node.state for node in found.nodes}
    assert (states["B"], states["M2"], states["ROAD"]) == ("late", "late", "")


def test_what_was_opened_within_something_closed_is_not_there(road: Graph) -> None:
    assert "R" in ids(opened(road, key("B"), key("M1"), start=key("B")))
    assert ids(opened(road, key("M1"), start=key("B"))) == {"B"}
    assert ids(opened(road, start=key("B"), kept=(key("R"),))) == {"B", "R"}


def test_the_rest_is_a_number_until_it_is_opened_again(graph: Graph, tmp_path: Path) -> None:
    many = 3 * policy.MAP_NEXT - 2
    (tmp_path / "plan.csv").write_text(f"id,title,starts,ends\n{YEAR},Plan,2026-07-01,2027-06-30\n")
    (tmp_path / "agencies.csv").write_text("id,name,kind,part_of\nX,Works,department,\n")
    rows = "".join(f"M{i},X,approval,Approval {i},2026-08-01\n" for i in range(many - 1))
    (tmp_path / "targets.csv").write_text("id,agency,title,measure,planned_finish\nT,X,Target,date,2026-09-01\n")
    (tmp_path / "milestones.csv").write_text(f"id,agency,kind,title,planned_finish\n{rows}")
    assert not load(graph, [tmp_path]).refused
    assess(graph, date(2026, 12, 31))
    agency = key("X", "agency")
    for times in (1, 2, 3):
        found = opened(graph, *[agency] * times, start=agency)
        (group,) = found.groups
        assert (len(group.shown), group.of) == (min(many, times * policy.MAP_NEXT), many)
        assert len(found.nodes) == 1 + len(group.shown)
        assert group.left_out == many - len(group.shown)


def test_round_trips_do_not_grow_with_the_map(road: Graph) -> None:
    road.round_trips = 0
    opened(road, key("B"), start=key("B"))
    few = road.round_trips
    opened(road, key("B"), key("M1"), key("DNB", "agency"), key("APA-ROAD", "agreement"), start=key("B"))
    assert road.round_trips == 2 * few
    assert few <= 9


def test_an_unknown_start_is_said_with_the_nearest(road: Graph) -> None:
    with pytest.raises(UnknownDeliverableError, match="ROAD-REST"):
        opened(road, start=key("ROAD-RESTT"))
    with pytest.raises(UnknownAgencyError):
        opened(road, start=key("ROADZ", "agency"))
    assert ids(opened(road, key("NOTHING"), start=key("B"), kept=(key("GONE"),))) == {"B"}


@pytest.mark.parametrize(
    ("by", "left"),
    [
        (Filter(), {"B", "A", "M1", "M2", "C", "ROAD", "APA-ROAD"}),
        (Filter(without=("needs",)), {"B", "ROAD", "APA-ROAD"}),
        (Filter(without=("belongs", "agreement")), {"B", "A", "M1", "M2", "C"}),
        (Filter(agency="DNB"), {"B", "M1", "M2"}),
        (Filter(states=("in time",)), {"B", "ROAD", "APA-ROAD"}),
        (Filter(since=date(2027, 4, 1)), {"B", "C", "ROAD", "APA-ROAD"}),
        (Filter(until=date(2026, 8, 31)), {"B", "A", "M1", "ROAD", "APA-ROAD"}),
        (Filter(since=date(2026, 9, 1), until=date(2026, 9, 5)), {"B", "A", "M1", "ROAD", "APA-ROAD"}),
    ],
)
def test_a_filter_leaves_what_passes_and_the_start(road: Graph, by: Filter, left: set[str]) -> None:
    nodes, edges = filtered(opened(road, key("B"), start=key("B")), by)
    assert {node.key.id for node in nodes} == left
    assert all({e.cause.id, e.affected.id} <= left and e.relation not in by.without for e in edges)


def test_hidden_things_go_and_pinned_ones_stay(road: Graph) -> None:
    found = opened(road, key("B"), start=key("B"))
    nodes, edges = filtered(found, Filter(agency="ENV"), kept=[key("C")], hidden=[key("B")])
    assert {node.key.id for node in nodes} == {"A", "C"}
    assert edges == ()


def test_the_shortest_way_is_the_one_that_lateness_took(road: Graph) -> None:
    way = shortest_way(road, "R", "C")
    assert [stop.id for stop in way.stops] == ["R", "M1", "B", "C"]
    assert way.travelled
    assert not way.back
    assert way.text == "“Request for the first tranche” affected “Farm market open” over 3 steps."


def test_a_way_is_found_backwards_between_agencies_and_where_nothing_travelled(road: Graph) -> None:
    back = shortest_way(road, "C", "R")
    assert back.back
    assert [stop.id for stop in back.stops] == ["R", "M1", "B", "C"]
    agencies = shortest_way(road, key("ENV", "agency"), key("AGRI", "agency"))
    assert [stop.id for stop in agencies.stops] == ["ENV", "A", "B", "C", "AGRI"]
    could = shortest_way(road, "M2", "B")
    assert (could.travelled, could.text) == (
        False,
        "“Second tranche” could affect, and did not, “Road to the valley open” directly.",
    )
    none = shortest_way(road, "A", "M1")
    assert none.stops == ()
    assert "cannot affect each other" in none.text
    with pytest.raises(UnknownDeliverableError):
        shortest_way(road, "A", "NOWHERE")
