"""Rows and cells of the sheets of a plan folder, read with the csv module; the folders are taken to be valid."""

from __future__ import annotations

import csv
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

Row = dict[str, str]


def plan_folders(folder: Path) -> list[Path]:
    """Return the folder itself where it holds a plan, else the folders in it."""
    return [folder] if (folder / "plan.csv").exists() else sorted(each for each in folder.iterdir() if each.is_dir())


def rows(folder: Path, sheet: str) -> list[Row]:
    """Return the rows of a sheet; an absent sheet has none."""
    path = folder / f"{sheet}.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [{key: (value or "").strip() for key, value in row.items()} for row in csv.DictReader(file)]


def day(row: Row, column: str) -> int | None:
    """Return the day of a cell as an ordinal."""
    cell = row.get(column)
    return date.fromisoformat(cell).toordinal() if cell else None


def must(value: int | None) -> int:
    """Return a day that the format requires."""
    if value is None:
        raise ValueError("a required day is missing")
    return value


def maybe(row: Row, column: str) -> Fraction | None:
    """Return the number of a cell, exactly as written."""
    cell = row.get(column)
    return Fraction(cell) if cell else None


def number(row: Row, column: str, default: Fraction) -> Fraction:
    """Return the number of a cell, or its default."""
    value = maybe(row, column)
    return default if value is None else value


def money(row: Row) -> int:
    """Return an amount in minor units."""
    amount = Fraction(row["amount"]) * 100
    if amount.denominator != 1:
        raise ValueError(f"{row['amount']} has more than two decimals")
    return amount.numerator
