"""Who signed, how they stand, what followed: on every worked case, and on a small plan with every gap."""

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from engine import VECTORS, loaded, worked_cases
from plan_folders import write_folder
from typer.testing import CliRunner

from graph_schema.answers.agreements.agreements import NO_RESULT, NOTHING_FOLLOWED, agreements
from graph_schema.answers.frames import to_frame, to_json
from graph_schema.assess import assess
from graph_schema.graph import Graph
from graph_schema.question_errors import NotAssessedError, UnknownPlanYearError
from loaders.cli import app
from loaders.load import load

CASES = [
    pytest.param(folder, answers.stem, id=f"{folder.name}-{answers.stem}")
    for folder in worked_cases()
    for answers in sorted((folder / "questions").glob("*.json"))
]

PLAN = {
    "plan": "id,title,starts,ends\n26,Year,2026-07-01,2027-06-30\n",
    "agencies": "id,name,kind,part_of\nROADS,Roads,department,\nBUDGET,Budget,department,\nSIGNS,Signs,division,ROADS\n"
    "LAMPS,Lamps,division,ROADS\nBARE,Bare,division,ROADS\n",
    "posts": "id,title,agency,heads\nDG,Director of Roads,ROADS,yes\nDB,Director of Budget,BUDGET,yes\n"
    "CS,Chief of Signs,SIGNS,yes\nPM,Prime Minister,BUDGET,no\n",
    "officials": "id,name\nAIDA,Aida Anon\nBO,Bo Anon\n",
    "tenures": "post,official,since,until\nDG,AIDA,,2026-12-31\nDB,BO,,\nPM,BO,,\nDG,BO,2027-01-01,\n",
    "agreements": "id,kind,agency,title,weight,signed_on,signed_by,signed_for,published_at\n"
    "G-ROADS,APA,ROADS,Roads,2,2026-07-02,DG,PM,https://x.example\n"
    "G-BUDGET,APA,BUDGET,Budget,1,2026-06-30,DB,DB,\nG-SIGNS,APA,SIGNS,Signs,1,2026-07-01,CS,,\n"
    "G-LAMPS,APA,LAMPS,Lamps,1,,,,https://y.example\nG-BARE,APA,BARE,Bare,1,2026-06-30,DG,PM,https://z.example\n",
    "targets": "id,agency,title,measure,agreement,weight,planned_finish\nROAD,ROADS,Road,date,G-ROADS,100,2027-01-31\n"
    "BILL,BUDGET,Bill,date,G-BUDGET,100,2026-10-31\nSIGN,SIGNS,Signs,date,G-SIGNS,,2027-06-30\n"
    "SIGN2,SIGNS,Signs 2,date,G-SIGNS,,2027-06-30\nLAMP,LAMPS,Lamps,date,G-LAMPS,100,2027-06-30\n",
    "milestones": "id,agency,kind,title,planned_finish\nPLOT,BUDGET,clearance,Plot,2026-12-01\n",
    "requirements": "deliverable,requires,needed_by,agreed_on\nROAD,PLOT,2026-12-01,2026-06-30\n",
    "progress": "deliverable,as_of,finished_on\nROAD,2027-03-02,2027-03-02\nBILL,2026-10-31,2026-10-31\n"
    "PLOT,2026-12-21,2026-12-21\nSIGN,2027-06-30,2027-06-30\nSIGN2,2027-06-30,2027-06-30\n"
    "LAMP,2027-06-30,2027-06-30\n",
    "results": "agreement,kind,decided_on,score,official,decided_by,note\nG-ROADS,result,2027-08-01,75,,PM,\n"
    "G-ROADS,warning,2027-08-02,,BO,PM,\nG-BUDGET,reward,2027-06-01,,,,\nG-SIGNS,none,2027-09-01,,,PM,\n"
    "G-LAMPS,sanction,2028-01-01,,,PM,after the day asked for\n",
}


