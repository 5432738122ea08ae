"""The declared sheets against the format, and the keys of rows."""

from datetime import date
from pathlib import Path

import pytest

from loaders.sheets import SHEETS, text_of

# The format's own table, columns in its order; required ones end with *. A revision's value may be empty: blank again.
FORMAT = """
plan: id* title* starts* ends* five_year_plan currency
five_year_plans: id* title* starts* ends*
agencies: id* name* kind* part_of sector since until
posts: id* title* agency* heads reports_to
officials: id* name*
tenures: post* official since until
agreements: id* kind* agency* title* weight signed_on signed_by signed_for published_at
results: agreement* kind* decided_on* score official decided_by published_at note
plan_targets: id* five_year_plan* agency* title* unit* baseline target* due sector
targets: id* agency* title* measure* agreement post objective sector unit weight planned_start planned_finish target \
better baseline excellent very_good good fair poor supports supports_share contributes_to contribution
trajectory: deliverable* by* planned*
budget_lines: id* agency* title* source sector amount
releases: id* budget_line* released_by* planned_on* amount* title
payments: budget_line* paid_on* amount* reference release
spending: budget_line* as_of* amount*
milestones: id* agency* kind* title* planned_start planned_finish
requirements: deliverable* requires* needed_by lag_days agreed_on if_not_met
progress: deliverable* as_of* source reported_on achieved started_on finished_on forecast_finish status \
cause note evidence
revisions: sheet* id* requires column* value revised_on* approved_by reason
disputes: id* deliverable* raised_on* raised_by* claim state* answered_on answer from to days units \
ruled_on ruled_by reason
"""


def test_every_sheet_and_column_of_the_format() -> None:
    declared = [
        f"{sheet.name}: " + " ".join(column.name + "*" * column.required for column in sheet.columns)
        for sheet in SHEETS.values()
    ]
    assert declared == FORMAT.strip().splitlines()


def test_what_presence_means() -> None:
    carried = {sheet.name for sheet in SHEETS.values() if sheet.truth == "carried"}
    facts = {sheet.name for sheet in SHEETS.values() if sheet.truth == "facts"}
    assert carried == {"five_year_plans", "agencies", "posts", "officials", "tenures", "plan_targets"}
    assert facts == {"progress", "payments", "spending", "revisions", "disputes"}


def test_every_reference_is_to_a_sheet_with_ids_and_every_column_is_explained() -> None:
    for sheet in SHEETS.values():
        for column in sheet.columns:
            assert len(column.says) >= len("Why.")
            assert all(SHEETS[other].column("id") for other in column.refers_to)
            assert bool(column.choices) == (column.kind == "choice")


def test_keys_fill_in_defaults() -> None:
    day = date(2026, 12, 31)
    assert SHEETS["progress"].key_of({"deliverable": "A", "as_of": day}) == ("A", "2026-12-31", "self", "2026-12-31")
    written = {"deliverable": "A", "as_of": day, "source": "verified", "reported_on": date(2027, 1, 5)}
    assert SHEETS["progress"].key_of(written) == ("A", "2026-12-31", "verified", "2027-01-05")
    assert SHEETS["payments"].key_of({"budget_line": "L", "paid_on": day}) == ("L", "2026-12-31", "")
    assert SHEETS["tenures"].key_of({"post": "P"}) == ("P", "", "")
    assert SHEETS["agencies"].key_of({"id": "A"}, "2026-27") == ("2026-27", "A")
    assert SHEETS["targets"].key_of({"id": "A"}, "2026-27") == ("A",)
    warned = {"agreement": "G", "kind": "warning", "decided_on": day}
    assert SHEETS["results"].key_of({**warned, "official": "ANN"}) == ("G", "warning", "2026-12-31", "ANN")
    assert SHEETS["results"].key_of(warned) == ("G", "warning", "2026-12-31", "")
    moved = {"sheet": "targets", "id": "A", "column": "weight", "revised_on": day, "value": "5"}
    assert SHEETS["revisions"].key_of(moved) == ("targets", "A", "", "weight", "2026-12-31")


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, ""), (True, "yes"), (False, "no"), (5.0, "5"), (0.1, "0.1"), (date(2026, 7, 1), "2026-07-01"), ("a", "a")],
)
def test_values_as_a_sheet_writes_them(value: str | float | bool | date | None, text: str) -> None:
    assert text_of(value) == text


def test_the_worked_cases_use_no_other_column() -> None:
    for path in Path(__file__).parent.glob("vectors/**/*.csv"):
        header = path.read_text(encoding="utf-8").partition("\n")[0].strip().split(",")
        assert all(SHEETS[path.stem].column(name) for name in header), path
