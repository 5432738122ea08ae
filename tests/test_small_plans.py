"""Small plans by which an error was once found: each held to the reference."""

from pathlib import Path
from typing import Any

import pytest
from attribution import questions, reference
from engine import differences, loaded, reports
from plan_folders import write_folder

from graph_schema.answers.questions import report_questions
from graph_schema.graph import Graph

YEAR, DAY = "2026-27", "2027-06-30"
PLAN = {
    "plan": "id,title,starts,ends\n2026-27,Year,2026-07-01,2027-06-30\n",
    "agencies": "id,name,kind,part_of\nROADS,Roads,department,\nDNB,Budget,department,\nCOUNCIL,Council,council,\n",
    "posts": "id,title,agency,heads\nCHAIR,Chair,COUNCIL,yes\n",
    "agreements": "id,kind,agency,title\nAPA,APA,ROADS,Roads\n",
}


def agrees(graph: Graph, folder: Path, **sheets: str) -> dict[str, Any]:
    """Hold everything that is told of a plan to the reference, and return what is told of each deliverable."""
    write_folder(folder, **PLAN, **sheets)
    loaded(graph, folder)
    years, found = reference.load_plan(folder), reports(graph, DAY, (YEAR,))[YEAR]
    assert list(differences(reference.report(years, DAY, YEAR), found)) == []
    assert list(differences(questions.questions(years, DAY, YEAR), report_questions(graph, YEAR))) == []
    return found["deliverables"]


GRID = "id,agency,agreement,title,measure,unit,weight,planned_finish,excellent,very_good,good,fair,poor\n"


def test_a_blank_target_that_is_revised_is_a_new_target_of_who_waits(graph: Graph, tmp_path: Path) -> None:
    """The target of KM was its excellent 4; raised to 5 after the money was, it is owed the money of 5 in 4."""
    found = agrees(
        graph,
        tmp_path,
        targets=GRID + "KM,ROADS,APA,Kilometres,quantity,km,100,2026-10-03,4,3.8,3.4,3.3,3\n",
        budget_lines="id,agency,title\nL,ROADS,Line\n",
        releases="id,budget_line,released_by,planned_on,amount\nM,L,DNB,2026-09-15,50\n",
        requirements="deliverable,requires\nKM,M\n",
        payments="budget_line,paid_on,amount\nL,2026-09-15,50\n",
        progress="deliverable,as_of,achieved\nKM,2026-09-20,3.6\n",
        revisions=(
            "sheet,id,column,value,revised_on\nreleases,M,amount,75,2026-07-11\ntargets,KM,target,5,2026-08-01\n"
        ),
    )
    assert found["KM"]["direct_causes_units"] == pytest.approx({"M": 1.0})


def test_a_blank_target_that_is_revised_is_a_new_amount_of_what_is_waited_for(graph: Graph, tmp_path: Path) -> None:
    """Of the 4 (its excellent value) that was promised first, PLOTS lowered itself to 3: a quarter never comes."""
    found = agrees(
        graph,
        tmp_path,
        targets=(
            GRID + "PLOTS,DNB,,Plots,quantity,plots,,2026-10-03,4,3.8,3.4,3.3,2.9\n"
            "ROAD,ROADS,APA,Road,date,,100,2027-01-31,,,,,\n"
        ),
        requirements="deliverable,requires,agreed_on\nROAD,PLOTS,2026-06-30\n",
        progress="deliverable,as_of,achieved,finished_on\nPLOTS,2026-09-20,3,\nROAD,2027-02-20,,2027-02-20\n",
        revisions="sheet,id,column,value,revised_on\ntargets,PLOTS,target,3,2026-08-01\n",
    )
    assert found["ROAD"]["direct_causes_days"] == pytest.approx({"PLOTS": 20.0})


def test_what_moved_its_own_date_keeps_what_a_ruling_puts_on_it(graph: Graph, tmp_path: Path) -> None:
    """PLOTS has what ROAD is owed in time, but moved its own day; of the 5 days nothing goes on to the late MONEY."""
    found = agrees(
        graph,
        tmp_path,
        targets=(
            "id,agency,agreement,title,measure,unit,weight,planned_finish,target\n"
            "PLOTS,DNB,,Plots,quantity,plots,,2026-09-30,4\nROAD,ROADS,APA,Road,date,,100,2027-01-31,\n"
        ),
        budget_lines="id,agency,title\nL,DNB,Line\n",
        releases="id,budget_line,released_by,planned_on,amount\nMONEY,L,ROADS,2026-09-15,50\n",
        payments="budget_line,paid_on,amount\nL,2026-12-15,50\n",
        requirements="deliverable,requires,agreed_on\nROAD,PLOTS,2026-06-30\nPLOTS,MONEY,\n",
        progress="deliverable,as_of,achieved,finished_on\nPLOTS,2026-09-20,4,\nROAD,2027-02-20,,2027-02-20\n",
        revisions=(
            "sheet,id,column,value,revised_on\n"
            "targets,PLOTS,planned_finish,2026-10-31,2026-08-01\ntargets,PLOTS,target,8,2026-08-15\n"
        ),
        disputes=(
            "id,deliverable,raised_on,raised_by,state,from,to,days,ruled_on,ruled_by\n"
            "X,ROAD,2027-03-01,ROADS,ruled,own,PLOTS,5,2027-03-20,CHAIR\n"
        ),
    )
    assert found["PLOTS"]["root_causes_days"]["MONEY"] > 0
    assert found["ROAD"]["root_causes_days"] == pytest.approx({"ROAD": 15.0, "PLOTS": 5.0})
