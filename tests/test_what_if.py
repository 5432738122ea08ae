"""What would be otherwise, from the part of the graph below a change; and the best single change, by brute force."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from attribution.random_changes import write_changed_plan
from attribution.random_plans import RandomPlan, write_plan
from engine import VECTORS, loaded

from graph_schema.answers.best_fix import BestFix, NoAgreementError, best_fix_of_agency, best_fix_of_tier
from graph_schema.answers.frames import to_frame, to_json
from graph_schema.answers.report import report
from graph_schema.answers.what_if import LaterError, NoMoneyError, NotDatedError, WhatIf, what_if
from graph_schema.assess import assess
from graph_schema.graph import Graph
from graph_schema.question_errors import NotAssessedError, UnknownAgencyError, UnknownDeliverableError

Writer = Callable[[int, Path, int], RandomPlan]
SEEDS = [*range(2), *(pytest.param(seed, marks=pytest.mark.long) for seed in range(2, 60))]
both_kinds = pytest.mark.parametrize("write", [write_plan, write_changed_plan])
"""Plans without, and with revisions, rulings and re-organised agencies."""


@pytest.mark.parametrize("name", ["road-and-money", "corners", "three-tiers", "short-money", "random-3", "random-4"])
def test_each_thing_alone_on_time_is_as_in_the_answer_files(graph: Graph, name: str) -> None:
    """Though what is read is only what lies below it."""
    loaded(graph, VECTORS / name)
    for file in sorted((VECTORS / name / "questions").glob("*.json")):
        wanted = json.loads(file.read_text(encoding="utf-8"))["on_time"]
        assess(graph, date.fromisoformat(file.stem))
        for thing, expected in wanted.items():
            found = what_if(graph, {thing: "on-time"})
            delays = {c.thing: c.delay_after for c in found.things if abs(c.delay_before - c.delay_after) > 1e-9}
            units = {c.thing: c.shortfall_after for c in found.things if c.shortfall_before != c.shortfall_after}
            assert delays == pytest.approx(expected["delay_days"], abs=1e-9), thing
            assert units == pytest.approx(expected["shortfall"], abs=1e-9), thing
            scores = {str(t.tier): t.after for t in found.tiers}
            assert scores == {k: pytest.approx(v, abs=1e-9) for k, v in expected["government"].items()}
            json.dumps(to_json(found))


@both_kinds
@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_supposed_is_the_stored_assessment_bit_for_bit(
    graph: Graph, write: Writer, seed: int, tmp_path: Path
) -> None:
    """No wish at all, and each thing on the very day on which it came."""
    written = write(seed, tmp_path, 30)
    loaded(graph, tmp_path)
    assess(graph, date.fromisoformat(written.as_of[1]))
    told = report(graph)
    found = what_if(graph, {})
    official = {(str(s.tier), s.agency): s.after for s in found.agencies}
    stored = {(k, a): s for k, tier in told["tiers"].items() for a, s in tier["official"].items()}
    assert official == {key: score for key, score in stored.items() if told["tiers"][key[0]]["measured"][key[1]] > 0}
    assert {str(t.tier): t.after for t in found.tiers} == {k: tier["government"] for k, tier in told["tiers"].items()}
    assert all(s.before == s.after for s in (*found.agencies, *found.tiers))
    for thing, facts in told["deliverables"].items():
        if "finish" in facts and not facts.get("shortfall"):
            same = what_if(graph, {thing: date.fromisoformat(facts["finish"])})
            assert same.things == ()
            assert all(s.before == s.after for s in (*same.agencies, *same.tiers))


@both_kinds
@pytest.mark.parametrize("seed", SEEDS)
def test_the_best_single_fix_is_the_best_by_brute_force(graph: Graph, write: Writer, seed: int, tmp_path: Path) -> None:
    """Every deliverable of a small plan on time, one after the other, for each agency and tier."""
    written = write(seed, tmp_path, 30)
    loaded(graph, tmp_path)
    assess(graph, date.fromisoformat(written.as_of[1]))
    told = report(graph)
    things = [k for year in written.plan_years for k, f in report(graph, year)["deliverables"].items() if "finish" in f]
    tried = {thing: what_if(graph, {thing: "on-time"}) for thing in sorted(things)}
    for tier, facts in told["tiers"].items():
        _is_best(
            best_fix_of_tier(graph, int(tier)), {k: _government(w, told["plan_year"], tier) for k, w in tried.items()}
        )
        for agency in [a for a in facts["official"] if facts["measured"][a] > 0][:4]:
            found = best_fix_of_agency(graph, agency)
            _is_best(found, {k: _official(w, told["plan_year"], agency, found.score or 0.0) for k, w in tried.items()})


def _government(found: WhatIf, plan_year: str, tier: str) -> float | None:
    return next((t.after for t in found.tiers if (t.plan_year, str(t.tier)) == (plan_year, tier)), None)


def _official(found: WhatIf, plan_year: str, agency: str, stored: float) -> float | None:
    return next((s.after for s in found.agencies if (s.plan_year, s.agency) == (plan_year, agency)), stored)


def _is_best(found: BestFix, tried: dict[str, float | None]) -> None:
    scores = {k: score for k, score in tried.items() if score is not None}
    if found.score is None:
        assert found.fixes == ()
        return
    most = max(scores.values(), default=found.score)
    if most <= found.score + 1e-9:
        assert found.fixes == ()
        assert "stands at" in found.text
    else:
        assert found.fixes[0].after == pytest.approx(most, abs=1e-9)
        assert found.fixes[0].thing == min(k for k, score in scores.items() if score >= most - 1e-9)


def test_the_best_few_are_chosen_one_after_the_other(graph: Graph) -> None:
    loaded(graph, VECTORS / "road-and-money")
    assess(graph, date(2027, 6, 30))
    found = best_fix_of_tier(graph, 1, k=3)
    assert len(found.fixes) == 3
    assert [f.before for f in found.fixes[1:]] == [f.after for f in found.fixes[:-1]]
    for size in (1, 2, 3):
        together = what_if(graph, {f.thing: "on-time" for f in found.fixes[:size]})
        assert next(t.after for t in together.tiers if t.tier == 1) == pytest.approx(
            found.fixes[size - 1].after, abs=1e-9
        )
    charged = report(graph)["tiers"]["1"]["charged_by_deliverable"]
    assert [f.began for f in found.fixes] == pytest.approx([charged.get(f.thing, 0.0) for f in found.fixes], abs=1e-9)
    assert len(to_frame(found.fixes)) == 3


def test_road_and_money_in_words(graph: Graph) -> None:
    """AGRI's market waited for the road alone, which ROAD owns; the road waited for money, clearance and itself."""
    loaded(graph, VECTORS / "road-and-money")
    assess(graph, date(2027, 6, 30))
    found = what_if(graph, {"M1": "on-time"})
    assert found.text == (
        "With First tranche as supposed, 3 other things would be 60 days less late and "
        "tier 1 would stand at 96.5 instead of 93.0."
    )
    assert what_if(graph, {"L-ROAD": "in-full"}).supposed == what_if(graph, {"M1": "on-time", "M2": "on-time"}).supposed
    assert what_if(graph, {"B": "in-full"}) == what_if(graph, {"L-ROAD": "in-full"})
    assert what_if(graph, {"M1": "in-full"}) == found
    sooner = what_if(graph, {"M1": date(2026, 9, 14)})
    assert {c.thing: c.delay_after for c in sooner.things} == {"M1": 30, "M1-ON-TIME": 30, "B": 30, "C": 20}
    best = best_fix_of_agency(graph, "AGRI")
    assert best.fixes[0].thing == "B"
    assert best.outside == best.fixes[0]
    alone = what_if(graph, {"A": "on-time"})
    assert [(u.cause, u.thing, u.why) for u in alone.unmoved] == [("A", "B", "“First tranche” was as late")]
    assert (
        alone.text
        == "With Environmental clearance of the road as supposed, tier 1 would stand at 94.0 instead of 93.0."
    )


