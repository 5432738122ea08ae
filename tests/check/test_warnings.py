"""Warnings: what loads and is said, and what is not said of a plan that is in order."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from plan_folders import write_folder
from warned_plans import AGENCIES, SHEETS, WARNINGS, added, changed

from loaders.check import check
from loaders.merge import merge
from loaders.plan import State
from loaders.read import read_plan


def warnings_of(
    folder: Path, sheets: Mapping[str, str], present: State | None = None, today: date | None = None
) -> list[str]:
    """The warnings of the plan in order, with these sheets in place of its own; there must be no problem."""
    reading = read_plan([write_folder(folder, **{**SHEETS, **sheets})])
    merged = merge(present or {}, reading, allow_removals=True)
    found = [*reading.problems, *merged.problems, *check(merged.state, touched=merged.touched, today=today)]
    assert [str(each) for each in found if each.severity == "problem"] == []
    return [str(each) for each in found]


def test_a_plan_in_order_has_no_warning(tmp_path: Path) -> None:
    assert warnings_of(tmp_path, {}, today=date(2026, 7, 1)) == []


@pytest.mark.parametrize("name", WARNINGS)
def test_a_warning(tmp_path: Path, name: str) -> None:
    sheets, expected = WARNINGS[name]
    assert warnings_of(tmp_path, sheets) == expected


def test_years_that_overlap(tmp_path: Path) -> None:
    first = warnings_of(tmp_path / "one", {})
    present = merge({}, read_plan([tmp_path / "one"])).state
    later = "id,title,starts,ends\n2027,Next,2027-06-30,2028-06-30\n"
    second = write_folder(tmp_path / "two", plan=later, agencies=AGENCIES, targets="id,agency,title,measure\n")
    merged = merge(present, read_plan([second]))
    found = [str(each) for each in check(merged.state, touched=merged.touched)]
    assert (first, found) == (
        [],
        ["plan.csv:2 (starts): plan years '2026-27' and '2027' overlap: their points stay apart, check their days."],
    )


def test_a_report_known_when_it_was_agreed_is_what_was_to_be_expected(tmp_path: Path) -> None:
    forecast = "deliverable,as_of,finished_on,forecast_finish,achieved,evidence\n"
    rows = "PLOT,2026-06-01,,2026-11-20,,\nPLOT,2026-06-21,,2026-12-20,,\nKM,2026-12-31,,,4,\nGRANT,2026-12-31,,,,x\n"
    assert warnings_of(tmp_path, {"progress": forecast + rows}) == [
        (
            "requirements.csv:2 (needed_by): needed by 2026-10-05, but when this was agreed 'PLOT' was to be finished "
            "on "
            "2026-11-20: those days charge nobody."
        )
    ]


def test_an_old_acceptance_that_comes_to_light_after_the_first_load(tmp_path: Path) -> None:
    assert warnings_of(tmp_path / "one", {}, today=date(2027, 1, 1)) == []
    state = merge({}, read_plan([tmp_path / "one"])).state
    present = {sheet: {key: replace(row, load=1) for key, row in rows.items()} for sheet, rows in state.items()}
    more = added("requirements", "KM,GRANT,2026-08-02,2026-06-21")
    assert warnings_of(tmp_path / "two", more, present, date(2027, 1, 1)) == [
        (
            "requirements.csv:4 (agreed_on): agreed on 2026-06-21, long before this load, the first that tells of it: "
            "keep the "
            "signed paper at hand."
        )
    ]
    assert warnings_of(tmp_path / "three", more, present, date(2026, 7, 1)) == []


def test_warnings_are_about_rows_of_this_load_alone(tmp_path: Path) -> None:
    folder = write_folder(
        tmp_path / "one", **{**SHEETS, **changed("agreements", "2026-06-20,https://example.org/r", ",")}
    )
    present = merge({}, read_plan([folder])).state
    update = write_folder(tmp_path / "two", progress="deliverable,as_of,achieved\nKM,2027-01-31,5\n")
    merged = merge(present, read_plan([update]))
    assert check(merged.state, touched=merged.touched) == []
    assert [each.column for each in check(merged.state)] == ["published_at", "signed_on"]
