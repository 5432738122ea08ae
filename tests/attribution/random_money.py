"""Random sources, sectors, withheld amounts and spending for a written plan folder."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from .random_people import read, write

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from random import Random

SECTORS = ("", "", "roads", "health", "water")
SOURCES = ("", "domestic", "grant", "loan")


def add_money(rng: Random, folder: Path, plan_years: Sequence[str]) -> None:
    """Give agencies and lines sectors and sources, withhold some amounts, and report spending, corrections too."""
    for year in plan_years:
        place = folder if len(plan_years) == 1 else folder / year
        starts = date.fromisoformat(read(place / "plan.csv")[0]["starts"])
        agencies = [row | {"sector": rng.choice(SECTORS)} for row in read(place / "agencies.csv")]
        write(place / "agencies.csv", tuple(agencies[0]), agencies)
        if not (place / "budget_lines.csv").exists():
            continue
        lines = [
            row | {"source": rng.choice(SOURCES), "sector": rng.choice(SECTORS)}
            for row in read(place / "budget_lines.csv")
        ]
        spending: list[dict[str, str]] = []
        for row in lines:
            row["amount"] = "" if rng.random() < 0.2 else row["amount"]
            for part in sorted(rng.sample(range(400), rng.choice((0, 1, 3)))):
                day = (starts + timedelta(part)).isoformat()
                spending.append({"budget_line": row["id"], "as_of": day, "amount": f"{rng.randint(0, 9000) / 100:.2f}"})
        write(place / "budget_lines.csv", tuple(lines[0]), lines)
        write(place / "spending.csv", ("budget_line", "as_of", "amount"), spending)
