"""Several folders: plan years in order, many offices of one year, updates without a plan sheet."""

from pathlib import Path

from plan_folders import SOUND, said, write_folder, write_plan

from loaders.read import read_plan

TARGET = "id,agency,title,measure\n"


def plan(year: int) -> str:
    return f"id,title,starts,ends\nY{9999 - year},Year,{year}-07-01,{year + 1}-06-30\n"


def test_a_parent_gives_its_years_in_the_order_of_their_first_days(tmp_path: Path) -> None:
    write_plan(tmp_path / "a", plan=plan(2027))
    write_plan(tmp_path / "b", plan=plan(2026))
    (tmp_path / "notes").mkdir()
    reading = read_plan([tmp_path])
    assert said(reading) == []
    assert [year.plan_year for year in reading.years] == ["Y7973", "Y7972"]
    assert reading.years[0].rows["targets"][0].file == "b/targets.csv"
    assert reading.years[0].rows["targets"][0].plan_year == "Y7973"


def test_offices_of_one_year_are_one_plan(tmp_path: Path) -> None:
    write_plan(tmp_path / "centre")
    write_folder(
        tmp_path / "north", plan=SOUND["plan"], agencies=SOUND["agencies"], targets=TARGET + "N,ROADS,n,date\n"
    )
    write_folder(tmp_path / "south", targets=TARGET + "S,ROADS,s,date\n")
    reading = read_plan([tmp_path / "centre", tmp_path / "north", tmp_path / "south"])
    assert said(reading) == []
    (year,) = reading.years
    assert [row.key[0] for row in year.rows["targets"]] == ["A", "B", "N", "S"]
    assert [row.file for row in year.rows["targets"]][2:] == ["north/targets.csv", "south/targets.csv"]
    assert [row.key[1] for row in year.rows["agencies"]] == ["ROADS", "DNB"]
    assert year.rows["targets"][3].plan_year == "2026-27"
    assert read_plan([tmp_path]) == reading


def test_the_same_id_twice_names_both_places(tmp_path: Path) -> None:
    write_plan(tmp_path / "centre")
    write_folder(tmp_path / "north", targets=TARGET + "N,ROADS,n,date\nA,ROADS,Road,date\n")
    assert said(read_plan([tmp_path])) == [
        "north/targets.csv:3 (id): duplicate id 'A', first in row 2 of centre/targets.csv: give every row its own id."
    ]


def test_repeated_agencies_must_be_the_same(tmp_path: Path) -> None:
    write_plan(tmp_path / "centre")
    write_folder(tmp_path / "north", agencies="id,name,kind\nROADS,Roads and bridges,department\n")
    assert said(read_plan([tmp_path])) == [
        "north/agencies.csv:2 (name): 'ROADS' is otherwise in row 2 of centre/agencies.csv: make both rows equal."
    ]


def test_the_same_payment_from_two_offices(tmp_path: Path) -> None:
    paid = "budget_line,paid_on,amount,reference\nL,2026-09-01,5,V1\n"
    write_plan(tmp_path / "centre", payments=paid)
    write_folder(tmp_path / "north", payments=paid)
    (line,) = said(read_plan([tmp_path]))
    assert line.startswith("north/payments.csv:2: same line, day and reference as row 2 of centre/payments.csv: give")


def test_an_update_folder_has_no_year(tmp_path: Path) -> None:
    write_folder(tmp_path, progress="deliverable,as_of,achieved\nA,2026-09-30,4\n")
    reading = read_plan([tmp_path])
    assert said(reading) == []
    (update,) = reading.years
    assert (update.plan_year, update.present) == ("", {"progress"})
    assert update.rows["progress"][0].plan_year == ""
    assert read_plan([tmp_path / "progress.csv"]).years == reading.years


def test_an_update_folder_holds_facts_alone(tmp_path: Path) -> None:
    write_folder(tmp_path, targets=SOUND["targets"], officials="id,name\nP,p\n")
    (line,) = said(read_plan([tmp_path]))
    assert line == (
        "officials.csv: no plan sheet says which plan year this is of (nor for targets.csv): add the sheet plan, or "
        "load it together with the one plan year it belongs to."
    )


def test_with_two_years_a_folder_without_plan_is_an_update(tmp_path: Path) -> None:
    write_plan(tmp_path / "a", plan=plan(2026))
    write_plan(tmp_path / "b", plan=plan(2027))
    write_folder(tmp_path / "c", progress="deliverable,as_of\nA,2026-09-30\n")
    assert [year.plan_year for year in read_plan([tmp_path]).years] == ["Y7973", "Y7972", ""]
    write_folder(tmp_path / "c", targets=SOUND["targets"])
    (line,) = said(read_plan([tmp_path]))
    assert line.startswith("c/targets.csv: no plan sheet")


def test_the_same_path_twice_is_read_once(tmp_path: Path) -> None:
    write_plan(tmp_path)
    assert said(read_plan([tmp_path, tmp_path / "."])) == []


def test_an_unreadable_plan_sheet_loses_no_other_problem(tmp_path: Path) -> None:
    write_plan(tmp_path, plan=b"\xff\xfe", targets=TARGET + "A,ROADS,Road,Date\n")
    assert [problem.file for problem in read_plan([tmp_path]).problems] == ["plan.csv", "targets.csv"]
