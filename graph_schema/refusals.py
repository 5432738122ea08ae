"""Loads that were refused: their problems, kept beside the data, so that others than their operator can see them."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

_KEPT = 20


@dataclass(frozen=True, slots=True)
class RefusedProblem:
    """One thing wrong at one place; `message` says what was expected, what was found, and what to do.

    `row` counts as a spreadsheet does, 0: the whole file; `column` '': the whole row.  `severity`: 'problem', or
    'warning', which alone would not have refused the load.
    """

    file: str
    row: int
    column: str
    message: str
    severity: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A load that was refused as a whole: when, what was to be loaded, and every problem."""

    at: datetime
    paths: tuple[str, ...]
    problems: tuple[RefusedProblem, ...]


def keep(home: Path, paths: Sequence[str], problems: Sequence[Mapping[str, Any]]) -> None:
    """Keep the problems of a refused load beside the data, and of the ones before it the last few.

    Raises OSError where the folder cannot be written.
    """
    now = datetime.now(UTC)
    record = {"refused_at": now.isoformat(timespec="milliseconds"), "paths": list(paths), "problems": list(problems)}
    folder = home / "refused"
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{now:%Y%m%dT%H%M%S%f}.json"
    file.write_text(json.dumps(record, indent=1, ensure_ascii=False), encoding="utf-8")
    for old in sorted(folder.glob("*.json"))[:-_KEPT]:
        old.unlink()


def last(home: Path) -> Refused | None:
    """Find the load that was refused last; none where there was none, or what was kept of it cannot be read."""
    try:
        newest = max((home / "refused").glob("*.json"))
        record = json.loads(newest.read_text(encoding="utf-8"))
        names = RefusedProblem.__slots__
        problems = tuple(RefusedProblem(**{name: each[name] for name in names}) for each in record["problems"])
        return Refused(datetime.fromisoformat(record["refused_at"]), tuple(record["paths"]), problems)
    except (OSError, ValueError, KeyError, TypeError):
        return None
