"""Ways to get the rule wrong, each one change of a statement: the worked cases catch every one."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace

import pytest
from engine import differences, loaded, reports, worked_cases

from graph_schema.catalog import statements
from graph_schema.graph import Graph
from loaders import matching
from loaders.plan import Row


@dataclass(frozen=True)
class Mutation:
    """A wrong idea of the rule, and the words of a statement that it changes."""

    idea: str
    statement: str
    right: str
    wrong: str


MUTATIONS = [
    Mutation("float: lateness counts from the promise, not from the need", "prepare/requirements",
             "r.owed_day = CASE WHEN need > usable THEN need ELSE usable END", "r.owed_day = usable"),
    Mutation("lag: what came can be used at once", "prepare/requirements",
             "coalesce(r.lag_days, 0) AS lag", "0 AS lag"),
    Mutation("won back: every late day is passed on", "assess/delayed",
             "CASE WHEN t.delay_days < most THEN t.delay_days ELSE most END", "most"),
    Mutation("tree: every record is a player of its own", "assess/delayed",
             "path: r.place + ['', g.id]", "path: [g.id]"),
    Mutation("window: what came late can never be used", "assess/cut",
             "WHEN late >= window THEN 0.0 ELSE 1 - toFloat(late) / window END", "ELSE 0.0 END"),
    Mutation("base: a quantity counts from nothing", "prepare/scales",
             "coalesce(t.baseline, CASE sign WHEN 1 THEN 0.0 ELSE grid[4] END) AS base", "0.0 AS base"),
    Mutation("the plan's own cost is passed on", "assess/charge",
             "CASE WHEN n.raw_planned > n.raw THEN (100 - n.raw_planned) / (100 - n.raw) ELSE 1.0 END AS stays",
             "CASE WHEN n.raw_planned > n.raw THEN 0.0 ELSE 1.0 END AS stays"),
    Mutation("share: a joint target counts alike everywhere", "write/supports",
             "{share: coalesce(row.share, 1.0)}", "{share: 1.0}"),
    Mutation("tier: points stand with the owner itself", "report/charged",
             "coalesce(s.path[tier - 1], owner, d.id) AS row", "coalesce(owner, d.id) AS row"),
    Mutation("stop: what came after the wait was over still counts", "assess/delayed",
             "coll.min([came + r.lag, t.finish_day])", "(came + r.lag)"),
    Mutation("money: each release is a player of its own", "assess/cut",
             "[x IN needs WHERE x.amount IS NOT NULL] AS money", "[x IN needs WHERE false] AS money"),
    Mutation("revisions: a new date forgives whatever was promised last", "revise/owed",
             "coll.min([m.known, owed + m.by])", "m.known"),
    Mutation("revisions: a supplier who moves his own date owes the new one", "revise/owed",
             "g.first_planned_day, g.planned_day) AS base", "g.planned_day) AS base"),
    Mutation("revisions: the days of a moved date are passed on", "revise/owed",
             "r.moved = CASE WHEN g.planned_day + lag > owed THEN g.planned_day + lag - owed END", "r.moved = null"),
    Mutation("revisions: what a release was lowered by was never promised", "revise/owed",
             "CASE WHEN promised < amount - $cent THEN 1 - promised / amount END AS lowered", "null AS lowered"),
    Mutation("revisions: who needed less still waits for what was added", "revise/owed",
             "r.came_day = came", "r.came_day = null"),
    Mutation("revisions: late ones hold as well", "revise/put",
             "(d)<-[:REVISES]-(r:Revision {timely: true})", "(d)<-[:REVISES]-(r:Revision)"),
    Mutation("rulings: more is moved than is there", "rulings/move",
             "coll.min([toFloat(x.days), coalesce(CASE x.from WHEN 'own' THEN t.own_days ELSE f.days END, 0.0)])",
             "toFloat(x.days)"),
    Mutation("rulings: the later one comes first", "rulings/move", "ORDER BY x.ruled_day, x.id", "ORDER BY x.id DESC"),
]  # fmt: skip


def noticed(graph: Graph) -> bool:
    """Whether any worked case differs from its answer file."""
    for folder in worked_cases():
        if folder.name == "ladder":
            continue
        loaded(graph, folder)
        for file in sorted((folder / "expected").glob("*.json")):
            expected = json.loads(file.read_text(encoding="utf-8"))
            found = reports(graph, expected["as_of"], (expected["plan_year"],))[expected["plan_year"]]
            if any(differences(expected, found)):
                return True
    return False


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.idea)
def test_a_wrong_rule_is_caught(graph: Graph, mutation: Mutation, monkeypatch: pytest.MonkeyPatch) -> None:
    right = statements()[mutation.statement]
    assert right.text.count(mutation.right) == 1
    wrong = replace(right, text=right.text.replace(mutation.right, mutation.wrong))
    monkeypatch.setitem(statements(), mutation.statement, wrong)
    assert noticed(graph)


def test_last_in_first_out_is_caught(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    """FIFO: the matching of payments is the one part of the rule that a load does, before any statement."""
    first_in_first_out = matching.in_turn

    def last_in_first_out(releases: Iterable[Row]) -> list[Row]:
        return first_in_first_out(releases)[::-1]

    monkeypatch.setattr(matching, "in_turn", last_in_first_out)
    assert noticed(graph)
