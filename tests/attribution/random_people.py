"""Random posts, officials and tenures for a written plan folder, and targets assigned to posts."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path
    from random import Random

    Row = dict[str, str]

OFFICIALS = tuple(f"U{number}" for number in range(6))


def add_people(rng: Random, folder: Path, plan_years: Sequence[str]) -> None:
    """Add the sheets of people to each plan year: heads and others, hand-overs, gaps, overlaps, undisclosed holders.

    A later year lists some posts of its own; tenures go on over the years.
    """
    listed: set[str] = set()
    for number, year in enumerate(plan_years):
        place = folder if len(plan_years) == 1 else folder / year
        starts = date.fromisoformat(read(place / "plan.csv")[0]["starts"])
        agencies = [row["id"] for row in read(place / "agencies.csv")]
        posts = [post for agency in agencies for post in posts_of(rng, agency, number) if post["id"] not in listed]
        listed |= {post["id"] for post in posts}
        if posts:
            write(place / "posts.csv", ("id", "title", "agency", "heads"), posts)
            tenures = [tenure for post in posts for tenure in tenures_of(rng, post["id"], starts)]
            write(place / "tenures.csv", ("post", "official", "since", "until"), tenures)
        write(place / "officials.csv", ("id", "name"), [{"id": each, "name": each} for each in OFFICIALS])
        assign(rng, place / "targets.csv", [post["id"] for post in posts])


def posts_of(rng: Random, agency: str, number: int) -> list[Row]:
    """Return a head in most agencies, and up to two more posts."""
    out: list[Row] = []
    if number == 0 and rng.random() < 0.8:
        out.append({"id": f"H-{agency}", "title": "head", "agency": agency, "heads": "yes"})
    others = rng.choice((0, 1, 1, 2) if number == 0 else (0, 0, 1))
    return out + [
        {"id": f"P{number}{other}-{agency}", "title": "post", "agency": agency, "heads": "no"}
        for other in range(others)
    ]


def tenures_of(rng: Random, post: str, starts: date) -> list[Row]:
    """Return who held a post: nobody, one, or several in turn, with gaps, overlaps and holders not disclosed."""
    if rng.random() < 0.1:
        return []
    out: list[Row] = []
    since: date | None = None if rng.random() < 0.3 else starts - timedelta(rng.randint(0, 100))
    for turn in range(rng.choice((1, 1, 2, 3))):
        official = rng.choice((*OFFICIALS, ""))
        until = max(since or starts, starts + timedelta(120 * turn + rng.randint(20, 140)))
        last = rng.random() < 0.3
        out.append(
            {
                "post": post,
                "official": official,
                "since": since.isoformat() if since else "",
                "until": "" if last else until.isoformat(),
            }
        )
        if last:
            break
        since = until + timedelta(rng.choice((1, 1, 1, -20, 15)))
    return out


def assign(rng: Random, file: Path, posts: Sequence[str]) -> None:
    """Assign some of the targets to some of the posts, heads too."""
    targets = read(file)
    for row in targets:
        row["post"] = rng.choice(posts) if posts and rng.random() < 0.25 else ""
    if targets:
        write(file, tuple(targets[0]), targets)


def read(file: Path) -> list[Row]:
    """Return the rows of a sheet."""
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def write(file: Path, columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Write a sheet."""
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, columns)
        writer.writeheader()
        writer.writerows(rows)
