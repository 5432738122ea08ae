"""Every problem of the plan format has a folder: read, merged and checked, it has exactly its problems.

Each line of `expected.txt` is `file:row:column:words; words`: where a problem stands, and what its message must say,
the remedy included. A folder with `before` and `after` is loaded twice, the problems being those of the second load.
"""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from plan_folders import write_plan

from loaders.check import check
from loaders.merge import merge
from loaders.plan import State
from loaders.problems import Problem, in_order, refuses
from loaders.read import read_plan

FOLDERS = sorted(path.parent for path in (Path(__file__).parents[1] / "problems").glob("*/expected.txt"))
VECTORS = sorted(path for path in (Path(__file__).parents[1] / "vectors").iterdir() if (path / "expected").is_dir())


@dataclass(frozen=True)
class Expected:
    """One line of expected.txt."""

    file: str
    row: int
    column: str
    words: tuple[str, ...]


def expected_in(folder: Path) -> list[Expected]:
    """The problems that a folder must have, in order."""
    lines = (folder / "expected.txt").read_text("utf-8").splitlines()
    parts = [line.split(":", 3) for line in lines]
    return [Expected(file, int(row), column, tuple(words.split("; "))) for file, row, column, words in parts]


def loaded(present: State, folder: Path) -> tuple[State, list[Problem]]:
    """The state after a load of the folder, as if written by load 1, and everything that was said about it."""
    reading = read_plan([folder])
    merged = merge(present, reading)
    found = check(merged.state, touched=merged.touched, unread=reading.unread_cells, broken=merged.broken)
    state = {sheet: {key: replace(row, load=1) for key, row in rows.items()} for sheet, rows in merged.state.items()}
    return state, in_order([*reading.problems, *merged.problems, *found])


def problems_of(folder: Path) -> list[Problem]:
    """The problems of a folder, warnings left out."""
    present: State = {}
    if (folder / "before").is_dir():
        present, found = loaded({}, folder / "before")
        assert not refuses(found), found
        folder = folder / "after"
    return [problem for problem in loaded(present, folder)[1] if problem.severity == "problem"]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_folder_has_exactly_its_problems(folder: Path) -> None:
    expected = expected_in(folder)
    found = problems_of(folder)
    assert [(each.file, each.row, each.column) for each in found] == [
        (each.file, each.row, each.column) for each in expected
    ], [str(each) for each in found]
    for problem, line in zip(found, expected, strict=True):
        missing = [words for words in line.words if words not in problem.message]
        assert not missing, f"{missing} not in: {problem}"


def test_ten_problems_at_once_are_ten() -> None:
    found = problems_of(next(folder for folder in FOLDERS if folder.name == "ten-at-once"))
    assert len(found) == 10
    assert found == sorted(found)


@pytest.mark.parametrize("folder", VECTORS, ids=lambda folder: folder.name)
def test_worked_cases_have_no_problem(folder: Path) -> None:
    assert problems_of(folder) == []


def test_ids_that_cannot_be_looked_up_are_said(tmp_path: Path) -> None:
    folder = write_plan(tmp_path, agencies="name,kind\nRoads,department\n")
    assert (
        "ids that name an agency were not looked up in targets.csv (agency), since this sheet is missing or was not "
        in (next(str(each) for each in loaded({}, folder)[1] if each.severity == "warning" and not each.row))
    )
