"""Where a plan is found: folders of CSV sheets, workbooks, and parents of either, each opened as grids."""

import hashlib
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from loaders.problems import Problem, did_you_mean, quoted
from loaders.read.csv_files import csv_grid
from loaders.read.grid import Grid
from loaders.read.reading import SourceFile
from loaders.read.workbooks import read_workbook
from loaders.sheets import SHEETS

_OTHER_SPREADSHEETS = frozenset({".tsv", ".xls", ".xlsm", ".xlsb", ".ods", ".numbers"})
_EXPECTED = "expected CSV files named plan.csv, agencies.csv, targets.csv, … or an XLSX workbook"


@dataclass(frozen=True, slots=True)
class Source:
    """One folder, workbook or single CSV, opened: its sheets, and the sheets that are there but cannot be read."""

    name: str
    grids: dict[str, Grid]
    broken: frozenset[str]
    problems: tuple[Problem, ...]
    files: tuple[SourceFile, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """A place that holds sheets: `folder` names them, `files` are one workbook or the CSV files of one folder."""

    folder: Path
    files: tuple[Path, ...]


def open_sources(paths: Sequence[Path]) -> tuple[list[Source], list[Problem]]:
    """Every source at the paths, each once, in the order given, and problems of the paths themselves.

    Names of files are relative to the folder, or to what several have in common.
    """
    problems: list[Problem] = []
    found: dict[tuple[Path, ...], _Found] = {}
    for path in paths:
        for each in _found_at(path, problems):
            found.setdefault(each.files, each)
    root = Path(os.path.commonpath([each.folder for each in found.values()])) if found else Path()
    return [_opened(each, root) for each in found.values()], problems


def _found_at(path: Path, problems: list[Problem]) -> list[_Found]:
    path = path.resolve()
    try:
        if path.is_dir():
            return _found_in_folder(path, problems)
        if not path.exists():
            problems.append(Problem(path.name, 0, "", f"there is no file or folder {quoted(path)}: check the path"))
        elif path.suffix.casefold() in (".csv", ".xlsx"):
            return [_Found(path.parent, (path,))]
        else:
            problems.append(Problem(path.name, 0, "", f"{_EXPECTED}, found a {path.suffix or 'nameless'} file"))
    except OSError as fault:
        problems.append(Problem(path.name, 0, "", f"cannot be opened: {fault.strerror}"))
    return []


def _found_in_folder(folder: Path, problems: list[Problem]) -> list[_Found]:
    """The folder's own CSV sheets; without any, its workbooks and the folders one level below that hold sheets."""
    sheets, books, folders = _contents(folder, problems)
    below = {each: _contents(each, []) for each in folders}
    if sheets:
        remedy = f"the folder {folder.name} holds CSV sheets, so only they are read: move it out, or name it on its own"
        problems.extend(Problem(book.name, 0, "", f"{remedy} as the path") for book in books)
        problems.extend(
            Problem(each.name, 0, "", f"{remedy} as another path")
            for each, (inner, _, _) in below.items()
            if any(sheet.stem in SHEETS for sheet in inner)
        )
        return [_Found(folder, sheets)]
    found = [_Found(folder, (book,)) for book in books]
    for each, (_, inner_books, _) in below.items():
        inner, _, _ = _contents(each, problems)
        found += [_Found(each, inner)] if inner else [_Found(each, (book,)) for book in inner_books]
        if inner:
            remedy = f"the folder {each.name} holds CSV sheets, so only they are read: move it out"
            problems.extend(Problem(f"{each.name}/{book.name}", 0, "", remedy) for book in inner_books)
    if not found:
        problems.append(Problem(folder.name, 0, "", f"the folder holds no sheet: {_EXPECTED}"))
    return found


def _contents(folder: Path, problems: list[Problem]) -> tuple[tuple[Path, ...], tuple[Path, ...], tuple[Path, ...]]:
    """CSV files, workbooks and folders in a folder, by name; files of other spreadsheets are problems."""
    sheets, books, folders = list[Path](), list[Path](), list[Path]()
    for each in sorted(folder.iterdir()):
        suffix = each.suffix.casefold()
        if each.name.startswith((".", "~$")):
            continue
        if each.is_dir():
            folders.append(each)
        elif suffix == ".csv":
            sheets.append(each)
        elif suffix == ".xlsx":
            books.append(each)
        elif suffix in _OTHER_SPREADSHEETS or (suffix == ".txt" and each.stem.removesuffix(".csv") in SHEETS):
            problems.append(Problem(each.name, 0, "", f"found a {suffix} file among the sheets: save it as CSV UTF-8"))
    return tuple(sheets), tuple(books), tuple(folders)


def _opened(found: _Found, root: Path) -> Source:
    prefix = found.folder.relative_to(root).as_posix()
    names = {path: path.name if prefix == "." else f"{prefix}/{path.name}" for path in found.files}
    grids: dict[str, Grid] = {}
    broken: set[str] = set()
    problems: list[Problem] = []
    files: list[SourceFile] = []
    for path, name in names.items():
        try:
            data = path.read_bytes()
        except OSError as fault:
            problems.append(Problem(name, 0, "", f"cannot be opened: {fault.strerror}"))
            broken.add(path.stem)
            continue
        files.append(SourceFile(name, hashlib.sha256(data).hexdigest()))
        if path.suffix.casefold() == ".xlsx":
            book = read_workbook(name, data)
            grids |= book.grids
            problems += book.problems
            broken |= set() if book.grids else set(SHEETS)
        elif path.stem not in SHEETS:
            problems.append(_unknown(name, path.stem))
        elif path.stem in grids:
            problems.append(Problem(name, 0, "", f"the sheet {path.stem} is there twice: keep one of the files"))
        elif isinstance(grid := csv_grid(name, SHEETS[path.stem], data), Grid):
            grids[path.stem] = grid
        else:
            problems.append(grid)
            broken.add(path.stem)
    own = prefix if prefix != "." else next(iter(names.values()))
    return Source(own, grids, frozenset(broken), tuple(problems), tuple(files))


def _unknown(name: str, stem: str) -> Problem:
    near = did_you_mean(stem, SHEETS) or ": rename it, or move it out of the folder"
    return Problem(name, 0, "", f"unknown sheet {quoted(stem)}{near}")


def files_of(sources: Iterable[Source]) -> tuple[SourceFile, ...]:
    """Every file of the sources, by name."""
    return tuple(sorted((file for source in sources for file in source.files), key=lambda file: file.name))
