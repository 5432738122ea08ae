"""A sheet as it was found: records of raw cells with their row numbers, from a CSV or a workbook."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from loaders.problems import Problem
from loaders.read.cells import RawCell

Record = tuple[int, Sequence[RawCell]]
"""A row number as a spreadsheet counts, and the cells from column A on."""

Place = tuple[int, int]
"""A row number, and a column counted from 0."""


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet of one file, its records still to be read.

    `records` yields every row that is there, empty ones too, and appends to the list it is given what keeps it from
    going on. `most_rows` is never below the number of rows. `wrong` holds messages about cells whose fault is not in
    their value: formula errors, percent formats. `even` says that a short row is a fault (in a CSV).
    """

    file: str
    sheet: str
    records: Callable[[list[Problem]], Iterator[Record]]
    most_rows: int
    wrong: Mapping[Place, str] = field(default_factory=dict[Place, str])
    even: bool = False
    found: tuple[Problem, ...] = ()


def is_blank(cells: Sequence[RawCell]) -> bool:
    """Whether nothing is written in any of the cells."""
    return all(cell is None or (isinstance(cell, str) and not cell.strip()) for cell in cells)
