"""What changes of plan moved: on every worked case, and on a small plan with late, cut and to-and-fro revisions."""

import json
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from engine import differences, loaded, worked_cases
from plan_folders import write_folder
from typer.testing import CliRunner

from graph_schema.answers.frames import to_frame, to_json
from graph_schema.answers.report import report
from graph_schema.answers.revisions.revisions import revisions
from graph_schema.assess import assess
from graph_schema.graph import Graph
from graph_schema.question_errors import NotAssessedError
from loaders.cli import app
from loaders.load import load

CASES = [
    pytest.param(folder, answers.stem, id=f"{folder.name}-{answers.stem}")
    for folder in worked_cases()
    for answers in sorted((folder / "questions").glob("*.json"))
]
SIGNED = "2026-06-20"
PLAN = {
    "plan": "id,title,starts,ends\n26,Year,2026-07-01,2027-06-30\n",
    "agencies": "id,name,kind,part_of\nROADS,Roads,department,\nBUDGET,Budget,department,\n",
    "posts": "id,title,agency,heads\nDG,Director of Roads,ROADS,yes\nPM,Prime Minister,BUDGET,yes\n",
    "agreements": "id,kind,agency,title,signed_on,signed_by\n"
    f"G-ROADS,APA,ROADS,Roads,{SIGNED},DG\nG-BUDGET,APA,BUDGET,Budget,{SIGNED},PM\n",
    "targets": "id,agency,title,measure,agreement,weight,planned_start,planned_finish,target,baseline\n"
    "ROAD,ROADS,Road,date,G-ROADS,60,2026-07-01,2027-01-31,,\nKM,ROADS,Km,quantity,G-ROADS,40,,,10,\n"
    "BILL,BUDGET,Bill,date,G-BUDGET,100,,2026-10-31,,\n",
    "budget_lines": "id,agency,title,amount\nL,ROADS,Road,100\n",
    "releases": "id,budget_line,released_by,planned_on,amount\nL-1,L,BUDGET,2026-08-31,60\n"
    "L-2,L,BUDGET,2026-12-31,40\n",
    "milestones": "id,agency,kind,title,planned_finish\nPLOT,BUDGET,clearance,Plot,2026-12-01\n",
    "requirements": f"deliverable,requires,needed_by,agreed_on\nROAD,PLOT,2026-12-01,{SIGNED}\nROAD,L-1,,\n",
    "payments": "budget_line,paid_on,amount\nL,2026-08-10,50\nL,2026-09-30,10\n",
    "progress": "deliverable,as_of,achieved,finished_on\nROAD,2027-03-02,,2027-03-02\nBILL,2026-10-31,,2026-10-31\n"
    "PLOT,2026-12-21,,2026-12-21\nKM,2026-10-31,6,\nKM,2027-06-30,7,\n",
    "revisions": "sheet,id,requires,column,value,revised_on,approved_by,reason\n"
    "releases,L-1,,amount,45,2026-08-20,PM,\n"
    "targets,KM,,target,5,2026-11-30,DG,\n"
    "targets,ROAD,,planned_finish,2027-02-28,2026-09-01,PM,\n"
    "targets,ROAD,,planned_finish,2027-02-10,2026-10-01,PM,\n"
    "targets,ROAD,,planned_start,,2027-02-10,,\n"
    "milestones,PLOT,,planned_finish,2026-12-20,2026-12-02,PM,\n"
    "requirements,ROAD,PLOT,lag_days,3,2026-12-01,PM,\n"
    "targets,ROAD,,weight,50,2027-02-11,PM,\ntargets,KM,,weight,50,2027-02-11,PM,\n",
}


