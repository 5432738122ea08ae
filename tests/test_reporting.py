"""Who reports, whether it fits, what is on track: against counts by hand, and against plain Python on the sample."""

import csv
import json
from calendar import monthrange
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from plan_folders import write_folder
from typer.testing import CliRunner

from graph_schema.answers.frames import to_json
from graph_schema.answers.report import report
from graph_schema.answers.reporting.calendar import kept, periods
from graph_schema.answers.reporting.reporting import reporting
from graph_schema.answers.reporting.trajectory import trajectory
from graph_schema.assess import assess
from graph_schema.graph import Graph
from graph_schema.question_errors import NotAssessedError
from loaders.cli import app
from loaders.load import load
from loaders.sample import AS_OF, PLAN_YEARS, PLANS

PLAN = {
    "plan": "id,title,starts,ends\n26,Year,2026-07-01,2027-06-30\n",
    "agencies": "id,name,kind,part_of\nROADS,Roads,department,\nLAND,Land,department,\n",
    "targets": "id,agency,title,measure,unit,planned_start,planned_finish,target,better,baseline,excellent,very_good,"
    "good,fair,poor\n"
    "ROAD,ROADS,Road,date,,2026-09-10,2026-12-31,,,,,,,,\nKM,ROADS,Km,quantity,km,,,10,,,,,,,\n"
    "SICK,LAND,Days ill,quantity,days,,,4,,,4,5,6,7,8\nSAME,LAND,Same,date,,,2027-06-30,,,,,,,,\n"
    "NONE,LAND,None,cascade,,,,,,,,,,,\n",
    "milestones": "id,agency,kind,title,planned_finish\nPLOT,LAND,clearance,Plot,2026-08-15\nEVER,LAND,event,Ever,\n",
    "trajectory": "deliverable,by,planned\nKM,2026-09-30,2\nKM,2026-12-31,5\nKM,2027-06-30,10\nSICK,2026-12-31,6\n"
    "SICK,2027-03-31,5\nSAME,2026-12-31,1\n",
    "progress": "deliverable,as_of,source,reported_on,achieved,finished_on,forecast_finish,status\n"
    "ROAD,2026-09-30,,2026-10-10,,,2026-12-31,on track\nROAD,2026-10-31,,2026-11-11,,,2027-01-31,on track\n"
    "ROAD,2026-12-05,,2026-12-06,,,2027-02-28,on track\nKM,2026-09-30,,,2,,,on track\n"
    "KM,2026-12-31,,,4,,,done\nKM,2026-12-31,verified,,5,,,done\nSICK,2026-12-31,,,7,,,at risk\n"
    "PLOT,2026-08-10,,,,2026-08-10,,blocked\nSAME,2026-12-01,,,,,,delayed\n",
}
TODAY = date(2027, 1, 10)


@pytest.fixture
def small(graph: Graph, tmp_path: Path) -> Graph:
    """The small plan as of the last day on which the reports of December are in time."""
    outcome = load(graph, [write_folder(tmp_path, **PLAN)])
    assert not outcome.refused, [str(p) for p in outcome.problems if p.severity == "problem"]
    assess(graph, TODAY)
    return graph


def test_reports_are_held_to_the_calendar(small: Graph) -> None:
    """ROAD: September on the last day, October a day late, November missing, December in time."""
    found = reporting(small)
    things = {t.thing: (t.expected, t.in_time, t.late, t.missing) for t in found.things}
    assert things == {
        "ROAD": (4, 2, 1, 1),
        "KM": (6, 2, 0, 4),
        "SICK": (6, 1, 0, 5),
        "SAME": (6, 1, 0, 5),
        "PLOT": (2, 1, 0, 1),
    }
    road = next(t for t in found.things if t.thing == "ROAD")
    assert (road.missing_since, road.most_days_late) == ((date(2026, 11, 1),), 1)
    assert [(a.agency.id, a.things, a.expected, a.in_time, a.late, a.missing) for a in found.agencies] == [
        ("LAND", 3, 14, 3, 0, 11),
        ("ROADS", 2, 10, 4, 1, 5),
    ]
    assert found.text == (
        "7 of 24 reports came in time, 1 late, 16 not at all. Least in time: Land, 3 of 14. "
        "3 reported statuses do not fit what is computed."
    )
    assess(small, date(2027, 1, 9))  # the reports of December may still come
    assert sum(a.expected for a in reporting(small).agencies) == 20
    assert sum(a.expected for a in reporting(small, months=6, within=0).agencies) == 5
    assess(small, date(2026, 6, 1))
    assert reporting(small).text == "No report is due yet."


def test_a_status_that_does_not_fit_is_named(small: Graph) -> None:
    found = {s.thing: (s.fits, s.computed) for s in reporting(small).statuses}
    assert found == {
        "ROAD": (False, "not finished, due already, 59 days late"),
        "KM": (False, "not finished, expected in time on 30 June 2027"),
        "SICK": (True, "not finished, expected in time on 30 June 2027"),
        "PLOT": (True, "finished on 10 August 2026"),
        "SAME": (False, "not finished, expected in time on 30 June 2027"),
    }


def test_the_history_of_promises(small: Graph) -> None:
    (road,) = reporting(small).promises
    assert [t.finish for t in road.told] == [date(2027, 1, 31), date(2027, 2, 28)]
    assert (road.first, road.times, road.moved, road.finished, road.off) == (date(2026, 12, 31), 2, 59, None, None)


