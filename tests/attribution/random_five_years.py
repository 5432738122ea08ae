"""A random five-year plan for a written plan folder: promises of every kind, and annual targets that contribute."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from .random_people import read, write

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from random import Random

PLAN = "FYP"


def add_five_years(rng: Random, folder: Path, plan_years: Sequence[str]) -> None:
    """Add a five-year plan: sums, levels that rise and fall, some due early, some that nothing contributes to."""
    places = [folder if len(plan_years) == 1 else folder / year for year in plan_years]
    starts = date.fromisoformat(read(places[0] / "plan.csv")[0]["starts"])
    ends = starts + timedelta(1825)
    agencies = [row["id"] for row in read(places[0] / "agencies.csv")]
    promises: list[dict[str, str]] = []
    for number in range(6):
        base, target = rng.choice(((0, 50), ("", 9), (10, 400), (20, 60), (60, 20), (0, 1)))
        due = "" if rng.random() < 0.6 else (starts + timedelta(rng.randint(300, 1500))).isoformat()
        row = {
            "id": f"PT{number}",
            "five_year_plan": PLAN,
            "agency": rng.choice(agencies),
            "title": f"Promise {number}",
        }
        promises.append(row | {"unit": "km", "baseline": str(base), "target": str(target), "due": due})
    for place in places:
        plan = [row | {"five_year_plan": PLAN} for row in read(place / "plan.csv")]
        write(place / "plan.csv", tuple(plan[0]), plan)
        targets = read(place / "targets.csv")
        for row in targets:
            fixed = rng.random() < 0.3
            some = rng.random() < 0.6 and (fixed or row["measure"] != "cascade")
            row["contributes_to"] = f"PT{rng.randint(0, 4)}" if some else ""
            row["contribution"] = str(rng.randint(1, 30)) if some and fixed else ""
        if targets:
            write(place / "targets.csv", tuple(targets[0]), targets)
    head = {"id": PLAN, "title": "Five years", "starts": starts.isoformat(), "ends": ends.isoformat()}
    write(places[0] / "five_year_plans.csv", tuple(head), [head])
    write(places[0] / "plan_targets.csv", tuple(promises[0]), promises)
