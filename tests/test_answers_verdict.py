"""Who delayed the road of the worked case, and what stands beside the verdict."""

from datetime import date
from pathlib import Path

import pytest
from plan_folders import write_folder, write_plan

from graph_schema.answers.cell import cell
from graph_schema.answers.matrix import matrix
from graph_schema.answers.rows import Verdict
from graph_schema.answers.scorecard import band, scorecard
from graph_schema.answers.search import search
from graph_schema.answers.status import status
from graph_schema.answers.verdict import who_delayed
from graph_schema.assess import assess
from graph_schema.graph import Graph
from graph_schema.question_errors import (
    NotAssessedError,
    UnknownDeliverableError,
    UnknownPlanYearError,
    UnknownRowError,
    UnknownTierError,
)
from loaders.load import load

VECTORS = Path(__file__).parent / "vectors"
EMPTY = "CYPHER 25 MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 20000 ROWS"


def fill(graph: Graph, folder: Path, day: str | None) -> Graph:
    """The plan of a folder alone, assessed as of a day (none: not assessed)."""
    graph.write_alone(EMPTY)
    outcome = load(graph, [folder])
    assert not outcome.refused, outcome.problems
    if day:
        assess(graph, date.fromisoformat(day))
    return graph


@pytest.fixture(scope="module")
def road(open_once: Graph) -> Graph:
    """The worked case road-and-money as of the end of its year."""
    return fill(open_once, VECTORS / "road-and-money", "2027-06-30")


@pytest.fixture
def verdict(road: Graph) -> Verdict:
    """Who delayed the road."""
    return who_delayed(road, "B")


def test_the_verdict_says_who_and_how_much(verdict: Verdict) -> None:
    assert verdict.headline == "Road to the valley open: 40 days late."
    assert verdict.text == (
        "17.6 of the 40 days began in the Road department itself, 14.9 in the Budget department "
        "and 7.5 in the Environment department."
    )
    account = verdict.account
    assert account is not None
    assert account.adds_up == "17.6 + 14.9 + 7.5 = 40.0"
    assert [(r.thing, r.shown, r.points_shown, r.words) for r in account.roots] == [
        ("B", 15.0, 3.0, "its own work took 15 days more"),
        ("R", 2.6, 0.5, "it sent “Request for the first tranche” 6 days late"),
        ("M1", 14.9, 3.0, "it paid “First tranche” 40 days late, 34 of them its own"),
        ("A", 7.5, 1.5, "it finished “Environmental clearance of the road” 20 days late"),
    ]
    assert [(r.from_amount, r.to_amount) for r in account.roots][-1] == pytest.approx((32.5, 40.0))
    assert verdict.cost is not None
    assert (verdict.cost.loss, verdict.cost.weight, verdict.cost.counted) == pytest.approx((8, 30, 8))


def test_a_step_explains_itself(verdict: Verdict) -> None:
    step = verdict.chain.step("M1", "B")
    assert step is not None
    assert step.title == "Why “First tranche” held up “Road to the valley open” for 17.5 days"
    assert [(line.role, line.text, line.shown, line.rule) for line in step.lines] == [
        ("fact", "Paid 24 September 2026, due 15 August 2026", 40.0, "2"),
        ("minus", "Float: “Road to the valley open” needed it by 30 August 2026", -15.0, "3.1"),
        ("sum", "Late for “Road to the valley open”", 25.0, "3.1"),
        ("minus", "Shared: “Environmental clearance of the road” was late too", -7.5, "3.3"),
        ("sum", "Held up “Road to the valley open”", 17.5, "3.4"),
        ("began", "began in the Budget department", 14.9, "3"),
        ("began", "began in the Road department", 2.6, "3"),
    ]
    assert [(lane.thing, lane.usable, lane.late_days) for lane in step.lanes] == [
        ("M1", date(2026, 9, 24), 25.0),
        ("A", date(2026, 9, 14), 15.0),
    ]
    assert [(c.days, c.among, c.each) for c in step.cuts] == [(15.0, ("M1", "A"), 7.5), (10.0, ("M1",), 10.0)]
    assert step.source is not None
    assert str(step.source) == "requirements.csv, row 4, load 1"
    asked = verdict.chain.step("R", "M1")
    assert asked is not None
    assert asked.lines[-2].text == "Of this, passed on to “Road to the valley open”"
    assert (asked.days, asked.lag_days, asked.lines[-2].amount) == pytest.approx((6, 15, 2.625))