@pytest.mark.parametrize(("folder", "stem"), CASES)
def test_leaders_stand_as_the_answer_files_say(open_once: Graph, folder: Path, stem: str) -> None:
    expected = json.loads((folder / "expected" / f"{stem}.json").read_text(encoding="utf-8"))
    asked = json.loads((folder / "questions" / f"{stem}.json").read_text(encoding="utf-8"))
    loaded(open_once, folder)
    assess(open_once, date.fromisoformat(expected["as_of"]))
    found = agreements(open_once, expected["plan_year"])
    json.dumps(to_json(found))
    seen = 0
    for tier, facts in expected["tiers"].items():
        rows = {r.agency.id: r for r in found.rows if r.tier == int(tier)}
        assert rows.keys() == facts["official"].keys()
        for agency, official in facts["official"].items():
            row = rows[agency]
            assert row.measured == pytest.approx(facts["measured"][agency], abs=1e-9)
            if not facts["measured"][agency]:
                assert (row.official, row.adjusted, row.change) == (None, None, None)
                continue
            assert row.official == pytest.approx(official, abs=1e-9)
            assert row.adjusted == pytest.approx(facts["adjusted"][agency], abs=1e-9)
    for term in (t for leader in found.leaders for t in leader.terms if t.plan_year == expected["plan_year"]):
        matrix: dict[str, dict[str, float]] = asked["matrix"][str(term.tier)]
        row = next(r for r in found.rows if r.agreement == term.agreement)
        weight = weight_of(folder, term.agreement)
        borne = {v: x / weight for v, x in matrix.get(term.agency.id, {}).items() if v != term.agency.id}
        caused = {
            u: cells[term.agency.id] / weight for u, cells in matrix.items() if term.agency.id in cells
        }  # fmt: skip
        caused.pop(term.agency.id, None)
        assert {e.agency.id: e.points for e in term.borne} == pytest.approx(borne, abs=1e-9)
        assert {e.agency.id: e.points for e in term.caused} == pytest.approx(caused, abs=1e-9)
        if term.change is not None:
            assert term.from_others - term.to_others == pytest.approx(row.change, abs=1e-9)
        seen += 1
    assert seen == sum(1 for r in found.rows if r.signed_by)


def weight_of(folder: Path, agreement: str) -> float:
    """The weight of an agreement in its tier, as written."""
    for file in sorted(folder.rglob("agreements.csv")):
        for row in csv.DictReader(file.open(encoding="utf-8")):
            if row["id"] == agreement:
                return float(row.get("weight") or 1)
    raise AssertionError(agreement)


@pytest.fixture
def small(graph: Graph, tmp_path: Path) -> Graph:
    """The small plan, assessed half a year after its end."""
    outcome = load(graph, [write_folder(tmp_path, **PLAN)])
    assert not outcome.refused, [str(p) for p in outcome.problems if p.severity == "problem"]
    assess(graph, date(2027, 12, 31))
    return graph


def test_what_is_missing_or_odd_is_said(small: Graph) -> None:
    found = agreements(small)
    assert {r.agreement: r.gaps for r in found.rows} == {
        "G-ROADS": ("signed 1 day late",),
        "G-BUDGET": ("one post signed for both sides", "unpublished", NO_RESULT),
        "G-SIGNS": (
            "nobody is named who signed for the government",
            "the post that signed stood vacant on that day",
            "unpublished",
            "equal weights are assumed",
            NO_RESULT,
        ),
        "G-LAMPS": ("unsigned", NO_RESULT, NOTHING_FOLLOWED),
        "G-BARE": ("signed by a post of ROADS", "no targets", NO_RESULT, NOTHING_FOLLOWED),
    }
    assert [(g.kind, g.id) for g in found.uncovered] == [("no targets", "G-BARE")]
    assert [(t.tier, t.agencies, t.agreements, t.in_use) for t in found.tiers] == [(1, 2, 2, 2), (2, 3, 3, 2)]
    assert found.text.startswith("5 agreements: 1 unsigned, 1 signed late, 2 unpublished.")


