"""What may not hold: on a small plan with each kind of finding, and unsigned requirements against plain Python."""

import json
from datetime import date
from pathlib import Path

import pytest
from attribution import reference
from attribution.random_plans import write_plan
from engine import loaded
from plan_folders import write_folder
from typer.testing import CliRunner

from graph_schema.answers.frames import to_frame, to_json
from graph_schema.answers.snapshot import whole
from graph_schema.answers.soundness.rows import WHY, Finding
from graph_schema.answers.soundness.soundness import soundness
from graph_schema.assess import assess
from graph_schema.graph import Graph
from graph_schema.question_errors import NotAssessedError
from loaders.cli import app
from loaders.load import load

PLAN = {
    "plan": "id,title,starts,ends\n26,Year,2026-07-01,2027-06-30\n",
    "agencies": "id,name,kind,part_of\nROADS,Roads,department,\nSIGNS,Signs,division,ROADS\n"
    "LAND,Land Office,department,\n"
    "FUND,Northern Fund,external,\nCOURT,High Court,external,\n",
    "agreements": "id,kind,agency,title,signed_on,published_at\nG-ROADS,APA,ROADS,Roads,2026-06-20,\n"
    "G-LAND,APA,LAND,Land,,https://x.example\n",
    "targets": "id,agency,title,measure,agreement,planned_finish,target\nROAD,ROADS,Road,date,G-ROADS,2027-01-31,\n"
    "KM,ROADS,Km,quantity,G-ROADS,2027-03-31,10\nBILL,LAND,Bill,date,G-LAND,2026-10-31,\n"
    "NEW,LAND,New,date,G-LAND,2027-06-30,\n",
    "milestones": "id,agency,kind,title,planned_finish\nPLOT,LAND,clearance,Plot,2026-12-01\n"
    "PLOT-2,LAND,clearance,Plot 2,2026-12-01\nDEED,LAND,clearance,Deed,2026-12-01\nLOAN,FUND,approval,Loan,2026-12-01\n"
    "EVER,LAND,event,Ever,\n",
    "requirements": "deliverable,requires,needed_by,agreed_on\nROAD,PLOT,2026-12-01,2026-06-20\n"
    "ROAD,PLOT-2,2026-12-01,2026-06-20\nROAD,DEED,2026-12-01,\nROAD,EVER,2026-12-01,2026-06-20\n"
    "KM,LOAN,2026-12-01,2026-06-20\nNEW,DEED,2026-12-01,2026-12-05\n",
    "progress": "deliverable,as_of,achieved,finished_on,forecast_finish,cause,note,evidence\n"
    "ROAD,2027-03-02,,2027-03-02,,,The road to the land office was closed by the roads division.,\n"
    "PLOT,2026-12-11,,2026-12-11,,,,\nPLOT-2,2026-12-11,,2026-12-11,,,,\nDEED,2026-12-26,,2026-12-26,,clearance,,\n"
    "LOAN,2026-12-21,,2026-12-21,,weather,,\nKM,2027-03-31,6,,,staff,Waiting for COURT and FUND and High Court.,\n"
    "BILL,2026-12-01,,,2027-01-31,donor,,\n",
}


@pytest.fixture
def small(graph: Graph, tmp_path: Path) -> Graph:
    """The small plan as of the end of March."""
    outcome = load(graph, [write_folder(tmp_path, **PLAN)])
    assert not outcome.refused, [str(p) for p in outcome.problems if p.severity == "problem"]
    assess(graph, date(2027, 3, 31))
    return graph


def of_kind(graph: Graph, kind: str) -> list[Finding]:
    return [f for f in soundness(graph).findings if f.kind == kind]


def test_undeclared_dependencies(small: Graph) -> None:
    """The owner's own people, single words and what is required anyway are no findings; a cause of others is one."""
    assert [(f.id, f.text, f.place.row) for f in of_kind(small, "undeclared dependency")] == [
        ("BILL", "the cause reported is “donor”, and no requirement explains a day of it", 8),
        ("KM", "a report names the High Court (COURT), and nothing of it is required", 7),
    ]


def test_unsigned_requirements_with_what_they_would_move(small: Graph) -> None:
    """ROAD: 30 days late, 10 of them for the plots. The deed came 25 days late: counted, it would take 15 more.

    NEW is not due, and expected 25 days late, since the deed pushes it.
    """
    road, new = of_kind(small, "unsigned requirement")
    assert (road.id, road.days) == ("ROAD", 15)
    loss = 50 * 20 / 100
    assert [(p.tier, p.points) for p in road.points] == [(1, pytest.approx(loss * 15 / 30, abs=1e-9))]
    assert road.text == (
        "requires “Deed” (DEED): never agreed in writing; if all such ones counted, they would take 15 days of its own"
    )
    assert (new.id, new.days, new.points) == ("NEW", 25, ())
    assert new.text.startswith("requires “Deed” (DEED): agreed on 5 December 2026, too late; if all such ones counted")
    assert [(f.id, f.text) for f in of_kind(small, "undated requirement")] == [
        ("ROAD", "requires “Ever” (EVER), which has no day")
    ]


