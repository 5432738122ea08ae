"""Real public data: the goals of performance.gov as a plan folder, with every fault of the source accounted for."""

from __future__ import annotations

import csv
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from loaders.sources.conversion import Conversion, FolderTakenError, UnreadableSourceError, write_plan
from loaders.sources.performance_gov import convert

SOURCE = Path(__file__).parent / "data" / "us-performance-gov"
QUARTERS = {"2021-12-31": 156, "2022-03-31": 194, "2022-06-30": 194, "2022-09-30": 212}


@pytest.fixture(scope="module")
def conversion() -> Conversion:
    """The source, converted."""
    return convert(SOURCE)


@pytest.fixture(scope="module")
def folder(conversion: Conversion, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plan folder it becomes."""
    made = tmp_path_factory.mktemp("performance-gov") / "plan"
    write_plan(conversion, made)
    return made


def rows(folder: Path, sheet: str) -> list[dict[str, str]]:
    """The rows of a sheet."""
    with (folder / f"{sheet}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def notes(conversion: Conversion) -> dict[str, int]:
    """The counts of every note, by what it is about."""
    return {f"{each.what} {each.why}": each.count for each in (*conversion.left_out, *conversion.to_know)}


def count(conversion: Conversion, what: str) -> int:
    """The count of the one note that contains these words."""
    (found,) = (number for said, number in notes(conversion).items() if what in said)
    return found


def copy_of_source(folder: Path, **changed: list[dict[str, Any]]) -> Path:
    """A source folder with other records in one of its files."""
    for name in ("goals", "target"):
        records = changed.get(name) or json.loads((SOURCE / f"{name}.json").read_text(encoding="utf-8"))
        (folder / f"{name}.json").write_text(json.dumps(records), encoding="utf-8")
    return folder


def records(name: str) -> list[dict[str, Any]]:
    """The records of one file of the source, without the empty one at its end."""
    return json.loads((SOURCE / f"{name}.json").read_text(encoding="utf-8"))[:-1]


def test_what_was_read_is_counted(conversion: Conversion) -> None:
    read = {each.what: (each.count, each.detail) for each in conversion.read}
    assert read == {
        "goals": (460, "SG 351, APG 90, PMA 19"),
        "status of APG": (90, "On Track 66, Delayed 10, Unavailable 10, Ahead 3, Blocked 1"),
        "organisations": (24, ""),
        "joint goals": (46, "counted once at each agency"),
        "leaders": (124, "139 links on 79 goals"),
        "indicators": (222, "of 71 goals"),
        "readings": (
            756,
            ", ".join(f"quarter to {day} {number}" for day, number in QUARTERS.items()),
        ),
    }


def test_what_cannot_be_converted_is_told_with_its_count_and_place(conversion: Conversion) -> None:
    told = {f"{each.what} {each.why}": (each.count, each.where) for each in conversion.left_out}
    assert told["records hold nothing at all"] == (2, ("goals.json: 1", "target.json: 1"))
    assert told["leaders are no names"] == (3, tuple(f"020SG222{n}: #VALUE!" for n in (1, 2, 3)))
    assert told["readings repeat another one word for word"] == (19, ("029APG2202", "184APG2202", "016APG2203"))
    number, (contradicted,) = told["readings contradict another one of the same quarter"]
    assert number == 1
    assert contradicted.startswith("025APG2202, ")
    assert contradicted.endswith("2022-09-30: 99.42 holds against no number")
    assert "goals.json: goal_description" in told["columns have no place in a plan"][1]


def test_what_says_less_than_it_seems_is_told(conversion: Conversion) -> None:
    assert count(conversion, "no due date") == 5
    assert count(conversion, "no usable indicator (15 have none at all)") == 20
    assert count(conversion, "direction nobody told") == 6
    assert count(conversion, "have no target") == 16
    assert count(conversion, "calls undefined") == 23
    assert count(conversion, "target below their start") == 14
    assert count(conversion, "floors or ceilings") == 8
    assert count(conversion, "hold no number") == 182
    assert count(conversion, "negative progress") == 35
    assert count(conversion, "characters that were lost") == 92
    assert count(conversion, "no other agency has") == 2


def test_every_reading_but_the_left_out_ones_is_a_report_of_its_quarter(folder: Path) -> None:
    goals = {row["id"] for row in rows(folder, "targets") if row["measure"] == "cascade"}
    reports = [row for row in rows(folder, "progress") if row["deliverable"] not in goals]
    assert len(reports) == 756 - 19 - 1
    assert len({(row["deliverable"], row["as_of"]) for row in reports}) == len(reports)
    by_day = Counter(row["as_of"] for row in reports)
    assert by_day == {"2021-12-31": 153, "2022-03-31": 191, "2022-06-30": 181, "2022-09-30": 211}
    assert all(row["achieved"] or row["note"] == "Reported without a number." for row in reports)


def test_nothing_is_invented(conversion: Conversion, folder: Path) -> None:
    assert {path.stem for path in folder.iterdir()} == {
        "plan", "agencies", "posts", "officials", "tenures", "agreements", "targets", "progress"
    }  # fmt: skip
    for sheet, empty in {
        "plan": ("currency", "five_year_plan"),
        "targets": ("weight", "supports_share", "excellent", "contribution"),
        "tenures": ("since", "until"),
        "agreements": ("weight", "signed_on", "signed_by", "published_at"),
    }.items():
        assert not any(row.get(column) for row in conversion.sheets[sheet] for column in empty), sheet


def test_a_direction_is_written_only_where_the_source_tells_it(folder: Path) -> None:
    kinds = {(each["related_goal_id"], each["indicator"].strip()): each["indicator_type"] for each in records("target")}
    found = Counter(
        (kind, row["better"])
        for row in rows(folder, "targets")
        for (goal, name), kind in kinds.items()
        if name and row["id"].startswith(f"{goal}-") and row["title"] == " ".join(name.split())
    )
    assert {(kind, better) for kind, better in found} == {
        ("Measurable increase", "higher"),
        ("Complete milestone", "higher"),
        ("Maintain at or above threshold", "higher"),
        ("Maintain at or below threshold", "lower"),
        ("Measurable decrease", "unknown"),
        ("Target undefined", "unknown"),
    }
    assert found["Measurable decrease", "unknown"] == 14
    assert found["Maintain at or above threshold", "higher"] == 7


def test_one_name_with_two_promises_is_two_indicators(folder: Path) -> None:
    titles = {row["id"]: (row["title"], row["target"]) for row in rows(folder, "targets")}
    assert sorted(value for id_, value in titles.items() if id_.startswith("015APG2201-")) == [
        ("Electronic payment rate", "96.37"),
        ("Electronic payment rate", "96.56"),
        ("Number of \ufffdNo Checks Coalition\ufffd meetings", "4"),
        ("Tax refund electronic payment rate", "80.5"),
        ("Tax refund electronic payment rate", "81"),
    ]
    unnamed = [title for id_, (title, _) in titles.items() if id_.startswith("014APG2204-")]
    assert "Develop assessment tools" in unnamed


def test_an_indicator_of_a_joint_goal_supports_every_copy_of_it(folder: Path) -> None:
    supports = Counter(row["supports"] for row in rows(folder, "targets") if ";" in row["supports"])
    assert set(supports) == {
        "006APG2201;005APG2203",
        "014APG2201;184APG2207",
        "014APG2202;184APG2205",
        "014APG2203;184APG2206",
    }
    assert sum(supports.values()) == 18


def test_names_keep_their_hyphens(folder: Path) -> None:
    names = {row["name"] for row in rows(folder, "officials")}
    assert {"Sarah Tomlinson", "Gina Abercrombie-Winstanley", "Karen St. Germain"} <= names


def test_a_folder_that_holds_something_is_not_overwritten(conversion: Conversion, tmp_path: Path) -> None:
    (tmp_path / "targets.csv").write_text("mine", encoding="utf-8")
    with pytest.raises(FolderTakenError, match="Name a new folder") as caught:
        write_plan(conversion, tmp_path)
    assert caught.value.exit_code == 2
    assert (tmp_path / "targets.csv").read_text(encoding="utf-8") == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["targets.csv"]


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (None, "cannot be read"),
        ("[", "is not JSON"),
        ("{}", "is not a list"),
        ("[1]", "holds something else than a record at place 1"),
        ('[{"goal_id": "1"}]', "lacks Update, date_end_fy"),
    ],
)
def test_a_source_that_is_something_else_is_named(tmp_path: Path, text: str | None, finding: str) -> None:
    copy_of_source(tmp_path)
    (tmp_path / "goals.json").unlink()
    if text is not None:
        (tmp_path / "goals.json").write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableSourceError, match=finding):
        convert(tmp_path)


def test_goals_told_twice_and_readings_of_no_goal_are_left_out(tmp_path: Path) -> None:
    goals, readings = records("goals"), records("target")
    goals.append({**goals[0], "goal_name": "Something else", "goal_status": "Paused"})
    goals[1]["goal_status"] = "Paused"
    readings.append({**readings[0], "related_goal_id": "999"})
    readings.append({**readings[0], "value_current": "13000"})
    made = convert(copy_of_source(tmp_path, goals=goals, target=readings))
    told = {f"{each.what} {each.why}": each.where for each in made.left_out}
    assert told["goals have the id of another one"] == (goals[0]["goal_id"],)
    assert told["statuses are of no known kind or day"] == (goals[1]["goal_id"],)
    assert told["readings are of a goal that the source does not list"] == ("999",)
    assert any(
        each.endswith("13000 holds against 12905")
        for each in told["readings contradict another one of the same quarter"]
    )
    assert next(row["title"] for row in made.sheets["targets"] if row["id"] == goals[0]["goal_id"]) != "Something else"
