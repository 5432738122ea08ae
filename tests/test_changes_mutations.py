"""Ways to get revisions, rulings, people or trees wrong, each one change of a statement or a function: all are caught.

By a worked case (its name), or by a random plan that changes (its seed).
"""

import inspect
import json
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from attribution import questions, reference
from attribution.random_changes import write_changed_plan
from engine import VECTORS, differences

from graph_schema.answers.people import holders, officials, posts, tenures
from graph_schema.answers.questions import report_questions
from graph_schema.answers.report import report
from graph_schema.assess import assess
from graph_schema.catalog import statements
from graph_schema.graph import Graph
from loaders.load import load
from loaders.revised import promises

if TYPE_CHECKING:
    from types import FunctionType

HISTORY, REPORT = import_module("loaders.revised.history"), import_module("graph_schema.answers.report")
"""Functions have the same names."""


@dataclass(frozen=True)
class Mutation:
    """A wrong idea, the words of a statement (or function of `within`) that it changes, and the plan that tells."""

    idea: str
    where: str
    right: str
    wrong: str
    told_by: str | int
    within: Any = None


MUTATIONS = [
    Mutation("what is owed: a later year builds on the first promise", "revise/owed",
             "[p IN promises WHERE p.day < year | p.to][-1]", "null", 12),
    Mutation("what is owed: more is forgiven than the date was moved in the end", "revise/owed",
             "coll.min([base + coll.max([0, shift]), owed])", "owed", 5),
    Mutation("what is owed: moved sooner, it is not owed sooner", "revise/owed",
             "ELSE coll.max([coll.min([owed, m.known]), owed + m.by]) END", "ELSE owed END", "revised"),
    Mutation("what is owed: the day of a move knows nothing of that day", "revise/owed",
             "[p IN promises WHERE p.day <= m.day | p.to]", "[p IN promises WHERE p.day < m.day | p.to]", 14),
    Mutation("push: counts from the need though the date was revised", "revise/owed",
             "CASE WHEN moved_on IS NULL THEN need ELSE owed END", "need", "revised"),
    Mutation("amounts: who needs more is still owed the first amount", "revise/owed",
             "CASE WHEN aimed_on IS NULL THEN first", "CASE WHEN true THEN first", "revised"),
    Mutation("amounts: a lowering is never forgiven", "revise/owed",
             "WHEN moved_on >= lowered_on THEN", "WHEN false THEN", "revised"),
    Mutation("matching: by the first amounts", "revise/lines", "[r.id, r.promised]", "[r.id, r.amount]", "revised"),
    Mutation("in force: the first revision stays", "revise/put", "revisions[-1].to", "revisions[0].to", "revised"),
    Mutation("in force: revisions of after the day hold as well", "revise/put_requirements",
             "WHERE r.revised_day <= $today", "WHERE true", 1),
    Mutation("in force: owners stay the first ones", "revise/owners",
             "WHERE a.id <> agency", "WHERE false", "revised"),
    Mutation("first promise: its scores are those in force", "revise/keep",
             "first_raw: d.raw", "first_raw: null", "revised"),
    Mutation("first promise: its losses are by the weights in force", "read/tier_agencies",
             "coalesce(t.first_loss, t.loss)", "t.loss", "revised"),
    Mutation("first promise: rulings are in it", "charged",
             'return "CHARGED_FIRST"', 'return "CHARGED"', "ruled", REPORT),
    Mutation("judged: a day too late is in time", "_is_timely", "revision.on <= last_day",
             "revision.on.toordinal() <= last_day.toordinal() + 1", 1, HISTORY),
    Mutation("judged: an owner by the day in force", "last_day", "elif revision.column in OWNERS:", "elif False:",
             "revised", promises.Promises),
    Mutation("judged: weights stand alone", "_judgements",
             'fallen = too_late.get(_weighed_in(each), "") if timely else ""', 'fallen = ""', "revised", HISTORY),
    Mutation("judged: by the values that others of the day gave", "_of_requirement",
             "days = [each for each in (by, promised) if each]", "days = [each for each in (promised,) if each]",
             "revised", promises.Promises),
    Mutation("rulings: after the day hold as well", "rulings/move", "x.ruled_day <= $today", "true", "ruled"),
    Mutation("rulings: of one day in no order of ids", "rulings/move", "ORDER BY x.ruled_day, x.id",
             "ORDER BY x.ruled_day, x.id DESC", 10),
    Mutation("rulings: what stays with a cause is forgotten", "rulings/move", "SET n.days = n.days + days",
             "SET n.days = n.days + days, n.stays = null", 11),
    Mutation("rulings: what moved its own date passes on what they put on it", "rulings/move",
             "n.unruled_days = 0.0, n.stays = stays", "n.unruled_days = 0.0", 22),
    Mutation("holders: time is counted, not weighed by days", "shares", "days / (until - after)", "1 / len(parts)",
             "people", tenures.Tenures),
    Mutation("holders: the first day is not included", "of", "number_of(row.since) - 1", "number_of(row.since)",
             "people", tenures.Tenures),
    Mutation("holders: time to come is nobody's", "shares", "now.holders", "()", "people", tenures.Tenures),
    Mutation("holders: points lie on the day of finish", "pieces", "Piece(rest, finish - own, finish)",
             "Piece(rest, finish - 1, finish)", "people", holders),
    Mutation("officials: posts count alike, whatever the days", "_mean", "(until - after) * sum(s.official",
             "1.0 * sum(s.official", "people", officials),
    Mutation("officials: a day in two posts counts twice", "_mean", "days += until - after",
             "days += (until - after) * len(at_once)", "people", officials),
    Mutation("posts: points of the whole agency stay, wherever they began", "_activity",
             "if post.agency in (under[thing].path or [under[thing].agency])", "if thing", "people", posts),
    Mutation("trees: the latest tree is that of every year", "prepare/trees", "WHERE z.starts <= y.starts", "", 2),
    Mutation("trees: a cause stands in the tree of its own year", "prepare/requirements",
             "(:PlanYear {id: t.plan_year})", "(:PlanYear {id: g.plan_year})", 4),
    Mutation("trees: rows of a tier by the owner itself", "report/charged", "coalesce(s.path[tier - 1], owner, d.id)",
             "coalesce(owner, d.id)", 2),
    Mutation("trees: money counts where its payer stood first", "prepare/counted_releases",
             "(:PlanYear {id: year})", "(:PlanYear)", 10),
]  # fmt: skip


