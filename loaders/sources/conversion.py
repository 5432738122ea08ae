"""What a conversion comes to: the sheets of a plan folder, what was read, and what had to be left out."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph_schema.errors import AccountabilityError, UsageError
from loaders.sheets import SHEETS

Cells = Mapping[str, str]
"""One row of a sheet as its CSV writes it; columns that are not there stay empty."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many of something the source holds; `detail` splits the count up, '' where it is one thing."""

    what: str
    count: int
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """How often something could not be converted as it stands, and why; `where` names each place."""

    count: int
    what: str
    why: str
    where: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conversion:
    """A source as a plan: its sheets by name, and an account of what was read.

    `left_out` is what the plan does not hold; `to_know` is what it holds with less, or other, meaning than a reader
    of the source may expect.
    """

    plan_year: str
    sheets: Mapping[str, Sequence[Cells]]
    read: tuple[Count, ...]
    left_out: tuple[Note, ...]
    to_know: tuple[Note, ...]


class UnreadableSourceError(AccountabilityError):
    """A source that is not what its format says."""

    exit_code = 1

    def __init__(self, path: Path, finding: str, remedy: str) -> None:
        super().__init__(f"{path} {finding}. {remedy}")


class FolderTakenError(UsageError):
    """The folder for the plan holds something already; what an analyst wrote there would be lost."""

    def __init__(self, folder: Path) -> None:
        finding = f"{folder} is not an empty folder, and nothing in it is overwritten."
        super().__init__(finding, "Name a new folder, or empty this one.")


def write_plan(conversion: Conversion, folder: Path) -> tuple[Path, ...]:
    """Write the plan folder: a CSV for each sheet that has rows; the files in the order of the format.

    The folder is made where it is missing. Raises FolderTakenError where it holds anything.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderTakenError(folder)
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for name, sheet in SHEETS.items():
        rows = conversion.sheets.get(name, ())
        if not rows:
            continue
        path = folder / f"{name}.csv"
        used = [column.name for column in sheet.columns if column.required or any(row.get(column.name) for row in rows)]
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, used, restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerows({column: row.get(column, "") for column in used} for row in rows)
        written.append(path)
    return tuple(written)