def test_the_other_findings(small: Graph) -> None:
    found = {kind: [f.id for f in of_kind(small, kind)] for kind in WHY}
    assert found == {
        "undeclared dependency": ["BILL", "KM"],
        "unsigned requirement": ["ROAD", "NEW"],
        "undated requirement": ["ROAD"],
        "same dates": ["ROAD"],
        "unexplained": ["ROAD", "PLOT", "PLOT-2", "NEW"],
        "old forecast": ["BILL"],
        "no evidence": ["LOAN"],
        "unreported": [],
        "assumed weights": ["G-LAND", "G-ROADS"],
        "unsigned agreement": ["G-LAND"],
        "unpublished agreement": ["G-ROADS"],
    }
    assert of_kind(small, "same dates")[0].text == (
        "PLOT and PLOT-2 of the Land Office hold it up: promised for 1 December 2026, "
        "finished on 11 December 2026, all of them"
    )
    assert of_kind(small, "old forecast")[0].days == 59
    assert of_kind(small, "unexplained")[0].text == "20 days late of its own, without a cause"
    answer = soundness(small)
    assert [c.findings for c in answer.counts] == [len(ids) for ids in found.values() if ids]
    assert len(to_frame(answer.findings)) == len(answer.findings)
    json.dumps(to_json(answer))


def test_what_is_not_known_yet_is_no_finding(small: Graph) -> None:
    assess(small, date(2026, 7, 1))
    late = {"undeclared dependency", "same dates", "unexplained", "old forecast", "no evidence", "unreported"}
    assert not late & {f.kind for f in soundness(small).findings}
    assess(small, date(2026, 10, 31))
    assert [f.id for f in of_kind(small, "unreported")] == ["BILL"]


@pytest.mark.parametrize("seed", range(4))
def test_unsigned_requirements_of_random_plans(graph: Graph, seed: int, tmp_path: Path) -> None:
    """Own days less own days of the same plan with every requirement signed in time, where dates are the same."""
    written = write_plan(seed, tmp_path, 60)
    loaded(graph, written.folder)
    as_of = written.as_of[-1]
    assess(graph, date.fromisoformat(as_of))
    known = reference.assess(reference.load_plan(written.folder), as_of)
    things = whole(graph)
    seen = 0
    for year in written.plan_years:
        for finding in (f for f in soundness(graph, year).findings if f.kind == "unsigned requirement"):
            thing = things.things[finding.id]
            sizes: dict[bool, float] = {True: 0.0, False: 0.0}
            for need in things.needs.get(finding.id, ()):
                came = things.things[need.cause].finish
                late = max(0, min(came + need.lag, thing.finish) - need.owed_day)
                sizes[need.counts] = max(sizes[need.counts], late)
            own = float(known.days[finding.id].own) if finding.id in known.days else 0.0
            assert own == pytest.approx(thing.delay_days - min(thing.delay_days, sizes[True]), abs=1e-9)
            every = thing.delay_days - min(thing.delay_days, max(sizes.values()))
            assert finding.days == pytest.approx(own - every, abs=1e-9)
            seen += finding.days > 0
    assert seen or seed


def test_nothing_assessed_and_nothing_found(graph: Graph, tmp_path: Path) -> None:
    with pytest.raises(NotAssessedError):
        soundness(graph)
    sheets = {
        "plan": PLAN["plan"],
        "agencies": PLAN["agencies"],
        "targets": "id,agency,title,measure\nA,ROADS,A,date\n",
    }
    load(graph, [write_folder(tmp_path, **sheets)])
    assess(graph, date(2026, 8, 1))
    assert soundness(graph).text == "Nothing was found that would put these numbers in doubt."


@pytest.mark.usefixtures("small")
def test_the_command() -> None:
    result = CliRunner().invoke(app, ["soundness"], env={"COLUMNS": "80"})
    assert result.exit_code == 0, result.output
    assert "Unsigned requirement: 2" in result.stdout
    assert "requirements.csv, row 4" in result.stdout
    assert "5 points at tier 1" in " ".join(result.stdout.split())
    assert max(map(len, result.stdout.splitlines())) <= 80
    exact = CliRunner().invoke(app, ["soundness", "--json"])
    assert {c["kind"] for c in json.loads(exact.stdout)["counts"]} >= {"unexplained", "same dates"}