def test_what_followed_stands_beside_the_recomputed_score(small: Graph) -> None:
    """ROAD is 30 days late (80 points), 20 of them waiting for the plot: 20 of its 30 days began in BUDGET."""
    found = agreements(small)
    result, warning, reward, none = (
        next(c for c in found.consequences if c.kind == kind) for kind in ("result", "warning", "reward", "none")
    )
    assert len(found.consequences) == 4  # what was decided after the day asked for is not known yet
    lost = 20
    assert result.official == pytest.approx(100 - lost, abs=1e-9)
    assert result.adjusted == pytest.approx(100 - lost * 10 / 30, abs=1e-9)
    assert result.difference == pytest.approx(75 - 80, abs=1e-9)
    assert result.text == "declared 5.0 points below the recomputed score"
    assert warning.outside_percent == pytest.approx(100 * 20 / 30, abs=1e-9)
    assert (result.doubtful, warning.doubtful, reward.doubtful, none.doubtful) == (False, True, False, False)
    assert warning.posts == ("DB", "DG", "PM")
    assert (warning.official_id, warning.name) == ("", "")
    assert reward.outside_percent is None
    assert reward.text == "decided before the year was over; nobody is named who decided"
    assert found.text.endswith("1 consequence falls on an agency that lost most to causes outside: was it just?")


def test_leaders_over_posts_and_by_name_on_request(small: Graph) -> None:
    by_post = {leader.posts: leader for leader in agreements(small).leaders}
    assert by_post.keys() == {("DG",), ("DB",), ("CS",)}
    assert by_post["DG",].label == "Director of Roads (DG)"
    assert [t.agreement for t in by_post["DG",].terms] == ["G-ROADS", "G-BARE"]
    weight, moved = 2, 20 * 20 / 30
    assert by_post["DG",].change == pytest.approx(moved, abs=1e-9)  # G-BARE has no score: the mean is of one
    assert by_post["DB",].change == pytest.approx(-moved * weight, abs=1e-9)
    named = agreements(small, persons=True)
    people = {leader.official_id: leader for leader in named.leaders}
    assert {k: [t.agreement for t in v.terms] for k, v in people.items()} == {
        "AIDA": ["G-ROADS", "G-BARE"],
        "BO": ["G-BUDGET"],
        "": ["G-SIGNS"],
    }
    assert next(c.official_id for c in named.consequences if c.kind == "warning") == "BO"
    assert "AIDA" not in json.dumps(to_json(agreements(small)))
    assert list(to_frame(named.leaders)["official_id"]) == [leader.official_id for leader in named.leaders]


def test_before_the_end_of_the_year_nothing_is_expected_to_have_followed(small: Graph) -> None:
    assess(small, date(2027, 6, 29))
    found = agreements(small)
    assert not found.over
    assert not {NO_RESULT, NOTHING_FOLLOWED} & {gap for row in found.rows for gap in row.gaps}
    assert [c.kind for c in found.consequences] == ["reward"]
    assess(small, date(2026, 1, 1))
    assert {r.official for r in agreements(small).rows} == {None}
    assert all(leader.official is None for leader in agreements(small).leaders)


def test_no_tenures_means_nothing_of_vacancies(graph: Graph, tmp_path: Path) -> None:
    sheets = {k: v for k, v in PLAN.items() if k not in ("tenures", "officials", "results")}
    assert not load(graph, [write_folder(tmp_path, **sheets)]).refused
    assess(graph, date(2027, 6, 30))
    found = agreements(graph, persons=True)
    assert not [gap for row in found.rows for gap in row.gaps if "vacant" in gap]
    assert {leader.posts for leader in found.leaders} == {("DG",), ("DB",), ("CS",)}


def test_questions_that_cannot_be_answered(graph: Graph) -> None:
    with pytest.raises(NotAssessedError):
        agreements(graph)
    loaded(graph, VECTORS / "people")
    assess(graph, date(2027, 6, 30))
    with pytest.raises(UnknownPlanYearError):
        agreements(graph, "1999")


def run(*arguments: str) -> Any:
    result = CliRunner().invoke(app, arguments, env={"COLUMNS": "80"})
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.mark.usefixtures("small")
def test_the_command() -> None:
    shown = run("agreements")
    assert "signed 1 day late" in shown
    assert "4 of 5 agreements of the year that is over: no result was declared." in shown
    assert "Anon" not in shown
    assert "Bo Anon (BO)" in run("agreements", "--persons")
    assert max(map(len, shown.splitlines())) <= 80
    assert json.loads(run("agreements", "--json"))["rows"][0]["agreement"] == "G-BUDGET"
