"""`five-year` and `sectors` as commands, on plans with and without five years; and their page, held true."""

from datetime import date
from pathlib import Path

import pytest
from engine import loaded
from plan_folders import write_plan
from terminal import run, run_json

from graph_schema.answers.five_year.five_year import five_year
from graph_schema.answers.five_year.progress import Promise, counts_as
from graph_schema.answers.frames import to_frame
from graph_schema.assess import assess
from graph_schema.graph import Graph
from graph_schema.question_errors import UnknownFiveYearPlanError, UnknownPlanTargetError, UnknownTierError
from loaders.sample import AS_OF, PLANS

PAGE = Path(__file__).parents[1] / "docs" / "five_years.md"
PLAN = "id,title,starts,ends,five_year_plan\n2026-27,Annual plan,2026-07-01,2027-06-30,FYP\n"
FIVE = "id,title,starts,ends\nFYP,Five years,2026-07-01,2031-06-30\n"
TARGETS = "id,agency,title,measure,planned_finish,contributes_to,contribution\nA,ROADS,Road,date,2026-09-01,P,\n"


def test_the_sample_country_and_the_page(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded(graph, PLANS)
    assess(graph, date.fromisoformat(AS_OF))
    graph.round_trips = 0
    rows = {row.id: row for row in five_year(graph).targets}
    assert graph.round_trips == 7
    page = PAGE.read_text(encoding="utf-8")
    roads, revenue = rows["PT-ROADS"], rows["PT-REVENUE"]
    assert {(c.target, c.counted) for c in roads.contributions} == {
        ("ROAD-KESSA", 38), ("ROADS-SEAL-27", 90), ("BYPASS-HOLM", 12), ("ROADS-SEAL-28", 82),
    }  # fmt: skip
    assert roads.reached == 38 + 90 + 12 + 82
    assert roads.pace == pytest.approx(222 / (640 / 365.25), abs=1e-9)
    assert roads.left_a_year == pytest.approx(418 / (1186 / 365.25), abs=1e-9)
    assert roads.projected is not None
    for said in (
        f"= {roads.share:.2f} %", f"= {roads.time_share:.2f} %", f"= {roads.pace:.2f} km",
        f"= {roads.left_a_year:.2f} km", f"= {roads.projected:.2f} km", f"a pace of {revenue.pace:,.2f};",
    ):  # fmt: skip
        assert said in page
    assert (roads.standing, revenue.standing) == ("out of reach", "within reach")
    assert (revenue.counts, revenue.reached, revenue.as_at) == ("level", 40_800, date(2027, 6, 30))
    assert (rows["PT-SOLAR"].counts, rows["PT-SOLAR"].reached) == ("adds up", 1500 + 2380)
    shown = run("five-year").stdout
    assert "is not within reach as a whole: 4 of 11 promises reached or within reach" in shown
    assert "2027-28: 2.8 points and 22 days began in 2026-27, with Ruling on the appeal" in shown
    assert (
        "222 of 640 km; 128.7 a year are left, the pace so far is 126.7"
        in run("five-year", "--target", "PT-ROADS").stdout
    )
    assert "Annual values are levels" in run("five-year", "--target", "PT-REVENUE").stdout
    assert run_json("five-year", "FYP-4", "--target", "PT-ROADS")["reached"] == 222
    assert len(run_json("sectors", "--plan-year", "2026-27")["rows"]) == 13
    assert "standing" in to_frame(five_year(graph).targets).columns
    for wrong, kind in (
        (("FYP-9",), UnknownFiveYearPlanError),
        (("--target", "PT-X"), UnknownPlanTargetError),
        (("--tier", "7"), UnknownTierError),
    ):
        assert isinstance(run("five-year", *wrong).exception, kind)
    for name, value in (("COLUMNS", "80"), ("FORCE_COLOR", "1"), ("TERM", "dumb")):
        monkeypatch.setenv(name, value)
    for command in (["five-year"], ["five-year", "--target", "PT-ROADS"], ["sectors"]):
        assert max(len(line) for line in run(*command).stdout.splitlines()) <= 80


def test_plans_without_five_years_sectors_or_money(graph: Graph, tmp_path: Path) -> None:
    bare = "id,agency,title,measure,planned_finish\nA,ROADS,Road,date,2026-09-01\n"
    loaded(graph, write_plan(tmp_path / "bare", targets=bare))
    assess(graph, date(2027, 6, 30))
    missing = run("five-year")
    assert isinstance(missing.exception, UnknownFiveYearPlanError)
    assert "There is no five-year plan in the graph." in str(missing.exception)
    assert "The sheets name no sector" in run("sectors").stdout
    loaded(graph, write_plan(tmp_path / "empty", targets=bare, plan=PLAN, five_year_plans=FIVE))
    assess(graph, date(2027, 6, 30))
    assert "Five years promises nothing: list its targets in plan_targets.csv." in run("five-year").stdout


def test_promises_without_reports_and_a_year_not_begun(graph: Graph, tmp_path: Path) -> None:
    promises = "id,five_year_plan,agency,title,unit,target\nP,FYP,ROADS,Roads,km,10\nQ,FYP,ROADS,Trees,trees,5\n"
    sheets = {"plan": PLAN, "five_year_plans": FIVE, "plan_targets": promises, "targets": TARGETS}
    loaded(graph, write_plan(tmp_path / "plan", **sheets))
    assess(graph, date(2026, 1, 1))
    assert "Five years has not begun: 2 promises stand in it." in run("five-year").stdout
    assert "2026-27 (not begun)" in run("five-year").stdout
    assert "1 sector" not in run("sectors").stdout
    assess(graph, date(2027, 6, 30))
    found = five_year(graph)
    assert [row.standing for row in found.targets] == ["nothing reported", "nothing contributes"]
    assert (found.targets[0].pace, found.spent, found.budget) == (None, None, None)
    assert "the plan says no amount: give a contribution" in run("five-year", "--target", "P").stdout
    assert (
        "no annual target contributes to it yet; 5 trees are promised by 30 June 2031."
        in run("five-year", "--target", "Q").stdout
    )


def test_what_is_a_level() -> None:
    start, due = date(2026, 7, 1), date(2031, 6, 30)

    def counts(baseline: float | None, target: float, *annual: tuple[float | None, float | None]) -> str:
        return counts_as(Promise("P", baseline, target, start, due), annual)

    assert counts(0, 640, (120, None), (700, None)) == "adds up"
    assert counts(None, 640, (600, 100)) == "adds up"
    assert counts(1500, 12000, (3500, None)) == "adds up"
    assert counts(38000, 52000, (41200, None)) == "level"
    assert counts(20, 80, (30, 20)) == "level"
    assert counts(20, 80, (30, None)) == "adds up"
    assert counts(60, 20) == "level"