def test_the_chain_shows_what_came_in_time_and_what_was_held_up_next(verdict: Verdict) -> None:
    assert [(t.id, t.layer, t.role) for t in verdict.chain.things] == [
        ("R", -2, "cause"),
        ("M1", -1, "cause"),
        ("A", -1, "cause"),
        ("M2", -1, "in time"),
        ("B", 0, "focus"),
        ("C", 1, "next"),
    ]
    assert verdict.chain.thing("M2").lines[1] == "in time: needed by 8 Dec 2026"
    after = verdict.chain.step("B", "C")
    assert after is not None
    assert (after.role, after.days, after.carried) == ("next", 30.0, ())


def test_a_small_chain_keeps_what_carried_most_and_every_amount(road: Graph) -> None:
    small = who_delayed(road, "B", things=2)
    assert {t.id for t in small.chain.things} == {"B", "M1", "C"}
    assert small.chain.hidden == 2
    assert small.account is not None
    assert sum(r.amount for r in small.account.roots) == pytest.approx(40)


def test_evidence_names_file_row_and_load(verdict: Verdict) -> None:
    told = {(row.day, row.text, str(row.source)) for row in verdict.evidence}
    paid = "BTN 40 paid on line L-ROAD for “First tranche”, which is complete"
    assert (date(2026, 9, 24), paid, "payments.csv, row 2, load 1") in told
    cleared = "Environmental clearance of the road: finished on 9 September 2026"
    assert (date(2026, 9, 9), cleared, "progress.csv, row 3, load 1") in told
    assert [row.day for row in verdict.evidence] == sorted(row.day for row in verdict.evidence)


def test_the_number_of_round_trips_is_constant(open_once: Graph) -> None:
    fill(open_once, VECTORS / "ladder", "2027-06-30")
    sizes = set[int]()
    for deliverable in ("L39", "L00"):
        before = open_once.round_trips
        sizes.add(len(who_delayed(open_once, deliverable).chain.things))
        assert open_once.round_trips - before <= 4
    assert max(sizes) > 70


@pytest.fixture
def again(open_once: Graph) -> Graph:
    """The road once more, after tests that filled the graph with something else."""
    return fill(open_once, VECTORS / "road-and-money", "2027-06-30")


def test_scorecard_and_cell_tell_the_road_story(again: Graph) -> None:
    card = scorecard(again)
    assert card.headline == "The government stands at 93.0 of 100."
    assert card.text == (
        "Its agencies lost 28 points: 16 began in the agency that lost them, 12 in another one. "
        "Most began in the Budget department: 13.7, all of it with “First tranche”."
    )
    assert card.arithmetic == "28.0 points lost ÷ 4 agencies = 7.0, and 100 − 7.0 = 93.0."
    assert [r.agency.id for r in card.rows] == ["DNB", "ENV", "ROAD", "AGRI"]
    assert [(c.thing, c.points_shown, c.in_own_shown) for c in card.costly][:2] == [("M1", 13.7, 8.5), ("A", 6.6, 4.0)]
    opened = cell(again, None, 1, "AGRI", "DNB")
    assert opened.text == "Agricultural marketing lost 2.2 points that began in the Budget department."
    assert [(t.thing, t.points_shown, t.days_shown) for t in opened.targets] == [("C", 2.2, 11.2)]
    assert [(r.thing, r.points_shown) for r in opened.roots] == [("M1", 2.2)]
    assert [w.thing for w in opened.way] == ["M1", "B", "C"]
    assert not opened.direct
    assert cell(again, None, 1, "ROAD", "DNB").direct


