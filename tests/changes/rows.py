"""The rows of a plan folder in memory, and what every correction of them does."""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

Row = dict[str, str]
Sheets = dict[Path, list[Row]]
"""Rows by file, relative to the folder."""

Taken = dict[Path, list[Row]]
Change = Callable[[Random, Sheets], Taken | None]
"""Changes the sheets in place; returns the payments to take back, None where there was nothing to change."""


def read(folder: Path) -> Sheets:
    """Every CSV below the folder."""
    found: Sheets = {}
    for path in sorted(folder.rglob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            found[path.relative_to(folder)] = list(csv.DictReader(file))
    return found


def write(folder: Path, sheets: Sheets, columns: dict[Path, list[str]]) -> Path:
    """The sheets as a folder."""
    for path, rows in sheets.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        with (folder / path).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns[path])
            writer.writeheader()
            writer.writerows(rows)
    return folder


def rows_of(sheets: Sheets, sheet: str) -> Iterator[tuple[Path, Row]]:
    for path, rows in sheets.items():
        if path.stem == sheet:
            yield from ((path, row) for row in rows)


def one(rng: Random, sheets: Sheets, sheet: str, **cells: str) -> tuple[Path, Row] | None:
    """One row of a sheet whose cells are as given."""
    found = [each for each in rows_of(sheets, sheet) if all(each[1][name] == cell for name, cell in cells.items())]
    return rng.choice(found) if found else None


def some_agency(rng: Random, sheets: Sheets) -> str:
    return rng.choice([row["id"] for _, row in rows_of(sheets, "agencies")])


def some_day(rng: Random, sheets: Sheets) -> str:
    """Some day of a plan year."""
    found = one(rng, sheets, "plan")
    assert found
    return f"{found[1]['starts'][:4]}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"


def set_cell(rng: Random, sheets: Sheets, sheet: str, column: str, make: Callable[[Row], str]) -> Taken | None:
    found = one(rng, sheets, sheet)
    if not found or found[1][column] == (cell := make(found[1])):
        return None
    found[1][column] = cell
    return {}


def forget_requirements(sheets: Sheets, deliverable: str) -> None:
    for path, rows in sheets.items():
        if path.stem == "requirements":
            rows[:] = [row for row in rows if deliverable not in (row["deliverable"], row["requires"])]
