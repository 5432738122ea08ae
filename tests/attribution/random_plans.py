"""Random plan folders from a seed: valid under the plan format, and made so that the parts of the rule meet."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from .drafts import COLUMNS, draft_years, iso
from .random_facts import draft_facts
from .random_things import draft_things

if TYPE_CHECKING:
    from pathlib import Path

    from .drafts import DraftYear, Thing

SMALLEST, LARGEST = 20, 300


@dataclass(frozen=True)
class RandomPlan:
    """What was written: the folder, its plan years (ids), and three days (ISO) worth an assessment."""

    folder: Path
    plan_years: tuple[str, ...]
    as_of: tuple[str, ...]


def size_of(seed: int) -> int:
    """Return a number of deliverables for a seed: mostly some dozens, every tenth plan a large one."""
    rng = Random(f"size {seed}")
    return rng.randint(200, LARGEST) if seed % 10 == 9 else rng.randint(SMALLEST, 110)


def write_plan(seed: int, folder: Path, size: int) -> RandomPlan:
    """Write a plan of `size` deliverables (20 to 300): a plan folder, or a parent of two plan years."""
    rng = Random(f"plan {seed} {size}")
    years = draft_years(rng)
    things: list[Thing] = []
    sizes = [size] if len(years) == 1 else [size - size * 2 // 5, size * 2 // 5]
    for year, part in zip(years, sizes, strict=True):
        things += draft_things(rng, year, part, things)
    draft_facts(rng, years, things)
    for year in years:
        write_year(rng, year, folder if len(years) == 1 else folder / year.id)
    first, last = years[0], years[-1]
    days = (
        rng.randint(first.starts + 60, first.ends - 10),
        rng.choice((first.ends, rng.randint(first.ends - 5, first.ends + 5), rng.randint(last.starts + 30, last.ends))),
        last.ends + rng.choice((0, rng.randint(1, 60), rng.randint(60, 400))),
    )
    return RandomPlan(folder, tuple(year.id for year in years), tuple(iso(day) for day in days))


def write_year(rng: Random, year: DraftYear, folder: Path) -> None:
    """Write the sheets of one plan year, rows of facts in any order; a sheet without rows is left away."""
    folder.mkdir(parents=True, exist_ok=True)
    for sheet, columns in COLUMNS.items():
        rows = year.sheets[sheet]
        if not rows:
            continue
        if sheet in {"progress", "payments", "requirements", "releases"}:
            rng.shuffle(rows)
        with (folder / f"{sheet}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns)
            writer.writeheader()
            writer.writerows(rows)
