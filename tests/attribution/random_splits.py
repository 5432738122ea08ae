"""An agency that splits between two plan years: a new one takes over some of its work, and of those under it."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from .cells import rows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from random import Random

    from .cells import Row
    from .plan import PlanYear

SPLIT = "SPLIT"
OWNER = {"targets": "agency", "milestones": "agency", "releases": "released_by"}


def write_rows(path: Path, columns: Sequence[str], found: Sequence[Row]) -> None:
    """Write a sheet; without rows it is left away."""
    if found:
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns)
            writer.writeheader()
            writer.writerows(found)


def add_row(place: Path, sheet: str, **cells: str) -> None:
    """Add a row to a sheet, or replace the one with its id; columns that are not named keep what they said."""
    known = {row["id"]: row for row in rows(place, sheet)}
    columns = tuple(next(iter(known.values()), cells))
    known[cells["id"]] = dict.fromkeys(columns, "") | known.get(cells["id"], {}) | cells
    write_rows(place / f"{sheet}.csv", columns, list(known.values()))


def split_agency(rng: Random, place: Path, year: PlanYear) -> None:
    """Split an agency of the plan year in the folder `place`, the later one; its tree is as it was before."""
    tree = year.tree
    inside = [agency for agency in tree.parent if agency not in tree.external]
    old = rng.choice([agency for agency in inside if agency in tree.parent.values()] or inside)
    add_row(place, "agencies", id=SPLIT, name="Agency SPLIT", kind="department", part_of=tree.parent[old] or "")
    below = [agency for agency in inside if tree.parent[agency] == old]
    gone = rng.sample(below, (len(below) + 1) // 2)
    for agency in gone:
        add_row(place, "agencies", id=agency, name=f"Agency {agency}", kind="department", part_of=SPLIT)
    own = {row["id"] for row in rows(place, "agreements") if row["agency"] == old}
    hand_over_agreement(rng, place, old, own)
    for sheet, column in OWNER.items():
        found = rows(place, sheet)
        for row in found:
            if row.get("agreement") in own:
                if any(agency in tree.path(row[column]) for agency in gone):
                    row[column] = old
            elif row[column] == old and row.get("agreement") != f"APA-{SPLIT}" and rng.random() < 0.6:
                row[column] = SPLIT
        write_rows(place / f"{sheet}.csv", tuple(found[0]) if found else (), found)


def hand_over_agreement(rng: Random, place: Path, old: str, own: set[str]) -> None:
    """Let the new agency sign for some of the targets, where nobody weighed those of the old one."""
    found = rows(place, "targets")
    signed = [row for row in found if row["agreement"] in own and row["agency"] == old]
    if len(signed) < 2 or any(row["weight"] for row in found if row["agreement"] in own):
        return
    for row in rng.sample(signed, len(signed) // 2):
        row |= {"agreement": f"APA-{SPLIT}", "agency": SPLIT}
    write_rows(place / "targets.csv", tuple(found[0]), found)
    add_row(place, "agreements", id=f"APA-{SPLIT}", kind="APA", agency=SPLIT, title="Agreement of SPLIT")


def add_head(place: Path, official: str) -> None:
    """Give the new agency a head, whom an official holds from the first day of the plan year on."""
    post = f"H-{SPLIT}"
    add_row(place, "posts", id=post, title="head", agency=SPLIT, heads="yes")
    tenure = {"post": post, "official": official, "since": rows(place, "plan")[0]["starts"], "until": ""}
    write_rows(place / "tenures.csv", tuple(tenure), [*rows(place, "tenures"), tenure])
