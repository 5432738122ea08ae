"""The look of agencies: eight hues and four patterns, in one order for the whole graph, told apart on a page."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from zlib import crc32

HUES, PATTERNS = 8, 4


@dataclass(frozen=True, slots=True)
class Look:
    """Which hue (0-7) and which pattern (0-3) stand for an agency; its id always stands beside them."""

    hue: int
    pattern: int


REST = Look(7, 0)
"""What the rest of many, and an agency that left the plan, are drawn with."""


def looks(agencies: Iterable[str]) -> Mapping[str, Look]:
    """The look of each agency (ids, in the order that is fixed for the whole graph).

    The hue follows from the id, so that a new agency moves few others; the first eight agencies differ in hue,
    the first 32 in hue or pattern.
    """
    used: Counter[int] = Counter()
    marks: Counter[int] = Counter()
    taken: set[Look] = set()
    out: dict[str, Look] = {}
    for agency in dict.fromkeys(agencies):
        least = min(used[hue] for hue in range(HUES))
        wanted = crc32(agency.encode()) % HUES
        hue = next(h for step in range(HUES) if used[h := (wanted + step) % HUES] == least)
        free = [p for p in range(PATTERNS) if Look(hue, p) not in taken] or list(range(PATTERNS))
        pattern = min(free, key=lambda p: (marks[p], p))
        out[agency] = Look(hue, pattern)
        taken.add(out[agency])
        used[hue] += 1
        marks[pattern] += 1
    return out


def apart(given: Mapping[str, Look], shown: Iterable[str]) -> Mapping[str, Look]:
    """The looks, so that the agencies shown together (the most important first) differ in hue while hues last.

    An agency keeps its own hue unless a more important one of the page has it.
    """
    out = dict(given)
    taken: set[int] = set()
    for agency in dict.fromkeys(shown):
        look = given.get(agency, REST)
        hue = next((h for step in range(HUES) if (h := (look.hue + step) % HUES) not in taken), look.hue)
        out[agency] = Look(hue, look.pattern)
        taken.add(hue)
    return out