@pytest.mark.parametrize(("folder", "stem"), CASES)
def test_first_promise_beside_in_force_as_the_answer_files_say(open_once: Graph, folder: Path, stem: str) -> None:
    expected = json.loads((folder / "expected" / f"{stem}.json").read_text(encoding="utf-8"))
    asked = json.loads((folder / "questions" / f"{stem}.json").read_text(encoding="utf-8"))["first_promise"]
    loaded(open_once, folder)
    assess(open_once, date.fromisoformat(expected["as_of"]))
    found = revisions(open_once, expected["plan_year"])
    json.dumps(to_json(found))
    first: dict[str, Any] = {"official": {}, "adjusted": {}}
    now: dict[str, Any] = {"official": {}, "adjusted": {}}
    for score in found.scores:
        for into, prefix in ((first, "first_"), (now, "")):
            for name in ("official", "adjusted"):
                value = getattr(score, f"{prefix}{name}")
                if value is not None:
                    into[name].setdefault(str(score.tier), {})[score.agency.id] = value
    tiers = expected["tiers"]
    due = {t: {a for a, m in facts["measured"].items() if m} for t, facts in tiers.items()}
    for name in ("official", "adjusted"):
        wanted = {t: {a: x for a, x in facts[name].items() if a in due[t]} for t, facts in tiers.items() if due[t]}
        assert list(differences(wanted, now[name])) == []
        for tier, of in first[name].items():
            assert list(differences({a: asked[name][tier][a] for a in of}, of)) == []
    assert {str(g.tier): g.first for g in found.government} == pytest.approx(asked["government"], abs=1e-9)
    raw = {t.thing: t.first_score for t in found.things if t.first_score is not None}
    assert list(differences({k: asked["raw"][k] for k in raw}, raw)) == []
    for thing in found.things:
        assert thing.delay == expected["deliverables"][thing.thing].get("delay_days", thing.delay)
        if thing.score is not None:
            assert thing.score == pytest.approx(expected["deliverables"][thing.thing]["raw"], abs=1e-9)
        for tier in thing.charged:
            charged = expected["tiers"][str(tier.tier)]["charged_by_deliverable"].get(thing.thing, 0.0)
            assert tier.now == pytest.approx(charged, abs=1e-9)


@pytest.fixture
def small(graph: Graph, tmp_path: Path) -> Graph:
    """The small plan as of the end of its year."""
    outcome = load(graph, [write_folder(tmp_path / "plan", **PLAN)])
    assert not outcome.refused, [str(p) for p in outcome.problems if p.severity == "problem"]
    assess(graph, date(2027, 6, 30))
    return graph


def test_revisions_in_order_with_what_stood_there(small: Graph) -> None:
    rows = revisions(small).rows
    found = [(r.thing, r.column, r.was, r.to, r.timely, r.past, r.moved) for r in rows]
    assert found == [
        ("L-1", "amount", "60", "45", True, 0, None),
        ("ROAD", "planned_finish", "2027-01-31", "2027-02-28", True, 0, 28),
        ("ROAD", "planned_finish", "2027-02-28", "2027-02-10", True, 0, -18),
        ("KM", "target", "10", "5", True, 0, None),
        ("ROAD", "lag_days", "", "3", True, 0, None),
        ("PLOT", "planned_finish", "2026-12-01", "2026-12-20", False, 1, None),
        ("ROAD", "planned_start", "2026-07-01", "", True, 0, None),
        ("KM", "weight", "40", "50", False, 0, None),
        ("ROAD", "weight", "60", "50", False, 1, None),
    ]
    gaps = {(r.thing, r.column, r.revised_on.isoformat()): r.gaps for r in rows if r.gaps}
    assert gaps == {
        ("L-1", "amount", "2026-08-20"): (
            "lowered below the 50 that had come: the cut charges though nothing was missing",
        ),
        ("KM", "target", "2026-11-30"): (
            "lowered below the 6 that had come: the cut charges though nothing was missing",
        ),
        ("ROAD", "planned_finish", "2026-10-01"): ("the date was moved to and fro",),
        ("ROAD", "planned_start", "2027-02-10"): ("on the last timely day", "nobody is named who approved"),
        ("ROAD", "lag_days", "2026-12-01"): ("on the last timely day",),
    }
    assert [r.thing for r in rows if r.within] == ["L-1", "KM", "PLOT"]
    assert [r.last_day for r in rows if r.thing == "PLOT"] == [date(2026, 12, 1)]


def test_what_they_moved_and_what_is_not_known_yet(small: Graph) -> None:
    found = revisions(small)
    things = {t.thing: t for t in found.things}
    assert things.keys() == {"L-1", "ROAD", "KM"}  # what was revised too late moved nothing
    road = things["ROAD"]
    assert (road.first_delay, road.delay, road.revisions) == (30, 20, 4)
    assert (road.first_lost, road.lost) == pytest.approx((60 * 20 / 100, 60 * (20 * 2 / 3) / 100), abs=1e-9)
    assert (things["KM"].first_score, things["KM"].score) == pytest.approx((70, 100), abs=1e-9)
    roads = next(s for s in found.scores if s.agency.id == "ROADS")
    assert (roads.first_official, roads.official) == pytest.approx((76, 92), abs=1e-9)
    assert found.text == (
        "9 revisions, 3 of them too late to change a number. Tier 1 stands at 96.0; against the first promise at 88.0. "
        "5 stand where the rule has a gap."
    )
    assess(small, date(2026, 9, 15))
    assert [r.thing for r in revisions(small).rows] == ["L-1", "ROAD"]
    assess(small, date(2026, 1, 1))
    assert revisions(small).text == "Nothing was revised."


