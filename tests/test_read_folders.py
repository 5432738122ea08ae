"""Plan folders of CSV sheets: what is read, and every refusal with file, row, column and remedy."""

from datetime import date
from pathlib import Path

import pytest
from plan_folders import SOUND, read_changed, said, write_folder, write_plan

from loaders.read import read_plan

VECTORS = Path(__file__).parent / "vectors"


def test_a_sound_plan(tmp_path: Path) -> None:
    reading = read_changed(tmp_path)
    assert said(reading) == []
    (year,) = reading.years
    assert year.plan_year == "2026-27"
    assert year.present == {"plan", "agencies", "targets"}
    road, kilometres = year.rows["targets"]
    assert road.values == {"id": "A", "agency": "ROADS", "title": "Road", "measure": "date"}
    assert (kilometres.key, kilometres.values["target"]) == (("B",), 5.0)
    assert (kilometres.file, kilometres.row, kilometres.plan_year) == ("targets.csv", 3, "2026-27")
    assert year.rows["agencies"][1].key == ("2026-27", "DNB")
    assert [file.name for file in reading.files] == ["agencies.csv", "plan.csv", "targets.csv"]


@pytest.mark.parametrize(
    "folder", sorted(path for path in VECTORS.iterdir() if path.is_dir()), ids=lambda path: path.name
)
def test_every_worked_case_reads(folder: Path) -> None:
    reading = read_plan([folder])
    assert said(reading) == []
    lines = [file.read_text(encoding="utf-8").count("\n") - 1 for file in folder.rglob("*.csv")]
    assert sum(len(rows) for year in reading.years for rows in year.rows.values()) == sum(lines)


def test_an_update_folder_holds_what_is_told_later_and_no_sheet_of_a_year(tmp_path: Path) -> None:
    told = {
        "spending": "budget_line,as_of,amount\nL,2026-12-31,40.5\n",
        "revisions": "sheet,id,column,value,revised_on\ntargets,A,planned_finish,2027-05-31,2026-12-01\n",
        "disputes": "id,deliverable,raised_on,raised_by,state\nD,A,2027-01-10,ROADS,raised\n",
    }
    reading = read_plan([write_folder(tmp_path / "told", **told)])
    assert said(reading) == []
    (tables,) = reading.years
    assert (tables.plan_year, tables.present) == ("", {"spending", "revisions", "disputes"})
    assert [row.plan_year for rows in tables.rows.values() for row in rows] == ["", "", ""]
    of_a_year = {"results": "agreement,kind,decided_on\n", "trajectory": "deliverable,by,planned\n"}
    found = said(read_plan([write_folder(tmp_path / "year", **of_a_year)]))
    assert [line.split(":")[1] for line in found] == [
        " no plan sheet says which plan year this is of (nor for trajectory.csv)"
    ]


def test_a_revised_value_is_kept_as_it_stands(tmp_path: Path) -> None:
    rows = ("planned_finish,2027-05-31", "weight,12.50", "agency,ROADS", "planned_start,")
    text = "sheet,id,column,value,revised_on\n" + "".join(f"targets,A,{row},2026-12-01\n" for row in rows)
    reading = read_changed(tmp_path, revisions=text)
    assert said(reading) == []
    found = [row.values.get("value") for row in reading.years[0].rows["revisions"]]
    assert found == ["2027-05-31", "12.50", "ROADS", None]


def test_an_undecodable_file_names_row_and_column(tmp_path: Path) -> None:
    text = 'id,name,kind\nX,"two\nlines",y\nY,caf\xe9,y\n'.encode("latin-1")
    reading = read_changed(tmp_path, agencies=text)
    (line,) = said(reading)
    assert line == (
        "agencies.csv:3 (name): expected UTF-8, found a character in another encoding (byte 0xE9): "
        "save the file as CSV UTF-8 (comma delimited)."
    )
    assert reading.years[0].broken == {"agencies"}


def test_utf16_is_named(tmp_path: Path) -> None:
    (line,) = said(read_changed(tmp_path, agencies=SOUND["agencies"].encode("utf-16")))
    assert line.startswith("agencies.csv: expected UTF-8, found UTF-16")


def test_a_byte_order_mark_windows_lines_and_blank_rows_are_accepted(tmp_path: Path) -> None:
    text = b"\xef\xbb\xbf" + b"id,name,kind,,\r\n\r\nX,x,y,,\r\n,,,,\r\nZ,z,y,,\r\n,,,,\r\n"
    reading = read_changed(tmp_path, agencies=text)
    assert said(reading) == []
    assert [(row.key[1], row.row) for row in reading.years[0].rows["agencies"]] == [("X", 3), ("Z", 5)]


def test_rows_count_records_not_lines(tmp_path: Path) -> None:
    text = 'id,name,kind\nX,"three\nlines\nhere",y\nZ,,y\n'
    reading = read_changed(tmp_path, agencies=text)
    assert said(reading) == [
        "agencies.csv:3 (name): expected a value, found an empty cell: fill it in: Full name of the agency."
    ]
    assert reading.years[0].rows["agencies"][0].values["name"] == "three\nlines\nhere"


