"""A plan as large as a country's is merged, checked and compared in seconds, however long its chains."""

import time
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from loaders.check import check
from loaders.diff import diff
from loaders.merge import merge
from loaders.plan import Row, State, Value
from loaders.read import Reading, Tables
from loaders.sheets import SHEETS

DELIVERABLES = 20_000
REPORTS = 100_000
START = date(2026, 7, 1)


def rows(sheet: str, *values: Mapping[str, Value]) -> tuple[Row, ...]:
    """Rows of one sheet with these cells."""
    of = SHEETS[sheet]
    listed = of.truth == "yearly" or "plan_year" in of.key
    return tuple(
        Row(sheet, of.key_of(cells, "Y"), "Y" if listed else "", cells, f"{sheet}.csv", number)
        for number, cells in enumerate(values, start=2)
    )


def large_plan() -> Reading:
    """One chain of agencies, one chain of requirements through every target, five reports on each."""
    agencies = 2_000
    names = [f"T{number}" for number in range(DELIVERABLES)]
    owners = [f"A{number % agencies}" for number in range(DELIVERABLES)]
    reports = REPORTS // DELIVERABLES
    sheets = {
        "plan": rows("plan", {"id": "Y", "title": "Year", "starts": START, "ends": START + timedelta(days=364)}),
        "agencies": rows(
            "agencies",
            *(
                {"id": f"A{n}", "name": "Office", "kind": "office"} | ({"part_of": f"A{n - 1}"} if n else {})
                for n in range(agencies)
            ),
        ),
        "agreements": rows(
            "agreements",
            *({"id": f"G{n}", "kind": "APA", "agency": f"A{n}", "title": "Agreement"} for n in range(agencies)),
        ),
        "targets": rows(
            "targets",
            *(
                {
                    "id": name,
                    "agency": owner,
                    "agreement": f"G{owner[1:]}",
                    "title": "Kilometres",
                    "measure": "quantity",
                    "better": "higher",
                    "target": 10.0,
                }
                for name, owner in zip(names, owners, strict=True)
            ),
        ),
        "requirements": rows(
            "requirements",
            *({"deliverable": b, "requires": a} for a, b in pairwise(names)),
        ),
        "progress": rows(
            "progress",
            *(
                {"deliverable": name, "as_of": START + timedelta(days=30 * k), "achieved": float(k)}
                for name in names
                for k in range(reports)
            ),
        ),
    }
    return Reading((Tables("Y", sheets),), (), ())


def test_a_large_plan_takes_seconds() -> None:
    reading = large_plan()
    started = time.perf_counter()
    merged = merge({}, reading)
    found = check(merged.state, touched=merged.touched)
    present: State = {
        sheet: {key: replace(row, load=1) for key, row in of.items()} for sheet, of in merged.state.items()
    }
    again = merge(present, reading)
    change = diff(present, again.state)
    seconds = time.perf_counter() - started
    assert [each for each in found if each.severity == "problem"] == []
    assert change.empty
    assert sum(len(of) for of in merged.state.values()) > DELIVERABLES * 2 + REPORTS
    assert seconds < 20, "about 3 on a quiet machine: something grows faster than the plan"


def test_a_sheet_full_of_unknown_ids_is_said_row_by_row_in_seconds() -> None:
    reading = large_plan()
    sheets = dict(reading.years[0].rows)
    sheets["targets"] = sheets["targets"][:100]
    started = time.perf_counter()
    merged = merge({}, Reading((Tables("Y", sheets),), (), ()))
    found = [each for each in check(merged.state) if each.severity == "problem"]
    assert len([each for each in found if each.file == "progress.csv"]) == REPORTS - 500
    assert time.perf_counter() - started < 20
