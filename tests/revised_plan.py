"""A small plan to be revised, built of rows by hand, and revisions of it."""

from collections.abc import Mapping
from datetime import date

from loaders.plan import Row, State, Value
from loaders.sheets import SHEETS

Cells = Mapping[str, Value]

YEAR = "2026-27"
PLAN: Mapping[str, tuple[Cells, ...]] = {
    "plan": ({"id": YEAR, "title": "Year", "starts": date(2026, 7, 1), "ends": date(2027, 6, 30)},),
    "agencies": (
        {"id": "WORKS", "name": "Works", "kind": "ministry"},
        {"id": "ROADS", "name": "Roads", "kind": "department", "part_of": "WORKS"},
        {"id": "LAND", "name": "Land", "kind": "department"},
    ),
    "agreements": ({"id": "APA", "kind": "APA", "agency": "WORKS", "title": "Agreement"},),
    "targets": (
        {"id": "ROAD", "agency": "ROADS", "agreement": "APA", "measure": "date", "weight": 50.0}
        | {"planned_start": date(2026, 11, 1), "planned_finish": date(2027, 1, 31), "supports": "ALL"},
        {"id": "MAP", "agency": "WORKS", "agreement": "APA", "measure": "date", "weight": 30.0}
        | {"excellent": date(2026, 12, 31), "very_good": date(2027, 1, 10), "good": date(2027, 1, 20)}
        | {"fair": date(2027, 1, 30), "poor": date(2027, 2, 20)},
        {"id": "KM", "agency": "ROADS", "agreement": "APA", "measure": "quantity", "weight": 20.0, "target": 10.0},
        {"id": "ALL", "agency": "WORKS", "measure": "cascade"},
        {"id": "TOP", "agency": "WORKS", "measure": "cascade"},
        {"id": "PAID", "agency": "WORKS", "measure": "releases"},
        {
            "id": "MOOD",
            "agency": "WORKS",
            "measure": "quantity",
            "better": "unknown",
            "planned_finish": date(2026, 8, 1),
        },
    ),
    "budget_lines": ({"id": "L", "agency": "ROADS", "title": "Road"},),
    "releases": (
        {"id": "L-1", "budget_line": "L", "released_by": "ROADS", "planned_on": date(2026, 9, 1), "amount": 40.0},
        {"id": "L-2", "budget_line": "L", "released_by": "LAND", "planned_on": date(2026, 8, 1), "amount": 60.0},
    ),
    "milestones": (
        {"id": "PLOT", "agency": "LAND", "kind": "clearance", "title": "Plot", "planned_finish": date(2026, 10, 1)},
        {"id": "NOTICE", "agency": "LAND", "kind": "event", "title": "Notice"},
    ),
    "requirements": (
        {"deliverable": "ROAD", "requires": "PLOT", "needed_by": date(2026, 9, 20), "lag_days": 5},
        {"deliverable": "KM", "requires": "PLOT", "lag_days": 5},
        {"deliverable": "ROAD", "requires": "NOTICE"},
    ),
}


def rows(sheet: str, *cells: Cells) -> dict[tuple[str, ...], Row]:
    """Rows of one sheet with these cells, in the order of a file."""
    of = SHEETS[sheet]
    year = YEAR if of.truth == "yearly" or "plan_year" in of.key else ""
    listed = (
        Row(sheet, of.key_of(each, YEAR), year, each, f"{sheet}.csv", number) for number, each in enumerate(cells, 2)
    )
    return {row.key: row for row in listed}


def plan(*revisions: str, **sheets: tuple[Cells, ...]) -> State:
    """The plan with sheets replaced, and with revisions.

    Each is written as `sheet id column value revised_on`; `-` is an empty value, and `id` of a requirement is
    `deliverable<required`.
    """
    state = {sheet: rows(sheet, *cells) for sheet, cells in {**PLAN, **sheets}.items()}
    return state | {"revisions": rows("revisions", *(_revision(each) for each in revisions))}


def _revision(words: str) -> dict[str, Value]:
    sheet, name, column, value, on = words.split()
    named, _, needed = name.partition("<")
    cells: dict[str, Value] = {"sheet": sheet, "id": named, "column": column, "revised_on": date.fromisoformat(on)}
    if needed:
        cells["requires"] = needed
    return cells if value == "-" else cells | {"value": value}
