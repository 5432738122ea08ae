"""Whatever was loaded before: after corrections the graph says what a graph says that was filled with them alone.

Random plans are corrected again and again, with assessments in between; then everything in the graph (inputs,
what loads prepare, what assessments find) is held to that of a graph that never knew the earlier plans.
"""

from datetime import date
from pathlib import Path

import pytest
from attribution.random_plans import write_plan
from changes.corrected import corrected
from graph_contents import apart, plan_and_assessment

from graph_schema.assess import assess
from graph_schema.graph import Graph
from loaders.load import load

SEEDS = [*range(12), *(pytest.param(seed, marks=pytest.mark.long) for seed in range(12, 120))]
_EMPTY = "CYPHER 25 MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 20000 ROWS"


def taken(graph: Graph, folder: Path) -> None:
    outcome = load(graph, [folder], allow_removals=True)
    assert not outcome.refused, [str(each) for each in outcome.problems if each.severity == "problem"]


@pytest.mark.parametrize("seed", SEEDS)
def test_corrections_leave_no_trace_but_their_own(graph: Graph, seed: int, tmp_path: Path) -> None:
    plan = write_plan(seed, tmp_path / "plan", 40)
    first, second, third = (date.fromisoformat(day) for day in plan.as_of)
    taken(graph, plan.folder)
    assess(graph, third)
    over, anew, once = corrected(plan.folder, tmp_path / "one", f"{seed} one", 12)
    taken(graph, over)
    assess(graph, first)
    over, anew, twice = corrected(anew, tmp_path / "two", f"{seed} two", 12)
    taken(graph, over)
    assess(graph, second)
    found = plan_and_assessment(graph)
    graph.write_alone(_EMPTY)
    taken(graph, anew)
    assess(graph, second)
    assert apart(plan_and_assessment(graph), found) == [], (once, twice)