def test_where_nothing_changes_alone_it_says_so(graph: Graph) -> None:
    """split-records: two of ONE's records and one of TWO's came equally late, and T waited for all of them."""
    loaded(graph, VECTORS / "split-records")
    assess(graph, date(2027, 6, 30))
    found = best_fix_of_agency(graph, "US")
    assert [f.thing for f in found.fixes] == ["T"]
    assert found.outside is None
    assert found.text.endswith("Of what others own nothing changes it alone: for T “B1” was as late.")
    assert {(u.cause, u.thing) for u in found.unmoved} == {("A1", "T"), ("A2", "T"), ("B1", "T")}
    alone = what_if(graph, {"B1": "on-time"})
    assert {c.thing for c in alone.things} == {"B1"}
    together = what_if(graph, {"A1": "on-time", "A2": "on-time", "B1": "on-time"})
    assert {c.thing: c.delay_after for c in together.things}["T"] == 0


def test_wrong_questions_say_what_to_do(graph: Graph) -> None:
    with pytest.raises(NotAssessedError, match="accountability load"):
        what_if(graph, {"B": "on-time"})
    loaded(graph, VECTORS / "three-tiers")
    assess(graph, date(2027, 6, 30))
    told = report(graph)["deliverables"]
    undated = next(k for k, facts in told.items() if "finish" not in facts)
    late = next(k for k, facts in told.items() if facts.get("delay_days"))
    unfunded = next(k for k in told if k.startswith(late[:1]))
    with pytest.raises(NotDatedError):
        what_if(graph, {undated: "on-time"})
    with pytest.raises(LaterError):
        what_if(graph, {late: date.fromisoformat(told[late]["finish"]) + timedelta(1)})
    with pytest.raises(UnknownDeliverableError, match=late):
        what_if(graph, {late + "-": "on-time"})
    with pytest.raises((NoMoneyError, UnknownDeliverableError)):
        what_if(graph, {"NOBODY": "in-full"})
    assert unfunded
    with pytest.raises(UnknownAgencyError):
        best_fix_of_agency(graph, "NOBODY")
    agencies = {row["id"] for row in graph.rows("read/agencies") if not row["external"]}
    bare = agencies - {a for tier in report(graph)["tiers"].values() for a in tier["official"]}
    for agency in sorted(bare)[:1]:
        with pytest.raises(NoAgreementError, match="--tier"):
            best_fix_of_agency(graph, agency)
