"""Indicators of goals, put together from their quarterly readings."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from loaders.sources.performance_gov.records import Goal, Reading

if TYPE_CHECKING:
    from datetime import date

Doubt = Literal["", "no target", "target undefined", "target not above its start"]
"""Why nobody can tell from the source which way an indicator is good; '' where it says so."""

_RISING = frozenset({"Measurable increase", "Complete milestone"})
_KEPT = {"Maintain at or above threshold": "higher", "Maintain at or below threshold": "lower"}
"""The kinds of which the source says in words which side is good: floors and ceilings to be kept."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is measured of a goal: one promise with one number, and at most one reading a quarter.

    `better` is 'unknown' where there is a doubt: the type that the source gives then tells no more than a comparison
    of start and target does, and a target below its start may as well be a floor to be kept.
    """

    id: str
    goal: str
    title: str
    promise: str
    kind: str
    start: str
    promised: str
    better: Literal["higher", "lower", "unknown"]
    doubt: Doubt
    readings: tuple[Reading, ...]

    @property
    def is_kept(self) -> bool:
        """Whether it is a floor or a ceiling: where it started then says nothing about the way to go."""
        return self.kind in _KEPT

    @property
    def usable(self) -> bool:
        """Whether the source gives it a target and calls the target defined."""
        return self.doubt not in {"no target", "target undefined"}


@dataclass(frozen=True, slots=True)
class Readings:
    """The indicators, and the readings that are in none: of unknown goals, repeated, told twice differently.

    `contradicted` says of each reading that gave way which one holds.
    """

    indicators: tuple[Indicator, ...]
    orphans: tuple[Reading, ...]
    repeated: tuple[Reading, ...]
    contradicted: tuple[str, ...]


def joint_goals(goals: Iterable[Goal]) -> Mapping[str, tuple[str, ...]]:
    """For each goal its own id, then those of its copies at other agencies."""
    copies: dict[str, list[str]] = defaultdict(list)
    every = list(goals)
    for goal in every:
        copies[goal.joint or goal.id].append(goal.id)
    return {goal.id: (goal.id, *(each for each in copies[goal.joint or goal.id] if each != goal.id)) for goal in every}


def put_together(readings: Sequence[Reading], goals: Iterable[str]) -> Readings:
    """Put the readings of each indicator together.

    One indicator is one goal, name, promise, start and target: where one name of a goal stands for two promises or
    two targets, these are two indicators. They are numbered within the goal in the order of the source.
    """
    known = frozenset(goals)
    orphans = tuple(reading for reading in readings if reading.goal not in known)
    series: dict[tuple[str, ...], list[Reading]] = defaultdict(list)
    for reading in readings:
        if reading.goal in known:
            series[_promise_of(reading)].append(reading)
    numbers: Counter[str] = Counter()
    indicators: list[Indicator] = []
    repeated: list[Reading] = []
    contradicted: list[str] = []
    for found in series.values():
        first = found[0]
        numbers[first.goal] += 1
        kept, again, given_way = _one_a_quarter(found)
        repeated += again
        contradicted += given_way
        better, doubt = _direction(first)
        indicators.append(
            Indicator(
                f"{first.goal}-{numbers[first.goal]:02d}",
                first.goal,
                first.indicator or first.promise,
                first.promise,
                first.kind,
                first.start,
                first.promised,
                better,
                doubt,
                kept,
            )
        )
    return Readings(tuple(indicators), orphans, tuple(repeated), tuple(contradicted))


def _promise_of(reading: Reading) -> tuple[str, ...]:
    return reading.goal, reading.indicator, reading.promise, reading.kind, reading.start, reading.promised


def _one_a_quarter(found: Sequence[Reading]) -> tuple[tuple[Reading, ...], list[Reading], list[str]]:
    """The readings that hold, by day; those said again; and a sentence for each that said something else.

    Of two different readings of one quarter a number holds against none, and the later one against the earlier.
    """
    held: dict[date, Reading] = {}
    seen: set[str] = set()
    repeated: list[Reading] = []
    contradicted: list[str] = []
    for reading in found:
        if reading.record in seen:
            repeated.append(reading)
            continue
        seen.add(reading.record)
        other = held.get(reading.day)
        winner = reading if other is None or reading.value else other
        held[reading.day] = winner
        if other is not None:
            loser = other if winner is reading else reading
            contradicted.append(
                f"{reading.goal}, {reading.indicator or reading.promise}, {reading.day}: "
                f"{winner.value or 'no number'} holds against {loser.value or 'no number'}"
            )
    return tuple(sorted(held.values(), key=lambda each: each.day)), repeated, contradicted


def _direction(reading: Reading) -> tuple[Literal["higher", "lower", "unknown"], Doubt]:
    if not reading.promised:
        return "unknown", "no target"
    promised = float(reading.promised)
    if reading.kind in _KEPT:
        # without a start the grid is a part of the target, which has to be above 0
        if promised <= 0:
            return "unknown", "target not above its start"
        return ("higher" if _KEPT[reading.kind] == "higher" else "lower"), ""
    if reading.kind not in _RISING and reading.kind != "Measurable decrease":
        return "unknown", "target undefined"
    start = float(reading.start) if reading.start else 0.0
    if reading.kind in _RISING and promised > start:
        return "higher", ""
    return "unknown", "target not above its start"
