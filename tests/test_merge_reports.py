"""A deliverable that is gone takes the reports on it along; a report in the folder itself needs its deliverable."""

from pathlib import Path

from plan_folders import write_folder, write_plan

from loaders.check import check
from loaders.merge import merge
from loaders.problems import refuses
from loaders.read import read_plan

EVENTS = "id,agency,kind,title,planned_finish\n"
REPORTS = "deliverable,as_of,finished_on\n"
YEAR = "id,title,starts,ends\n2026-27,Year,2026-07-01,2027-06-30\n"


def test_reports_go_with_their_deliverable(tmp_path: Path) -> None:
    rows = "".join(f"E{number},ROADS,event,Rain,2026-10-01\n" for number in range(20))
    told = "E0,2026-10-03,2026-10-03\nE1,2026-10-03,2026-10-03\n"
    plan = write_plan(tmp_path / "plan", milestones=EVENTS + rows, progress=REPORTS + told)
    present = merge({}, read_plan([plan])).state
    fewer = write_folder(tmp_path / "fewer", plan=YEAR, milestones=EVENTS + rows.partition("\n")[2])
    result = merge(present, read_plan([fewer]))
    assert [key[0] for key in result.state["progress"]] == ["E1"]
    assert not refuses([*result.problems, *check(result.state, touched=result.touched)])


def test_a_report_in_the_folder_itself_needs_its_deliverable(tmp_path: Path) -> None:
    rows = "".join(f"E{number},ROADS,event,Rain,2026-10-01\n" for number in range(20))
    plan = write_plan(tmp_path / "plan", milestones=EVENTS + rows)
    present = merge({}, read_plan([plan])).state
    sheets = {"milestones": EVENTS + rows.partition("\n")[2], "progress": REPORTS + "E0,2026-10-03,2026-10-03\n"}
    result = merge(present, read_plan([write_folder(tmp_path / "fewer", plan=YEAR, **sheets)]))
    found = check(result.state, touched=result.touched)
    assert [(each.file, each.row, each.column) for each in found if each.severity == "problem"] == [
        ("progress.csv", 2, "deliverable")
    ]
