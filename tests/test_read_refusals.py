"""Every refusal of a CSV sheet: file, row, column and remedy."""

from pathlib import Path

import pytest
from plan_folders import SOUND, read_changed, said


@pytest.mark.parametrize(
    ("sheet", "text", "sentences"),
    [
        # Headers
        (
            "agencies",
            "",
            ["agencies.csv:1: expected the names of the columns in row 1 (id, name, kind, part_of, …), found noth"],
        ),
        ("agencies", "a,b\n1,2\n", ["found 'a, b': write them there, or remove the sheet."]),
        ("agencies", "id,name\nX,x\n", ["agencies.csv:1 (kind): the column is missing: add it."]),
        (
            "agencies",
            "id,name,kind,parts_of\nX,x,y,\n",
            ["agencies.csv:1 (parts_of): unknown column 'parts_of': did you mean 'part_of'?"],
        ),
        (
            "agencies",
            "id,name,kind,zzz\nX,x,y,\n",
            ["agencies.csv:1 (zzz): unknown column 'zzz': remove it; the columns are id, name,"],
        ),
        (
            "agencies",
            "ID,name,kind\nX,x,y\n",
            ["(ID): unknown column 'ID': did you mean 'id'?", "(id): the column is missing"],
        ),
        (
            "agencies",
            "id,name,kind,name\nX,x,y,z\n",
            ["agencies.csv:1 (name): the column is there twice: keep one of them."],
        ),
        ("agencies", "id,name,kind,,sector\nX,x,y,z,\n", ["agencies.csv:2: found a cell in a column without a name"]),
        # Rows
        (
            "agencies",
            "id,name,kind\nX,x,y,z\n",
            ["agencies.csv:2: found 4 cells where the header has 3: a text with a comma"],
        ),
        (
            "agencies",
            "id,name,kind\nX,x\n",
            ["agencies.csv:2: found 2 cells where the header has 3: write every comma."],
        ),
        (
            "agencies",
            "id,name,kind\nX,,y\n",
            ["agencies.csv:2 (name): expected a value, found an empty cell: fill it in: Full name of the agency."],
        ),
        ("agencies", "id,name,kind\n,x,y\n", ["agencies.csv:2 (id): expected a value, found an empty cell"]),
        (
            "agencies",
            "id,name,kind\nX,x,y\n\nX,z,y\n",
            ["agencies.csv:4 (id): duplicate id 'X', first in row 2: give every row its own id."],
        ),
        (
            "payments",
            "budget_line,paid_on,amount\nL,2026-09-01,5\nL,2026-09-01,6\n",
            ["payments.csv:3: same line, day and reference as row 2: give each payment a reference."],
        ),
        (
            "requirements",
            "deliverable,requires\nA,B\nA,B\n",
            ["requirements.csv:3: same deliverable and requires as row 2: keep one of them."],
        ),
        (
            "progress",
            "deliverable,as_of,source\nA,2026-09-01,\nA,2026-09-01,self\n",
            ["progress.csv:3: same deliverable, as_of, source and reported_on as row 2: keep one report a day"],
        ),
        # Cells: the kinds are in test_read_cells.py, here the place
        (
            "targets",
            "id,agency,title,measure,weight\nA,ROADS,Road,date,high\n",
            ["targets.csv:2 (weight): expected a number, found 'high'."],
        ),
        (
            "targets",
            "id,agency,title,measure,good\nA,ROADS,Road,date,90\n",
            ["targets.csv:2 (good): expected a date such as 2026-08-15, found '90'"],
        ),
        (
            "targets",
            "id,agency,title,measure,good\nA,ROADS,Road,quantity,2026-01-01\n",
            ["targets.csv:2 (good): expected a number, found '2026-01-01'"],
        ),
        (
            "agencies",
            "id,name,kind\nX,a\x00b,y\n",
            ["agencies.csv:2 (name): expected text, found a control character (code 0)"],
        ),
        # Files
        ("goals", "id\nX\n", ["goals.csv: unknown sheet 'goals'"]),
        ("target", "id\nX\n", ["target.csv: unknown sheet 'target': did you mean 'targets'?"]),
        (
            "agencies",
            "id;name;kind\nX;x;y\n",
            ["agencies.csv:1: expected cells separated by commas, found semicolons: save the file as CSV"],
        ),
        ("agencies", "id\tname\tkind\nX\tx\ty\n", ["agencies.csv:1: expected cells separated by commas, found tabs"]),
        (
            "agencies",
            "sep=;\nid;name;kind\n",
            ["agencies.csv:1: expected cells separated by commas, found the line 'sep=;'"],
        ),
        (
            "agencies",
            'id,name,kind\nX,"x,y\nZ,z,y\n',
            ["agencies.csv:2: found quotation marks that do not match, and read no further"],
        ),
        ("agencies", 'id,name,kind\nX,"x"z,y\n', ["agencies.csv:2: found quotation marks that do not match"]),
        (
            "agencies",
            f"id,name,kind\nX,{'x' * 200_000},y\n",
            ["agencies.csv:2: found a cell of more than 131,072 characters"],
        ),
        ("plan", "id,title,starts,ends\n", ["plan.csv: expected one row, the plan year itself, found none"]),
        (
            "plan",
            SOUND["plan"] + "2027-28,Next,2027-07-01,2028-06-30\n",
            ["plan.csv:3: expected one row, the plan year itself, found another"],
        ),
        # What follows a plan
        (
            "results",
            "agreement,kind,decided_on\nG,warning,2027-08-01\nG,warning,2027-08-01\n",
            ["results.csv:3: same agreement, kind, decided_on and official as row 2: keep one of them."],
        ),
        (
            "results",
            "agreement,kind,decided_on\nG,Warned,2027-08-01\n",
            ["results.csv:2 (kind): expected result, recognition, reward, warning, improvement plan, sanction or none"],
        ),
        (
            "trajectory",
            "deliverable,by,planned\nB,2026-12-31,2\nB,2026-12-31,3\n",
            ["trajectory.csv:3: same deliverable and by as row 2: keep one of them."],
        ),
        (
            "trajectory",
            "deliverable,by,planned\nB,December,\n",
            ["(by): expected a date such as 2026-08-15, found 'December'", "(planned): expected a value, found an e"],
        ),
        (
            "spending",
            "budget_line,as_of,amount\nL,2026-09-01,5\nL,2026-09-01,6\n",
            ["spending.csv:3: same budget_line and as_of as row 2: keep one of them."],
        ),
        (
            "spending",
            "budget_line,as_of,amount\nL,2026-09-01,5.125\n",
            ["spending.csv:2 (amount): expected an amount with at most two decimals, found '5.125': write 5.12."],
        ),
        (
            "revisions",
            "sheet,id,column,value,revised_on\ntargets,A,weight,5,2026-09-01\ntargets,A,weight,6,2026-09-01\n",
            ["revisions.csv:3: same sheet, id, requires, column and revised_on as row 2: keep one of them."],
        ),
        (
            "revisions",
            "sheet,id,column,value,revised_on\ntarget,A,weigth,5,2026-09-01\n",
            ["(column): expected weight, planned_start, ", "(sheet): expected targets, releases, milestones or req"],
        ),
        (
            "disputes",
            "id,deliverable,raised_on,raised_by,state\nD,A,2027-01-10,ROADS,open\nD,A,2027-01-10,ROADS,raised\n",
            [
                "disputes.csv:2 (state): expected raised, answered, ruled or withdrawn, found 'open'",
                "disputes.csv:3 (id): duplicate id 'D', first in row 2: give every row its own id.",
            ],
        ),
        (
            "disputes",
            "id,deliverable,raised_on,raised_by,state,days\nD,A,2027-01-10,ROADS,raised,three\n",
            ["disputes.csv:2 (days): expected a number, found 'three'"],
        ),
    ],
)
def test_refused(tmp_path: Path, sheet: str, text: str, sentences: list[str]) -> None:
    found = said(read_changed(tmp_path, **{sheet: text}))
    assert len(found) == len(sentences)
    for sentence, line in zip(sentences, found, strict=True):
        assert sentence in line
