"""Numbers rounded so that what stands beside each other adds up: largest remainder, for lists and for tables."""

from collections import deque
from collections.abc import Sequence
from math import floor

_DUST = 1e-7
"""Nearer than this to a rounded number (in tenths) counts as that number: float sums are not exact."""


def rounded(parts: Sequence[float], places: int = 1) -> list[float]:
    """Parts ≥ 0, each rounded down or up to `places` decimals, so that they sum to their rounded total.

    Those with the largest remainder go up; of equal ones the first.
    """
    floors, rests = _cut(parts, places)
    missing = _half_up(sum(parts) * 10**places) - sum(floors)
    for k in sorted(range(len(parts)), key=lambda k: -rests[k])[: max(missing, 0)]:
        floors[k] += 1
    return [f / 10**places for f in floors]


def rounded_to(parts: Sequence[float], total: float, places: int = 1) -> list[float]:
    """Parts ≥ 0 rounded to `places` decimals so that they sum to `total`, which is rounded already.

    A part may move by more than one step where `total` is far from their own sum.
    """
    floors, rests = _cut(parts, places)
    missing = _half_up(total * 10**places) - sum(floors)
    order = sorted(range(len(parts)), key=lambda k: -rests[k])
    while missing > 0 and order:
        for k in order[:missing]:
            floors[k] += 1
        missing -= min(missing, len(order))
    for k in sorted(range(len(parts)), key=lambda k: rests[k]):
        if missing < 0 and floors[k] > 0:
            down = min(floors[k], -missing)
            floors[k] -= down
            missing += down
    return [f / 10**places for f in floors]


def one(number: float) -> float:
    """One number alone, to one decimal, halves up."""
    return _half_up(number * 10) / 10


def rounded_table(cells: Sequence[Sequence[float]], places: int = 1) -> list[list[float]]:
    """Cells ≥ 0 of a table, each rounded down or up, so that every row and column sums to its own total, down or up.

    All of it sums to its total rounded halves up.  Such a rounding always exists (controlled rounding): with a slack
    cell for each row and column all sums are whole, and the missing steps flow from rows to columns.
    """
    if not cells or not cells[0]:
        return [[] for _ in cells]
    cut = [_cut(row, places) for row in cells]
    rests = [list(row) for _, row in cut]
    for row in rests:
        row.append(_slack(sum(row)))
    rests.append([_slack(sum(row[k] for row in rests)) for k in range(len(cells[0]))])
    whole = sum(sum(row[:-1]) for row in rests[:-1])
    corner = _rest(whole)
    up = int(corner >= 1 / 2 - _DUST)
    lacks = [round(sum(row)) for row in rests[:-1]] + [round(sum(rests[-1]) + corner) - up]
    room = [round(sum(row[k] for row in rests)) for k in range(len(cells[0]))]
    room.append(round(sum(row[-1] for row in rests[:-1]) + corner) - up)
    raised: list[set[int]] = [set() for _ in rests]
    may = [sorted((k for k, rest in enumerate(row) if rest > 0), key=lambda k, r=row: -r[k]) for row in rests]
    for start, lack in enumerate(lacks):
        for _ in range(lack):
            _place(start, may, raised, room)
    unit = 10**places
    return [[(f + (k in up)) / unit for k, f in enumerate(row)] for (row, _), up in zip(cut, raised, strict=False)]


def _rest(number: float) -> float:
    rest = number - floor(number + _DUST)
    return rest if rest > _DUST else 0.0


def _slack(number: float) -> float:
    """What is missing to the next whole number, 0 where there is nothing to round."""
    rest = _rest(number)
    return 1 - rest if rest else 0.0


def _place(start: int, may: list[list[int]], raised: list[set[int]], room: list[int]) -> None:
    """Raise one cell of row `start`, moving raised cells of other rows aside where its columns are full."""
    came: dict[int, tuple[int, int | None]] = {}
    seen, todo = {start}, deque([start])
    while todo:
        row = todo.popleft()
        for column in may[row]:
            if column in came or column in raised[row]:
                continue
            came[column] = (row, None)
            if room[column] > 0:
                room[column] -= 1
                _shift(start, column, came, raised)
                return
            for other, up in enumerate(raised):
                if column in up and other not in seen:
                    seen.add(other)
                    todo.append(other)
                    came[-1 - other] = (column, None)


def _shift(start: int, column: int, came: dict[int, tuple[int, int | None]], raised: list[set[int]]) -> None:
    while True:
        row = came[column][0]
        raised[row].add(column)
        if row == start:
            return
        column = came[-1 - row][0]
        raised[row].discard(column)


def _cut(parts: Sequence[float], places: int) -> tuple[list[int], list[float]]:
    floors = [floor(p * 10**places + _DUST) for p in parts]
    rests = [p * 10**places - f for p, f in zip(parts, floors, strict=True)]
    return floors, [r if r > _DUST else 0.0 for r in rests]


def _half_up(number: float) -> int:
    return floor(number + 0.5 + _DUST)