def test_every_cell_of_three_tiers_opens_into_its_own_sum(open_once: Graph) -> None:
    fill(open_once, VECTORS / "three-tiers", max((VECTORS / "three-tiers" / "expected").glob("*")).stem)
    opened = 0
    for tier in scorecard(open_once).plan_year.tiers:
        for found in matrix(open_once, None, tier).cells:
            inside = cell(open_once, None, tier, found.bearer, found.causer)
            for rows in (inside.targets, inside.roots):
                assert sum(r.points for r in rows) == pytest.approx(found.points, abs=1e-9)
                assert sum(r.days for r in rows) == pytest.approx(found.days, abs=1e-9)
            opened += 1
    assert opened > 5


def test_wrong_questions_name_what_there_is(again: Graph) -> None:
    with pytest.raises(UnknownDeliverableError, match="First tranche") as wrong:
        who_delayed(again, "First tranch")
    assert "M1" in [found for found, _ in wrong.value.nearest]
    with pytest.raises(UnknownPlanYearError, match="2026-27"):
        scorecard(again, "2030-31")
    with pytest.raises(UnknownTierError, match="Tiers with agreements: 1"):
        matrix(again, None, 2)
    with pytest.raises(UnknownRowError, match="DNB"):
        cell(again, None, 1, "AGRI", "NOBODY")


HOSTILE = (
    '"',
    "\\",
    "*",
    "a OR",
    "AND",
    "/x/",
    "[1 TO 2]",
    "`) DETACH DELETE n //",
    "\u202e",
    "💧",
    "(" * 200,
    "x" * 5000,
)


def test_search_by_id_words_and_agency_and_nothing_runs(again: Graph) -> None:
    assert search(again, "B")[0].id == "B"
    assert search(again, "m1-on-time")[0].id == "M1-ON-TIME"
    assert {hit.id for hit in search(again, "request tranche")} == {"R"}
    assert {hit.id for hit in search(again, "fir tran")} == {"M1", "R", "M1-ON-TIME"}
    assert {hit.agency.id for hit in search(again, "Agricultural market")} == {"AGRI"}
    assert search(again, "   ") == ()
    assert len(search(again, "road", limit=2)) == 2
    for words in HOSTILE:
        search(again, words)
    assert search(again, "B")[0].title == "Road to the valley open"


def test_before_an_assessment_the_answer_is_what_to_run(graph: Graph, tmp_path: Path) -> None:
    with pytest.raises(NotAssessedError, match="accountability load PATH"):
        who_delayed(graph, "A")
    load(graph, [write_plan(tmp_path / "plan")])
    with pytest.raises(NotAssessedError, match="accountability assess"):
        scorecard(graph)
    assert status(graph).as_of is None


def test_rows_loaded_later_make_the_numbers_stale(graph: Graph, tmp_path: Path) -> None:
    load(graph, [write_plan(tmp_path / "plan")])
    assess(graph, date(2027, 1, 1))
    assert not status(graph).stale
    reports = "deliverable,as_of,achieved\nB,2027-02-01,2\n"
    load(graph, [write_folder(tmp_path / "update", progress=reports)])
    found = status(graph)
    assert (found.stale, found.assessed_load, found.latest_load) == (True, 1, 2)
    assert found.latest_report is None
    assess(graph, date(2027, 3, 1))
    assert status(graph).latest_report == date(2027, 2, 1)


def test_bands_need_half_of_the_agreement() -> None:
    assert [band(95, 100), band(90, 50), band(71.5, 80), band(12, 60)] == ["Excellent", "Excellent", "Good", "Poor"]
    assert band(95, 49.9) == ""
