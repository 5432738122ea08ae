"""Answers on every worked case: who delayed each deliverable, scorecards and matrices, against the answer files."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph_schema.answers.frames import to_frame, to_json
from graph_schema.answers.matrix import matrix
from graph_schema.answers.rows import Account, Verdict
from graph_schema.answers.scorecard import scorecard
from graph_schema.answers.verdict import who_delayed
from graph_schema.assess import assess
from graph_schema.graph import Graph
from loaders.load import load

VECTORS = Path(__file__).parent / "vectors"
LATER = {"revisions.csv", "disputes.csv"}
CASES = [
    (folder.name, answers.stem)
    for folder in sorted(VECTORS.iterdir())
    if not any(sheet.name in LATER for sheet in folder.rglob("*.csv"))
    for answers in sorted((folder / "expected").glob("*.json"))
]


@pytest.fixture(params=CASES, ids="-".join, scope="module")
def case(request: pytest.FixtureRequest, open_once: Graph) -> tuple[Graph, dict[str, Any], dict[str, Any]]:
    """A worked case in the graph, assessed on its day, with its expected report and questions."""
    name, stem = request.param
    expected = json.loads((VECTORS / name / "expected" / f"{stem}.json").read_text(encoding="utf-8"))
    asked = VECTORS / name / "questions" / f"{stem}.json"
    questions = json.loads(asked.read_text(encoding="utf-8")) if asked.exists() else {}
    open_once.write_alone("CYPHER 25 MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 20000 ROWS")
    outcome = load(open_once, [VECTORS / name])
    assert not outcome.refused, outcome.problems
    assess(open_once, date.fromisoformat(expected["as_of"]))
    return open_once, expected, questions


def test_every_deliverable_says_where_its_days_units_and_points_began(
    case: tuple[Graph, dict[str, Any], dict[str, Any]],
) -> None:
    graph, expected, _ = case
    for deliverable, facts in expected["deliverables"].items():
        verdict = who_delayed(graph, deliverable)
        accounts = {a.unit: a for a in verdict.accounts}
        assert ("days" in accounts) == bool(facts.get("delay_days")), deliverable
        if "days" in accounts:
            days = accounts["days"]
            assert days.total == pytest.approx(facts["delay_days"], abs=1e-9)
            assert {r.thing: r.amount for r in days.roots} == pytest.approx(facts["root_causes_days"], abs=1e-9)
            assert {o.agency.id: o.amount for o in days.origins} == pytest.approx(facts["agencies_days"], abs=1e-9)
            direct = {d.thing: d.amount for d in days.direct if not d.itself}
            assert direct == pytest.approx(facts["direct_causes_days"], abs=1e-9)
        assert ("units" in accounts) == bool(facts.get("shortfall")), deliverable
        if "units" in accounts:
            units = accounts["units"]
            assert units.total == pytest.approx(facts["shortfall"], abs=1e-9)
            assert {o.agency.id: o.amount for o in units.origins} == pytest.approx(facts["agencies_units"], abs=1e-9)
            direct = {d.thing: d.amount for d in units.direct if not d.itself}
            assert direct == pytest.approx(facts["direct_causes_units"], abs=1e-9)
        if verdict.cost:
            assert verdict.cost.loss == pytest.approx(facts["loss"], abs=1e-9)
            assert sum(r.amount for r in verdict.cost.account.roots) == pytest.approx(facts["loss"], abs=1e-9)
        else:
            assert not facts.get("loss"), deliverable
        _holds(verdict)


def _holds(verdict: Verdict) -> None:
    """What is true of every verdict: sums, rounded sums, bands, and what steps bring to each thing."""
    json.dumps(to_json(verdict))
    for made in verdict.accounts:
        _adds_up(made)
    main = verdict.account
    if main is None:
        assert verdict.state in ("in time", "not due", "not measured", "undated")
        return
    if verdict.chain.hidden:
        return
    for step in verdict.chain.steps:
        for carried in step.carried:
            assert sum(b.amount for b in carried.bands) == pytest.approx(carried.amount, abs=1e-9)
    for thing in verdict.chain.things:
        brought = sum(c.amount for s in verdict.chain.steps if s.cause == thing.id and (c := s.of(main.unit)))
        expected = main.total if thing.role == "focus" else brought
        assert thing.carried == pytest.approx(expected, abs=1e-9)
    assert sum(t.began for t in verdict.chain.things) == pytest.approx(main.total, abs=1e-9)
    layers = {t.id: t.layer for t in verdict.chain.things}
    assert all(layers[s.cause] < layers[s.affected] for s in verdict.chain.steps if s.carried or s.role == "next")


def _adds_up(made: Account) -> None:
    for rows in (made.roots, made.origins, made.direct):
        assert sum(r.amount for r in rows) == pytest.approx(made.total, abs=1e-9)
        assert sum(r.shown for r in rows) == pytest.approx(made.shown, abs=1e-9)
    for origin in made.origins:
        assert sum(r.shown for r in origin.roots) == pytest.approx(origin.shown, abs=1e-9)
    assert sum(p.shown for p in made.sentence) == pytest.approx(made.shown, abs=1e-9)
    assert list(to_frame(made.roots)["amount"]) == [r.amount for r in made.roots]


def test_scorecards_are_those_of_the_report(case: tuple[Graph, dict[str, Any], dict[str, Any]]) -> None:
    graph, expected, _ = case
    for tier, facts in expected["tiers"].items():
        card = scorecard(graph, expected["plan_year"], int(tier))
        scored = {r.agency.id: r for r in card.rows if r.official is not None}
        measured = {k: v for k, v in facts["measured"].items() if v > 0}
        assert {k: r.official for k, r in scored.items()} == pytest.approx(
            {k: facts["official"][k] for k in measured}, abs=1e-9
        )
        assert {k: r.adjusted for k, r in scored.items()} == pytest.approx(
            {k: facts["adjusted"][k] for k in measured}, abs=1e-9
        )
        began = {r.agency.id: r.began for r in card.rows if r.began > 0}
        assert began == pytest.approx(facts["charged_points"], abs=1e-9)
        assert card.government == (
            None if facts["government"] is None else pytest.approx(facts["government"], abs=1e-9)
        )
        assert card.lost == pytest.approx(card.began, abs=1e-9)
        assert sum(r.lost_shown for r in card.rows) == pytest.approx(card.shown, abs=1e-9)
        assert sum(r.began_shown for r in card.rows) == pytest.approx(card.shown, abs=1e-9)
        charged = facts["charged_by_deliverable"]
        most = sorted(charged, key=lambda k: (-round(charged[k], 9), k))[:10]
        assert [c.points for c in card.costly] == pytest.approx([charged[k] for k in most], abs=1e-9)
        assert card.costly_of == len(charged)
        json.dumps(to_json(card))


def test_the_matrix_is_that_of_the_questions(case: tuple[Graph, dict[str, Any], dict[str, Any]]) -> None:
    graph, expected, questions = case
    for tier in expected["tiers"]:
        made = matrix(graph, expected["plan_year"], int(tier))
        points: dict[str, dict[str, float]] = {}
        days: dict[str, dict[str, float]] = {}
        for found in made.cells:
            if found.points:
                points.setdefault(found.bearer, {})[found.causer] = found.points
            if found.days:
                days.setdefault(found.bearer, {})[found.causer] = found.days
        for made_of, name in ((points, "matrix"), (days, "matrix_days")):
            wanted = questions[name][tier]
            assert made_of.keys() == wanted.keys()
            for bearer, row in wanted.items():
                assert made_of[bearer] == pytest.approx(row, abs=1e-9)
        for head in made.causers:
            column = [c for c in made.cells if c.causer == head.key]
            row = [c for c in made.cells if c.bearer == head.key]
            assert sum(c.points_shown for c in column) == pytest.approx(head.began_shown, abs=1e-9)
            assert sum(c.points_shown for c in row) == pytest.approx(head.lost_shown, abs=1e-9)
