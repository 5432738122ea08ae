"""What the benchmarks compare is the same on both sides, and made anew from its seed."""

from pathlib import Path

import pytest

from benchmarks import bare, in_memory, statements
from benchmarks.plans import AS_OF, YEAR, write_plan
from graph_schema.assess import assess
from graph_schema.graph import Graph
from loaders.load import load
from loaders.read import read_plan


def test_the_same_seed_writes_the_same_plan(tmp_path: Path) -> None:
    rows = write_plan(tmp_path / "one", 400, seed=3)
    assert rows == write_plan(tmp_path / "two", 400, seed=3)
    for one in sorted((tmp_path / "one").iterdir()):
        assert one.read_bytes() == (tmp_path / "two" / one.name).read_bytes()
    assert rows["targets"] + rows["releases"] + rows["milestones"] == 400
    write_plan(tmp_path / "other", 400, seed=4)
    assert (tmp_path / "one" / "targets.csv").read_bytes() != (tmp_path / "other" / "targets.csv").read_bytes()


def test_assessing_in_the_graph_and_in_memory_finds_the_same(graph: Graph, tmp_path: Path) -> None:
    write_plan(tmp_path, 400, seed=3)
    outcome = load(graph, [tmp_path])
    assert [str(problem) for problem in outcome.problems if problem.severity == "problem"] == []
    assess(graph, AS_OF)
    (one,) = graph.rows(statements.SUMS)
    graph.write_alone("CYPHER 25 MATCH ()-[r:DELAYED|CUT|CHARGED]->() DELETE r")
    in_memory.assess(graph, AS_OF)
    (two,) = graph.rows(statements.SUMS)
    assert two == pytest.approx(one, rel=1e-9)
    assert 0.2 < one["late"] / one["dated"] < 0.5
    assert one["own"] > 0
    assert one["units"] > 0
    assert one["points"] > 0


def test_the_bare_write_has_the_nodes_of_the_load(graph: Graph, tmp_path: Path) -> None:
    rows = write_plan(tmp_path, 400, seed=3)
    (year,) = read_plan([tmp_path]).years
    cells = {sheet: [dict(row.values) for row in table] for sheet, table in year.rows.items()}
    bare.whole_graph(graph, cells, YEAR)
    count = "CYPHER 25 MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n) AS nodes, count(r) AS relations"
    (found,) = graph.rows(count)
    assert found["nodes"] == sum(rows.values()) - rows["requirements"]
    assert found["relations"] > found["nodes"]