def test_marks_are_by_what_was_known_of_the_day(small: Graph) -> None:
    """A verified total of the same day holds; less is better where the grid falls; not due stays without a mark."""
    found = trajectory(small)
    assert [(r.thing, r.by.month, r.mark, r.reached, r.lacking) for r in found.rows] == [
        ("KM", 9, "on track", 2, 0),
        ("KM", 12, "on track", 5, 0),
        ("KM", 6, "not due", 5, None),
        ("SAME", 12, "unreported", None, None),
        ("SICK", 12, "behind", 7, 1),
        ("SICK", 3, "not due", 7, None),
    ]
    assert [(t.thing, t.mark, t.next_planned) for t in found.things] == [
        ("SICK", "behind", 5), ("SAME", "unreported", None), ("KM", "on track", 10)
    ]  # fmt: skip
    assert found.text == "Of 3 with an interim target due, 1 on track, 1 behind, 1 unreported."
    assess(small, date(2026, 7, 1))
    assert trajectory(small).text == "No interim target is due yet."


def test_periods_are_months_from_the_first_day() -> None:
    year = periods(date(2026, 1, 31), date(2026, 6, 15), 1, 10)
    ends = [date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30), date(2026, 5, 31)]
    assert [p.first for p in year] == [date(2026, 1, 31), *ends]
    assert (year[-1].last, year[-1].deadline) == (date(2026, 6, 15), date(2026, 6, 25))
    assert all(a.last + timedelta(1) == b.first for a, b in pairwise(year))
    quarters = periods(date(2026, 7, 1), date(2027, 6, 30), 3, 0)
    assert [p.first.month for p in quarters] == [7, 10, 1, 4]
    assert kept(quarters, [], date(2027, 6, 30), start=None, finish=date(2026, 9, 30)).expected == 1


def test_nothing_assessed_and_nothing_planned(graph: Graph, tmp_path: Path) -> None:
    with pytest.raises(NotAssessedError):
        trajectory(graph)
    load(graph, [write_folder(tmp_path, **{k: v for k, v in PLAN.items() if k not in ("trajectory", "progress")})])
    assess(graph, TODAY)
    assert trajectory(graph).text == "No interim target is planned in this year."
    assert reporting(graph).statuses == reporting(graph).promises == ()
    assert {a.percent for a in reporting(graph).agencies} == {0.0}


@pytest.mark.parametrize("year", PLAN_YEARS)
def test_the_sample_against_plain_python(open_once: Graph, year: str) -> None:
    """Counts and marks of Oruvia from its CSV files, month by month."""
    open_once.write_alone("CYPHER 25 MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 20000 ROWS")
    assert not load(open_once, [PLANS]).refused
    today = date.fromisoformat(AS_OF)
    assess(open_once, today)
    facts = report(open_once, year)["deliverables"]
    sheets = {name: list(csv.DictReader((PLANS / year / f"{name}.csv").open(encoding="utf-8"))) for name in (
        "targets", "milestones", "trajectory", "plan")}  # fmt: skip
    told: dict[str, list[dict[str, str]]] = {}
    for folder in PLAN_YEARS:
        for r in csv.DictReader((PLANS / folder / "progress.csv").open(encoding="utf-8")):
            if r["as_of"] <= AS_OF:
                told.setdefault(r["deliverable"], []).append(r)
    starts = date.fromisoformat(sheets["plan"][0]["starts"])
    expected = in_time = 0
    for row in sheets["targets"] + sheets["milestones"]:
        fact = facts[row["id"]]
        if row.get("measure", "date") not in ("date", "quantity") or ("measure" not in row and "finish" not in fact):
            continue
        finish = date.fromisoformat(fact.get("finish", "2099-01-01"))  # without: nobody said which way is good
        for k in range(12):
            y, m = divmod(starts.month - 1 + k, 12)
            first = date(starts.year + y, m + 1, 1)
            last = first.replace(day=monthrange(first.year, first.month)[1])
            over = finish <= today and finish < first
            if last + timedelta(10) > today or over or (row["planned_start"] and row["planned_start"] > str(last)):
                continue
            expected += 1
            mine = [
                r["reported_on"] or r["as_of"] for r in told.get(row["id"], []) if str(first) <= r["as_of"] <= str(last)
            ]
            in_time += bool(mine) and min(mine) <= str(last + timedelta(10))
    found = reporting(open_once, year)
    assert (sum(a.expected for a in found.agencies), sum(a.in_time for a in found.agencies)) == (expected, in_time)
    marks = {(r.thing, r.by.isoformat()): r for r in trajectory(open_once, year).rows}
    assert len(marks) == len(sheets["trajectory"]) > 0
    for row in sheets["trajectory"]:
        known = [r for r in told.get(row["deliverable"], []) if r["achieved"] and r["as_of"] <= row["by"]]
        last_told = max(known, key=lambda r: (r["as_of"], r["source"] == "verified", r["reported_on"]), default=None)
        mark = marks[row["deliverable"], row["by"]]
        assert mark.reached == (float(last_told["achieved"]) if last_told else None)
        if row["by"] > AS_OF:
            assert mark.mark == "not due"
    json.dumps(to_json(found))


@pytest.mark.usefixtures("small")
def test_the_commands() -> None:
    for command, words in (
        ("reporting", "Reports of every month, due 10 days after its end"),
        ("trajectory", "behind"),
    ):
        result = CliRunner().invoke(app, [command], env={"COLUMNS": "80"})
        assert result.exit_code == 0, result.output
        assert words in result.stdout
        assert max(map(len, result.stdout.splitlines())) <= 80
        exact = CliRunner().invoke(app, [command, "--json"])
        assert json.loads(exact.stdout)["plan_year"]["id"] == "26"
    assert (
        "every 3 months, due 0 days" in CliRunner().invoke(app, ["reporting", "--months", "3", "--within", "0"]).stdout
    )
