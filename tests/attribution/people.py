"""Posts, who held them when, and the rulings on disputes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .cells import day, maybe, rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from fractions import Fraction
    from pathlib import Path

    from .cells import Row
    from .plan import PlanYear


@dataclass(frozen=True)
class Post:
    """A position, independent of its holder: its agency, and whether it heads it."""

    id: str
    agency: str
    heads: bool


@dataclass(frozen=True)
class Tenure:
    """Who held a post from the day `since` to the day `until`, both included; without official: not disclosed."""

    post: str
    official: str
    since: int | None
    until: int | None

    def holds(self, on: int) -> bool:
        """Tell whether a day belongs to it."""
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)


@dataclass(frozen=True)
class People:
    """All officials, the posts as known in each plan year (id), and all tenures."""

    officials: Sequence[str]
    posts: Mapping[str, Sequence[Post]]
    tenures: Sequence[Tenure]


@dataclass(frozen=True)
class Ruling:
    """A ruled dispute: it moves days and units of a deliverable from one who answers for them to another.

    `giver` and `taker` are ids, codes of causes outside (`taker` alone), or `own`.
    """

    ruled_on: int
    id: str
    deliverable: str
    giver: str
    taker: str
    days: Fraction | None
    units: Fraction | None


def people(folders: Sequence[Path], plans: Iterable[Path], years: Iterable[PlanYear]) -> People:
    """Read posts and tenures; a later year's row of a post or tenure replaces an earlier one of the same key."""
    posts: dict[str, Post] = {}
    known: dict[str, tuple[Post, ...]] = {}
    for folder, year in zip(plans, years, strict=True):
        for row in rows(folder, "posts"):
            posts[row["id"]] = Post(row["id"], row["agency"], row.get("heads") == "yes")
        known[year.id] = tuple(posts.values())
    tenures: dict[tuple[str, str, int | None], Tenure] = {}
    for folder in folders:
        for row in rows(folder, "tenures"):
            tenure = Tenure(row["post"], row.get("official", ""), day(row, "since"), day(row, "until"))
            tenures[tenure.post, tenure.official, tenure.since] = tenure
    officials = dict.fromkeys(row["id"] for folder in folders for row in rows(folder, "officials"))
    return People(tuple(officials), known, tuple(tenures.values()))


def disputes(sheet: Iterable[Row]) -> tuple[Ruling, ...]:
    """Return the ruled disputes in the order in which they apply: by day, then by id; a row of the same id corrects."""
    found: dict[str, Row] = {row["id"]: row for row in sheet}
    ruled = [
        Ruling(on, row["id"], row["deliverable"], row["from"], row["to"], maybe(row, "days"), maybe(row, "units"))
        for row in found.values()
        if row["state"] == "ruled" and (on := day(row, "ruled_on")) is not None
    ]
    return tuple(sorted(ruled, key=lambda ruling: (ruling.ruled_on, ruling.id)))
