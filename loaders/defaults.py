"""What a row means where it says nothing: the defaults of the plan format."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from loaders.plan import Value

GRID = ("excellent", "very_good", "good", "fair", "poor")
"""The columns of a grid, best first."""

COMPUTED = frozenset({"cascade", "releases"})
"""Measures that are not dated: computed from supports or releases; nothing requires them, and they require nothing."""

RELEASES_TARGET = 100.0

Direction = Literal["higher", "lower", "unknown"]


def day(values: Mapping[str, Value], column: str) -> date | None:
    """The day in a cell, None where it is empty (or holds a number, where a grid takes either)."""
    value = values.get(column)
    return value if isinstance(value, date) else None


def number(values: Mapping[str, Value], column: str) -> float | None:
    """The number in a cell, None where it is empty (or holds a day, where a grid takes either)."""
    value = values.get(column)
    return float(value) if isinstance(value, int | float) else None


def planned_finish(values: Mapping[str, Value], year_ends: date) -> date:
    """When a target is to be finished: as written, else its `excellent` day, else the year's last day."""
    return day(values, "planned_finish") or day(values, "excellent") or year_ends


def written_grid(values: Mapping[str, Value]) -> tuple[float, ...] | None:
    """The five steps as written, best first (days as ordinals); None where not all five are there."""
    steps: list[float] = []
    for column in GRID:
        value = values.get(column)
        if isinstance(value, date):
            steps.append(float(value.toordinal()))
        elif isinstance(value, int | float):
            steps.append(float(value))
        else:
            return None
    return tuple(steps)


def direction(values: Mapping[str, Value]) -> Direction:
    """Which way is good: told by the grid; without one by `better`, higher where that is empty."""
    steps = written_grid(values)
    if steps is not None and steps[0] != steps[-1]:
        return "higher" if steps[0] > steps[-1] else "lower"
    match values.get("better"):
        case "lower":
            return "lower"
        case "unknown":
            return "unknown"
        case _:
            return "higher"


def target(values: Mapping[str, Value]) -> float | None:
    """What a target of measure quantity or releases promises: `target`, else `excellent`, else 100 of releases."""
    for column in ("target", "excellent"):
        value = number(values, column)
        if value is not None:
            return value
    return RELEASES_TARGET if values.get("measure") == "releases" else None
