"""Time in posts: who held a post on which days, and how a stretch of time divides over its holders."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import inf

from graph_schema.days import EPOCH

UNDISCLOSED = "undisclosed"
"""Stands for every holder of a post who is not disclosed."""

VACANT = "vacant"
"""Stands for nobody in a post."""


@dataclass(frozen=True, slots=True)
class Holder:
    """An official by id, or one of the two who stand for nobody known: `standing` 'official', UNDISCLOSED, VACANT."""

    standing: str
    official: str = ""


@dataclass(frozen=True, slots=True)
class TenureRow:
    """A row of read/tenures."""

    post: str
    official: str | None
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class Tenure:
    """A holder of a post during (after, until], day numbers as moments: a day d is (d − 1, d]."""

    holder: Holder
    after: float
    until: float


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time (after, until] in which the same holders held a post; none: vacant."""

    after: float
    until: float
    holders: tuple[Holder, ...]

    @property
    def days(self) -> float:
        """Its length."""
        return self.until - self.after


@dataclass(frozen=True)
class Tenures:
    """All tenures by post."""

    by_post: Mapping[str, Sequence[Tenure]]

    @classmethod
    def of(cls, rows: Iterable[TenureRow]) -> "Tenures":
        """Gather the rows of read/tenures."""
        out: dict[str, list[Tenure]] = {}
        for row in rows:
            holder = Holder("official", row.official) if row.official else Holder(UNDISCLOSED)
            after = -inf if row.since is None else number_of(row.since) - 1
            until = inf if row.until is None else number_of(row.until)
            out.setdefault(row.post, []).append(Tenure(holder, after, until))
        return cls(out)

    def stretches(self, post: str, after: float, until: float) -> list[Stretch]:
        """Cut (after, until] where the holders of the post change, in order of time; empty where it is empty.

        An official with two tenures at once is one holder, and so are several who are not disclosed.
        """
        if until <= after:
            return []
        held = [t for t in self.by_post.get(post, ()) if t.after < until and t.until > after]
        edges = {after, until, *(e for t in held for e in (t.after, t.until) if after < e < until)}
        out = list[Stretch]()
        for start, end in pairwise(sorted(edges)):
            holders = {t.holder for t in held if t.after <= start and t.until >= end}
            ordered = tuple(sorted(holders, key=lambda h: (h.standing, h.official)))
            if out and out[-1].holders == ordered:
                out[-1] = Stretch(out[-1].after, end, ordered)
            else:
                out.append(Stretch(start, end, ordered))
        return out

    def shares(self, post: str, after: float, until: float, today: int) -> dict[Holder, float]:
        """Divide (after, until] over who held the post, several at once equally, VACANT for nobody; sums to 1.

        Time after the day `today` belongs to whoever holds the post on that day.
        """
        parts = [(s.holders, s.days) for s in self.stretches(post, after, min(until, today))]
        if until > today:
            now = self.stretches(post, today - 1, today)[0]
            parts.append((now.holders, until - max(after, today)))
        out: dict[Holder, float] = {}
        for holders, days in parts:
            for holder in holders or (Holder(VACANT),):
                out[holder] = out.get(holder, 0.0) + days / (until - after) / max(1, len(holders))
        return out


def number_of(day: date) -> int:
    """Count days since 1970-01-01."""
    return (day - EPOCH).days