def corrected(**cells: tuple[str, str]) -> Mapping[str, str]:
    """The plan without revisions, with one text of a sheet replaced."""
    sheets = {k: v for k, v in PLAN.items() if k != "revisions"}
    for sheet, (old, new) in cells.items():
        assert old in sheets[sheet]
        sheets[sheet] = sheets[sheet].replace(old, new)
    return sheets


def test_a_correction_after_the_signature_stays_listed(graph: Graph, tmp_path: Path) -> None:
    """The points it moves are those by which a real assessment of the target differs."""
    load(graph, [write_folder(tmp_path / "1", **corrected())])
    assess(graph, date(2027, 6, 30))
    before = report(graph)["deliverables"]
    assert revisions(graph).corrections == ()
    changed = corrected(
        targets=(
            "ROAD,ROADS,Road,date,G-ROADS,60,2026-07-01,2027-01-31,,\nKM,ROADS,Km,quantity,G-ROADS,40,,,10,\n",
            "ROAD,ROADS,Road,date,G-ROADS,50,2026-07-01,2027-02-20,,\nKM,ROADS,Km,quantity,G-ROADS,50,,,8,\n",
        ),
        requirements=(f"ROAD,PLOT,2026-12-01,{SIGNED}", f"ROAD,PLOT,2026-11-01,{SIGNED}"),
        releases=("L-2,L,BUDGET,2026-12-31,40", "L-2,L,BUDGET,2027-01-31,40"),
    )
    assert not load(graph, [write_folder(tmp_path / "2", **changed)]).refused
    assess(graph, date(2027, 6, 30))
    after = report(graph)["deliverables"]
    rows = revisions(graph).corrections
    assert {(r.sheet, r.key, r.column, r.was, r.now, r.agreement) for r in rows} == {
        ("targets", ("ROAD",), "weight", "60", "50", "G-ROADS"),
        ("targets", ("ROAD",), "planned_finish", "2027-01-31", "2027-02-20", "G-ROADS"),
        ("targets", ("KM",), "weight", "40", "50", "G-ROADS"),
        ("targets", ("KM",), "target", "10", "8", "G-ROADS"),
        ("requirements", ("ROAD", "PLOT"), "needed_by", "2026-12-01", "2026-11-01", "G-ROADS"),
        ("releases", ("L-2",), "planned_on", "2026-12-31", "2027-01-31", "G-BUDGET"),
    }
    moved = {k: sum(r.points or 0.0 for r in rows if r.key == (k,)) for k in ("ROAD", "KM")}
    assert moved == pytest.approx({k: after[k]["loss"] - before[k]["loss"] for k in moved}, abs=1e-9)
    assert {r.points for r in rows if r.sheet != "targets"} == {None}
    assert {(r.load, r.signed_on) for r in rows} == {(2, date.fromisoformat(SIGNED))}
    assert "6 changes were made after signing without a revision." in revisions(graph).text
    assert len(to_frame(rows)) == 6
    gone = corrected(requirements=("ROAD,L-1,,\n", ""))
    load(graph, [write_folder(tmp_path / "3", **gone)], allow_removals=True)
    assess(graph, date(2027, 6, 30))
    removed = [r for r in revisions(graph).corrections if not r.column]
    assert [(r.key, r.now, r.points) for r in removed] == [(("ROAD", "L-1"), "", None)]


def test_a_correction_before_the_signature_is_none(graph: Graph, tmp_path: Path) -> None:
    tomorrow = (datetime.now().astimezone().date() + timedelta(2)).isoformat()
    sheets = corrected(agreements=(SIGNED, tomorrow))
    load(graph, [write_folder(tmp_path / "1", **sheets)])
    other = dict(sheets) | {"targets": sheets["targets"].replace("2027-01-31", "2027-02-20")}
    load(graph, [write_folder(tmp_path / "2", **other)])
    assess(graph, date(2027, 6, 30))
    assert revisions(graph).corrections == ()


def test_nothing_assessed(graph: Graph) -> None:
    with pytest.raises(NotAssessedError):
        revisions(graph)


@pytest.mark.usefixtures("small")
def test_the_command() -> None:
    result = CliRunner().invoke(app, ["revisions"], env={"COLUMNS": "80"})
    assert result.exit_code == 0, result.output
    assert "1 day too late: it changed no number" in " ".join(result.stdout.split())
    assert "KM: target 10 → 5; by DG, of the same agency" in " ".join(result.stdout.split())
    assert max(map(len, result.stdout.splitlines())) <= 80
    exact = CliRunner().invoke(app, ["revisions", "--json"])
    assert json.loads(exact.stdout)["rows"][0]["thing"] == "L-1"
