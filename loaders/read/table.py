"""A grid read against its sheet: header, typed cells, what each row needs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from loaders.columns import Column, Sheet
from loaders.plan import Row, Value
from loaders.problems import Problem, did_you_mean, quoted
from loaders.read.cells import RawCell, Read, Wrong, described, grid_reader, reader
from loaders.read.grid import Grid, is_blank

MOST_ROWS = 1_000_000
FORMULA_ERRORS = frozenset(
    {"#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#N/A", "#SPILL!", "#CALC!", "#FIELD!"}
)
"""What spreadsheets write into a CSV where a formula failed."""


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one sheet in one file, but for those without their key; `broken` where it was not read whole."""

    sheet: Sheet
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]
    broken: bool = False


def read_table(grid: Grid, sheet: Sheet, plan_year: str) -> Table:
    """The typed rows of the grid. A plan sheet's rows take the plan year from their own id."""
    problems = list(grid.found)
    if grid.most_rows > MOST_ROWS and _rows_are_too_many(grid):
        remedy = "split the plan over several folders or workbooks"
        problems.append(Problem(grid.file, 0, "", f"found more than {MOST_ROWS:,} rows in one sheet: {remedy}"))
        return Table(sheet, (), tuple(problems), broken=True)
    records = grid.records(problems)
    first = next(records, (1, ()))
    header = _header(grid, sheet, first[0], first[1], problems)
    if header is None:
        return Table(sheet, (), tuple(problems), broken=True)
    before = len(problems)
    rows = _Rows(grid, sheet, header, plan_year, problems)
    read = tuple(row for number, cells in records if (row := rows.read(number, cells)))
    return Table(sheet, read, tuple(problems), broken=rows.lost > 0 or len(problems) > before + rows.faults)


def _rows_are_too_many(grid: Grid) -> bool:
    return sum(not is_blank(cells) for _, cells in grid.records([])) - 1 > MOST_ROWS


@dataclass(frozen=True, slots=True)
class _Header:
    """Which column stands where, what row width it makes, which required columns are missing."""

    columns: tuple[tuple[int, Column], ...]
    width: int
    nameless: tuple[int, ...]


def _header(grid: Grid, sheet: Sheet, row: int, cells: Sequence[RawCell], problems: list[Problem]) -> _Header | None:
    names = [cell.strip() if isinstance(cell, str) else "" if cell is None else described(cell) for cell in cells]
    known = [column.name for column in sheet.columns]
    if row != 1 or not set(names) & set(known):
        listed = ", ".join(name for name in names if name) if row == 1 else ""
        found = quoted(listed) if listed else "nothing"
        expected = f"expected the names of the columns in row 1 ({', '.join(known[:4])}, …), found {found}"
        problems.append(Problem(grid.file, 1, "", f"{expected}: write them there, or remove the sheet"))
        return None
    columns: list[tuple[int, Column]] = []
    for index, name in enumerate(names):
        if not name:
            continue
        if name in names[:index]:
            problems.append(Problem(grid.file, 1, name, "the column is there twice: keep one of them"))
        elif column := sheet.column(name):
            columns.append((index, column))
        else:
            near = did_you_mean(name, known) or f": remove it; the columns are {', '.join(known)}"
            problems.append(Problem(grid.file, 1, name[:60], f"unknown column {quoted(name)}{near}"))
    missing = (column for column in sheet.columns if column.required and column.name not in names)
    problems.extend(
        Problem(grid.file, 1, column.name, f"the column is missing: add it. {column.says.rstrip('.')}")
        for column in missing
    )
    width = max((index + 1 for index, name in enumerate(names) if name), default=0)
    return _Header(tuple(columns), width, tuple(i for i, name in enumerate(names[:width]) if not name))


class _Rows:
    """The rows of one grid, read one by one; what is wrong goes to `problems`.

    `faults` counts it, `lost` the rows without a key or a fit.
    """

    def __init__(self, grid: Grid, sheet: Sheet, header: _Header, plan_year: str, problems: list[Problem]) -> None:
        self._grid, self._sheet, self._header, self._problems = grid, sheet, header, problems
        self._own_year = sheet.name == "plan"
        self._plan_year = plan_year if sheet.truth == "yearly" or "plan_year" in sheet.key else ""
        self._plain: list[tuple[int, str, Read]] = []
        self._grids: list[tuple[int, str]] = []
        for index, column in header.columns:
            if column.kind == "grid":
                self._grids.append((index, column.name))
            else:
                self._plain.append((index, column.name, reader(column)))
        self._required = [column.name for _, column in header.columns if column.required]
        self._key = [name for name in sheet.key if (column := sheet.column(name)) and column.required]
        self.faults = 0
        self.lost = 0

    def read(self, number: int, cells: Sequence[RawCell]) -> Row | None:
        """The typed row, None where it is blank, does not fit the header, or lacks its key."""
        if is_blank(cells):
            return None
        if not self._fits(number, cells):
            self.lost += 1
            return None
        values: dict[str, Value] = {}
        wrong: set[str] = set()
        for index, name, read in chain(self._plain, self._grid_cells(values)):
            value = self._value(number, index, read, cells)
            if isinstance(value, Wrong):
                wrong.add(name)
                self._fault(number, name, value.message)
            elif value is not None:
                values[name] = value
        for name in self._required:
            if name not in values and name not in wrong:
                column = self._sheet.column(name)
                what = column.says if column else ""
                self._fault(number, name, f"expected a value, found an empty cell: fill it in: {what}")
        if any(name not in values for name in self._key):
            self.lost += 1
            return None
        year = str(values["id"]) if self._own_year else self._plan_year
        key = self._sheet.key_of(values, year)
        return Row(self._sheet.name, key, year, values, self._grid.file, number)

    def _grid_cells(self, values: Mapping[str, Value]) -> Iterator[tuple[int, str, Read]]:
        """The cells of the grid, read by the measure: asked for when the others of the row have been read."""
        if self._grids and (read := grid_reader(values.get("measure"))):
            for index, name in self._grids:
                yield index, name, read

    def _value(self, number: int, index: int, read: Read, cells: Sequence[RawCell]) -> Value | Wrong | None:
        if self._grid.wrong and (marked := self._grid.wrong.get((number, index))):
            return Wrong(marked)
        cell = cells[index] if index < len(cells) else None
        if isinstance(cell, str) and cell.startswith("#") and cell.strip() in FORMULA_ERRORS:
            return Wrong(f"found the formula error {cell.strip()}: mend the formula, or write the value")
        return None if cell is None or cell == "" else read(cell)

    def _fits(self, number: int, cells: Sequence[RawCell]) -> bool:
        width = self._header.width
        if not is_blank(cells[width:]):
            remedy = (
                "a text with a comma in it stands between quotation marks" if self._grid.even else "name the column"
            )
            self._fault(number, "", f"found {len(cells)} cells where the header has {width}: {remedy}")
            return False
        if self._grid.even and len(cells) < width:
            self._fault(number, "", f"found {len(cells)} cells where the header has {width}: write every comma")
            return False
        if any(index < len(cells) and not is_blank(cells[index : index + 1]) for index in self._header.nameless):
            self._fault(number, "", "found a cell in a column without a name: name the column in row 1, or empty it")
        return True

    def _fault(self, number: int, column: str, message: str) -> None:
        self.faults += 1
        self._problems.append(Problem(self._grid.file, number, column, message))
