"""What was read: the typed rows of each plan year, the problems of the whole input, the files it came from."""

from collections.abc import Mapping
from dataclasses import dataclass

from loaders.plan import Row
from loaders.problems import Problem, refuses


@dataclass(frozen=True, slots=True)
class Tables:
    """The sheets of one plan year, from one folder or from several.

    `plan_year` is the id in the plan sheet; '' for update folders, which have none. `rows` has an entry for every
    sheet that is present, also for one without rows: presence is what makes a sheet the whole truth. Rows whose
    cells have problems are there with the cells that could be read, but for rows without their key. `broken` names
    sheets that are present and could not be read as a whole, so that nothing should be concluded from what is
    missing in them.
    """

    plan_year: str
    rows: Mapping[str, tuple[Row, ...]]
    broken: frozenset[str] = frozenset()

    @property
    def present(self) -> frozenset[str]:
        """The names of the sheets that are there, with or without rows."""
        return frozenset(self.rows)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that was read: its name as rows and problems give it, and its SHA-256 in hexadecimal."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything one command reads: plan years in the order of their first days, updates without a year last."""

    years: tuple[Tables, ...]
    problems: tuple[Problem, ...]
    files: tuple[SourceFile, ...]

    @property
    def refused(self) -> bool:
        """Whether anything in it is more than a warning."""
        return refuses(self.problems)

    @property
    def unread_cells(self) -> frozenset[tuple[str, int, str]]:
        """Places (file, row, column) with a problem: cells that rows lack although something is written there."""
        return frozenset((each.file, each.row, each.column) for each in self.problems if each.severity == "problem")