def test_long_titles_and_hostile_texts_come_through_whole(tmp_path: Path) -> None:
    hostile = "`' MATCH (n) DETACH DELETE n // <script> \u202e \U0001f409 &lt"
    title = f"{hostile}; " + "x" * 10_000
    text = f"id,agency,title,measure\n{hostile},ROADS,{title},date\n"
    reading = read_changed(tmp_path, targets=text)
    assert said(reading) == []
    assert reading.years[0].rows["targets"][0].values["id"] == hostile
    assert reading.years[0].rows["targets"][0].values["title"] == title


def test_ten_problems_in_one_run_all_show_in_order(tmp_path: Path) -> None:
    reading = read_changed(
        tmp_path,
        plan="id,title,starts,ends\n2026-27,,1/7/2026,2027-06-30\n",
        agencies="id,name,kind,size\nROADS,Roads,department,9\nROADS,Roads,department,9\n",
        targets="id,agency,title,measure,weight,good\nA,ROADS,Road,Date,high,\nB,ROADS,Km,quantity,85%,x\n",
        payments=b"\xff\xfe",
        disputes="id,deliverable,raised_on,raised_by,state\nD,A,2027-01-10,ROADS,open\n",
        tagets="id\nA\n",
    )
    places = [(problem.file, problem.row, problem.column) for problem in reading.problems]
    assert places == [
        ("agencies.csv", 1, "size"),
        ("agencies.csv", 3, "id"),
        ("disputes.csv", 2, "state"),
        ("payments.csv", 0, ""),
        ("plan.csv", 2, "starts"),
        ("plan.csv", 2, "title"),
        ("tagets.csv", 0, ""),
        ("targets.csv", 2, "measure"),
        ("targets.csv", 2, "weight"),
        ("targets.csv", 3, "good"),
        ("targets.csv", 3, "weight"),
    ]
    assert ("targets.csv", 2, "weight") in reading.unread_cells


def test_rows_with_a_bad_cell_keep_the_others(tmp_path: Path) -> None:
    reading = read_changed(tmp_path, targets="id,agency,title,measure,weight\nA,ROADS,Road,date,high\n")
    (row,) = reading.years[0].rows["targets"]
    assert row.values == {"id": "A", "agency": "ROADS", "title": "Road", "measure": "date"}
    assert reading.years[0].broken == frozenset()


def test_rows_without_their_key_are_said_to_be_lost(tmp_path: Path) -> None:
    reading = read_changed(tmp_path, targets="id,agency,title,measure\n,ROADS,Road,date\nB,ROADS,Km,quantity\n")
    assert [row.key for row in reading.years[0].rows["targets"]] == [("B",)]
    assert reading.years[0].broken == {"targets"}


def test_a_present_sheet_without_rows_is_present(tmp_path: Path) -> None:
    reading = read_changed(tmp_path, milestones="id,agency,kind,title\n")
    assert reading.years[0].rows["milestones"] == ()
    assert "releases" not in reading.years[0].present


def test_more_than_a_million_rows_are_refused(tmp_path: Path) -> None:
    rows = "".join(f"{number},n\n" for number in range(1_000_001))
    reading = read_changed(tmp_path, officials="id,name\n" + rows)
    assert said(reading) == [
        "officials.csv: found more than 1,000,000 rows in one sheet: split the plan over several folders or workbooks."
    ]
    assert reading.years[0].broken == {"officials"}


def test_other_spreadsheets_and_stray_files(tmp_path: Path) -> None:
    write_plan(tmp_path)
    for name in ("notes.md", ".~lock.targets.csv#", "~$plan.xlsx", "report.pdf"):
        (tmp_path / name).write_text("x")
    assert said(read_plan([tmp_path])) == []
    (tmp_path / "payments.xls").write_text("x")
    (tmp_path / "progress.csv.txt").write_text("x")
    assert said(read_plan([tmp_path])) == [
        "payments.xls: found a .xls file among the sheets: save it as CSV UTF-8.",
        "progress.csv.txt: found a .txt file among the sheets: save it as CSV UTF-8.",
    ]


def test_paths_that_hold_nothing(tmp_path: Path) -> None:
    assert "there is no file or folder" in said(read_plan([tmp_path / "none"]))[0]
    assert "the folder holds no sheet: expected CSV files named plan.csv" in said(read_plan([tmp_path]))[0]
    (tmp_path / "plan.pdf").write_text("x")
    assert "found a .pdf file" in said(read_plan([tmp_path / "plan.pdf"]))[0]


def test_dates_are_days_and_the_order_of_columns_is_free(tmp_path: Path) -> None:
    reading = read_changed(tmp_path, plan="ends,starts,title,id\n2027-06-30,2026-07-01,Year,2026-27\n")
    assert said(reading) == []
    assert reading.years[0].rows["plan"][0].values["starts"] == date(2026, 7, 1)


def test_a_folder_with_sheets_and_a_folder_of_sheets_in_it(tmp_path: Path) -> None:
    write_folder(write_plan(tmp_path) / "old", targets=SOUND["targets"])
    (line,) = said(read_plan([tmp_path]))
    assert line.startswith("old: the folder")
    assert "so only they are read" in line
