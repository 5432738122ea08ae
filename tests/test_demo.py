"""What a demonstration does to a graph: fills an empty one, finishes one that was interrupted, leaves others' plans."""

from datetime import date
from pathlib import Path

from engine import loaded

from graph_schema.answers.status import status
from graph_schema.graph import Graph
from loaders.cli.serving import _fill  # pyright: ignore[reportPrivateUsage]
from loaders.load import load
from loaders.sample import AS_OF, PLANS

OWN = Path(__file__).parent / "vectors" / "road-and-money"


def test_an_empty_graph_gets_the_sample_on_its_own_day(graph: Graph) -> None:
    _fill(graph)
    assert status(graph).as_of == date.fromisoformat(AS_OF)
    assert load(graph, [PLANS], dry_run=True).change.empty


def test_a_sample_that_was_loaded_and_not_assessed_is_assessed_on_its_own_day(graph: Graph) -> None:
    loaded(graph, PLANS)
    _fill(graph)
    assert status(graph).as_of == date.fromisoformat(AS_OF)


def test_plans_of_the_users_own_are_assessed_today_and_left_as_they_are(graph: Graph) -> None:
    loaded(graph, OWN)
    _fill(graph)
    assert status(graph).as_of == date.today()  # noqa: DTZ011 - the user's own day
    assert load(graph, [OWN], dry_run=True).change.empty
    assert [row["id"] for row in graph.rows("MATCH (y:PlanYear) RETURN y.id AS id")] == ["2026-27"]
