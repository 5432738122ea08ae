"""The look of agencies: eight hues and four patterns, the same on every page of a graph."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

from graph_schema.answers.agencies import agencies, meetings
from graph_schema.graph import Readable

HUES, PATTERNS = 8, 4
_THROUGH_ANOTHER = 0.25
"""What two agencies that meet through a third one alone count, of what they would if they met themselves."""

_TURNS = 4
"""How often each agency may choose its hue anew, knowing those of the others."""

_STEPS, _FEW = 4, 200
"""How far agencies are followed: with more than a few, so many meet that only those one step apart can be minded."""

Meetings = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Look:
    """Which hue (0-7) and which pattern (0-3) stand for an agency; its id always stands beside them."""

    hue: int
    pattern: int


REST = Look(7, 0)
"""What the rest of many, a cause outside and an agency that left the plan are drawn with."""


class Looks(dict[str, Look]):
    """The looks of the agencies of a graph; `REST` for whatever is none of them."""

    def __missing__(self, _agency: str) -> Look:
        return REST


def looks(ids: Iterable[str], meetings: Iterable[tuple[str, str, int]] = ()) -> Looks:
    """The look of each agency (ids, in the order that is fixed for the whole graph).

    `meetings` says how often two agencies have to do with each other: those who do stand on one page together and get
    different hues, those who meet most first, as far as eight hues go. Otherwise the hue follows from the id, so that a
    new agency moves few others; the first eight agencies differ in hue, the first 32 in hue or pattern.
    """
    known = list(dict.fromkeys(ids))
    hues = _hues(known, _near(meetings))
    marks: Counter[int] = Counter()
    taken: set[Look] = set()
    out = Looks()
    for agency in known:
        free = [p for p in range(PATTERNS) if Look(hues[agency], p) not in taken] or list(range(PATTERNS))
        pattern = min(free, key=lambda p: (marks[p], p))
        out[agency] = Look(hues[agency], pattern)
        taken.add(out[agency])
        marks[pattern] += 1
    return out


def looks_of(graph: Readable) -> Looks:
    """The looks of all agencies of a graph; two round trips."""
    met = [(meeting.one, meeting.other, meeting.times) for meeting in meetings(graph)]
    return looks((agency.id for agency in agencies(graph)), met)


def _hues(known: Sequence[str], near: Meetings) -> Mapping[str, int]:
    """The hue of each agency; none is given to more than another needs, so that patterns suffice."""
    most = PATTERNS * -(-len(known) // (HUES * PATTERNS))
    used: Counter[int] = Counter()
    out: dict[str, int] = {}
    for turn in range(_TURNS):
        for agency in sorted(known, key=lambda a: -sum(near.get(a, {}).values())):
            met = near.get(agency, {})
            if turn and not met:
                continue
            clash = dict.fromkeys(range(HUES), 0.0)
            for other, weight in met.items():
                if other in out:
                    clash[out[other]] += weight
            used.subtract([out[agency]] if agency in out else [])
            wanted = out.get(agency, crc32(agency.encode()) % HUES)
            free = [hue for hue in range(HUES) if used[hue] < most]
            out[agency] = min(free, key=lambda h: (clash[h], used[h], (h - wanted) % HUES))
            used[out[agency]] += 1
    return out


def _near(meetings: Iterable[tuple[str, str, int]]) -> Meetings:
    """How near any two agencies are: how often they meet, and less for each further one through which they meet."""
    direct: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for one, other, times in meetings:
        direct[one][other] += times
        direct[other][one] += times
    return {agency: _reached(agency, direct) for agency in direct}


def _reached(agency: str, direct: Meetings) -> Mapping[str, float]:
    """What an agency meets, as in `_near`: of several ways the strongest, as strong as its weakest meeting."""
    found = dict(direct[agency])
    last = found
    for step in range(1, _STEPS if len(direct) <= _FEW else 2):
        further: dict[str, float] = {}
        for between, weight in last.items():
            for other, times in direct[between].items():
                if other != agency and other not in found:
                    further[other] = max(
                        further.get(other, 0.0), _THROUGH_ANOTHER * min(weight, times / 4 ** (step - 1))
                    )
        found |= further
        last = further
    return found