def noticed(graph: Graph, told_by: str | int, folder: Path) -> bool:
    """Whether a sound plan is refused, or its reports or questions differ from what they must be."""
    if isinstance(told_by, str):
        folder = VECTORS / told_by
        expected = list(of_worked_case(folder))
    else:
        written = write_changed_plan(told_by, folder, 30)
        years = reference.load_plan(folder)
        expected = [
            (as_of, year, reference.report(years, as_of, year), questions.questions(years, as_of, year))
            for as_of in written.as_of
            for year in written.plan_years
        ]
    if load(graph, [folder]).refused:
        return True
    for as_of, year, answers, asked in expected:
        assess(graph, date.fromisoformat(as_of))
        if any(differences(answers, report(graph, year))) or any(differences(asked, report_questions(graph, year))):
            return True
    return False


def of_worked_case(folder: Path) -> Iterator[tuple[str, str, dict[str, Any], dict[str, Any]]]:
    """Day, plan year, report and questions of each answer file of a worked case."""
    for file in sorted((folder / "expected").glob("*.json")):
        answers = json.loads(file.read_text(encoding="utf-8"))
        asked = json.loads((folder / "questions" / file.name).read_text(encoding="utf-8"))
        yield answers["as_of"], answers["plan_year"], answers, asked


def mutated(mutation: Mutation) -> Callable[..., Any]:
    """The function with some of its words changed, at home in the module where it is."""
    found = inspect.getattr_static(mutation.within, mutation.where)
    function: FunctionType = getattr(found, "__func__", found)
    text = textwrap.dedent(inspect.getsource(function))
    assert text.count(mutation.right) == 1
    names: dict[str, Any] = {}
    exec(text.replace(mutation.right, mutation.wrong), function.__globals__, names)  # noqa: S102 - our own words
    return names[mutation.where]


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.idea)
def test_a_wrong_rule_is_caught(
    graph: Graph, mutation: Mutation, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    if mutation.within:
        monkeypatch.setattr(mutation.within, mutation.where, mutated(mutation))
    else:
        right = statements()[mutation.where]
        assert right.text.count(mutation.right) == 1
        wrong = replace(right, text=right.text.replace(mutation.right, mutation.wrong))
        monkeypatch.setitem(statements(), mutation.where, wrong)
    assert noticed(graph, mutation.told_by, tmp_path)


@pytest.mark.parametrize("told_by", sorted({str(each.told_by) for each in MUTATIONS}))
def test_without_a_change_nothing_is_noticed(graph: Graph, told_by: str, tmp_path: Path) -> None:
    assert not noticed(graph, int(told_by) if told_by.isdigit() else told_by, tmp_path)
