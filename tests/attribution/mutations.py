"""Plan folders changed in ways whose effect is known: for properties of the reference and of the product alike.

Each reads the folder `source` (one plan year, or a parent of several) and writes a changed copy to `changed`.
"""

from __future__ import annotations

import csv
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Row = dict[str, str]

OWNER = {"targets": "agency", "milestones": "agency", "releases": "released_by"}
SECOND = "-second"


def rewritten(source: Path, changed: Path, change: Callable[[str, list[Row]], list[Row]]) -> Path:
    """Write a copy of every sheet with its rows changed: `change(sheet, rows)` returns the new rows."""
    for path in sorted(source.rglob("*.csv")):
        relative = path.relative_to(source)
        if "expected" in relative.parts or "questions" in relative.parts:
            continue
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            rows, columns = list(reader), list(reader.fieldnames or ())
        rows = change(path.stem, rows)
        (changed / relative).parent.mkdir(parents=True, exist_ok=True)
        with (changed / relative).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]) if rows else columns)
            writer.writeheader()
            writer.writerows(rows)
    return changed


def split_record(source: Path, changed: Path, deliverable: str) -> Path:
    """Cut a target or milestone in two: a second record `<id>-second` with the same owner, dates, needs and reports.

    Everything that waits for the first waits for the second as well; the second is in no agreement.
    """
    second = deliverable + SECOND
    alone = {"agreement": "", "weight": "", "supports": "", "supports_share": ""}

    def change(sheet: str, rows: list[Row]) -> list[Row]:
        if sheet in {"targets", "milestones"}:
            copies = [row | {"id": second} for row in rows if row["id"] == deliverable]
            return rows + [row | {key: "" for key in alone if key in row} for row in copies]
        if sheet == "requirements":
            copies = [row | {"requires": second} for row in rows if row["requires"] == deliverable]
            return rows + copies + [row | {"deliverable": second} for row in rows if row["deliverable"] == deliverable]
        if sheet == "progress":
            return rows + [row | {"deliverable": second} for row in rows if row["deliverable"] == deliverable]
        return rows

    return rewritten(source, changed, change)


def move_record(source: Path, changed: Path, deliverable: str, agency: str) -> Path:
    """Register a target, release or milestone with another agency, higher or lower in its own ministry."""

    def change(sheet: str, rows: list[Row]) -> list[Row]:
        if sheet not in OWNER:
            return rows
        return [row | {OWNER[sheet]: agency} if row["id"] == deliverable else row for row in rows]

    return rewritten(source, changed, change)


def shuffle_rows(source: Path, changed: Path, seed: int) -> Path:
    """Put the rows and the columns of every sheet in another order."""
    rng = Random(f"shuffle {seed}")

    def change(_: str, rows: list[Row]) -> list[Row]:
        columns = list(rows[0]) if rows else []
        rng.shuffle(columns)
        return [{column: row[column] for column in columns} for row in rng.sample(rows, len(rows))]

    return rewritten(source, changed, change)


def known_by(source: Path, changed: Path, day: str) -> Path:
    """Leave out every report and payment about a day after `day` (ISO): nothing more was ever heard."""
    columns = {"progress": "as_of", "payments": "paid_on"}

    def change(sheet: str, rows: list[Row]) -> list[Row]:
        return [row for row in rows if row[columns[sheet]] <= day] if sheet in columns else rows

    return rewritten(source, changed, change)
