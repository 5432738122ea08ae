"""`money` as a command, on plans with and without money; and the page about money, held true."""

from datetime import date
from pathlib import Path

import pytest
from engine import VECTORS, loaded
from plan_folders import write_plan
from terminal import run, run_json

from graph_schema.answers.frames import to_frame
from graph_schema.answers.money.figures import money
from graph_schema.assess import assess
from graph_schema.graph import Graph
from graph_schema.question_errors import UnknownGroupingError, UnknownPlanYearError, UnknownTierError
from loaders.sample import AS_OF, PLANS

PAGE = Path(__file__).parents[1] / "docs" / "money.md"
DAY = date(2027, 6, 30)


def test_the_page_works_out_what_the_product_gives(graph: Graph) -> None:
    page = PAGE.read_text(encoding="utf-8")
    loaded(graph, VECTORS / "three-tiers")
    assess(graph, DAY)
    total = money(graph).total
    assert (total.on_time, total.late, total.short, total.amount_days) == (20, 54, 6, 50 * 36 + 4 * 45 + 6 * 166)
    assert (total.timeliness, total.days_late) == (25, pytest.approx(2976 / 60))
    assert "| all | | | 20 | 54 | 6 | 2,976 |" in page
    assert "= 25\n" in page
    assert "= 49.6," in page
    loaded(graph, VECTORS / "revised")
    assess(graph, DAY)
    year = money(graph).outturns[-1]
    assert year.aggregate == pytest.approx(100 * 324 / 350, abs=1e-9)
    assert year.by_agency == pytest.approx(100 * 2 * abs(159 - 190 * 324 / 350) / 324, abs=1e-9)
    assert f"= {year.aggregate:.4f} %" in page
    assert f"= {year.by_agency:.4f} %" in page
    for head in year.agencies:
        assert f"| {head.promised:.0f} | {head.released:.0f} |" in page
        assert f"= {head.adjusted:.4f} | {head.deviation:.4f} |" in page


def test_the_sample_country_in_a_terminal(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded(graph, PLANS)
    assess(graph, date.fromisoformat(AS_OF))
    graph.round_trips = 0
    assert money(graph, "2026-27").lead_times.answered == 5
    assert graph.round_trips == 7
    shown = run("money", "--plan-year", "2026-27").stdout
    assert "141,600,000 came late of 783,500,000 ORD; it waited 42.7 days on average." in shown
    assert "took 46.2 days on average, where 30 were planned (5 of 5 requests)" in shown
    assert "2026-10-01, lowered" in shown
    assert "REL-SEAL-3" in shown
    by_sector = run("money", "--by", "sector", "--plan-year", "2026-27").stdout
    assert [line.split()[1:3] for line in by_sector.splitlines() if line.startswith("all")] == [
        ["779.0", "783.5"],
        ["785.0", "750.3"],
    ]
    months = run_json("money", "--by", "month", "--plan-year", "2026-27")["months"]
    assert sum(month["released"] for month in months) == 783_500_000
    assert {"month", "spent"} <= set(to_frame(money(graph).months).columns)
    for name, value in (("COLUMNS", "80"), ("FORCE_COLOR", "1"), ("TERM", "dumb")):
        monkeypatch.setenv(name, value)
    for by in ("line", "month", "released-by"):
        assert max(len(line) for line in run("money", "--by", by).stdout.splitlines()) <= 80


def test_a_day_before_the_year_and_wrong_questions(graph: Graph) -> None:
    loaded(graph, VECTORS / "road-and-money")
    assess(graph, date(2026, 1, 1))
    assert "Of 100 BTN promised, nothing is due yet." in run("money").stdout
    found = money(graph)
    assert (found.total.timeliness, found.total.spent, found.outturns[0].by_agency) == (None, None, None)
    for wrong, kind in (
        (("--by", "colour"), UnknownGroupingError),
        (("--plan-year", "1999"), UnknownPlanYearError),
        (("--tier", "7"), UnknownTierError),
    ):
        assert isinstance(run("money", *wrong).exception, kind)


def test_plans_without_money_say_so(graph: Graph, tmp_path: Path) -> None:
    targets = "id,agency,title,measure,planned_finish\nA,ROADS,Road,date,2026-09-01\n"
    loaded(graph, write_plan(tmp_path / "plan", targets=targets))
    assess(graph, DAY)
    shown = run("money").stdout
    assert "The sheets of 2026-27 list no budget line: nothing was promised, so nothing can be late." in shown
    lines = {
        "budget_lines": "id,agency,title,source,amount\nL,ROADS,Road,,\n",
        "releases": "id,budget_line,released_by,planned_on,amount\nR,L,ROADS,2026-08-01,12.50\n",
    }
    loaded(graph, write_plan(tmp_path / "unpaid", targets=targets, **lines))
    assess(graph, DAY)
    row = money(graph, by="source").rows[0]
    assert (row.key, row.title, row.budget, row.short, row.timeliness) == ("", "source not said", None, 12.5, 0)
    assert "0 % of the money due came on time; 12.50 is short of 12.50" in run("money").stdout
    assert "1 of 1 withheld" in run("money").stdout
