"""Goals and readings of performance.gov, as its two JSON files tell them."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, cast

from loaders.sources.conversion import UnreadableSourceError

GOALS, READINGS = "goals.json", "target.json"
KINDS = {"APG": "Agency Priority Goals", "SG": "Strategic goals", "PMA": "President's Management Agenda"}
"""The kinds of goals, and what people call them."""

LOST = "\N{REPLACEMENT CHARACTER}"
"""What stands in the source where a character was lost."""

_GOAL_COLUMNS = frozenset(
    {
        "goal_id",
        "goal_type",
        "goal_name",
        "goal_status",
        "organization_abbreviation",
        "organization_name",
        "is_joint",
        "joint_goal_id",
        "date_start_fy",
        "date_end_fy",
        "Update",
        "leaders4",
        "url_pgov_agency_12",
    }
)
_READING_COLUMNS = frozenset(
    {
        "related_goal_id",
        "indicator",
        "target",
        "indicator_type",
        "value_start",
        "value_target",
        "value_current",
        "fiscal_yr",
        "fiscal_qtr",
        "progress_pct",
    }
)
_SPREADSHEET_ERROR = re.compile(r"#[A-Z0/]+[!?]?")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_UPDATE = re.compile(r"FY([0-9]{2})Q([1-4])")
_LEADER = re.compile(r"(?P<name>.+)-[A-Z]+-(?P<id>rec[0-9A-Za-z]+)")
_QUARTER_ENDS = {"1": (-1, 12, 31), "2": (0, 3, 31), "3": (0, 6, 30), "4": (0, 9, 30)}
"""Quarter of a fiscal year → its last day; the fiscal year begins on 1 October of the year before."""


@dataclass(frozen=True, slots=True)
class Leader:
    """A person named as the leader of a goal; `id` is the source's own."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Goal:
    """One agency's goal. `joint` is shared by the copies of a joint goal, '' where it is not joint.

    `starts`, `due` and `reported` (the day its status speaks of) are none, `status` and `address` '' where the
    source does not say them; `unread` are the entries among its leaders that name nobody.
    """

    id: str
    kind: str
    name: str
    agency: str
    agency_name: str
    status: str
    joint: str
    starts: date | None
    due: date | None
    reported: date | None
    leaders: tuple[Leader, ...]
    unread: tuple[str, ...]
    address: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One indicator of a goal at the end of one quarter; `start`, `promised`, `value` and `progress` as written.

    Numbers are texts, '' where the source has none that can be read; `record` tells word-for-word repeats apart.
    """

    goal: str
    indicator: str
    promise: str
    kind: str
    start: str
    promised: str
    value: str
    progress: str
    quarter: str
    day: date
    record: str


@dataclass(frozen=True, slots=True)
class Source:
    """All that the two files hold.

    `empty` counts the records of each file that say nothing, `repeated` names goals whose id another goal had
    before (they are not in `goals`), `unused` the filled columns that are not read.
    """

    goals: tuple[Goal, ...]
    readings: tuple[Reading, ...]
    empty: Mapping[str, int]
    repeated: tuple[str, ...]
    unused: tuple[str, ...]


def read_source(folder: Path) -> Source:
    """Read goals.json and target.json of a folder.

    Raises UnreadableSourceError where one is missing, no JSON list of records, or lacks a column that is needed.
    """
    goals, no_goals = _records(folder / GOALS, _GOAL_COLUMNS)
    readings, no_readings = _records(folder / READINGS, _READING_COLUMNS)
    every = [_goal(record) for record in goals]
    first = {goal.id: goal for goal in reversed(every)}
    return Source(
        tuple(goal for goal in every if first[goal.id] is goal),
        tuple(_reading(folder / READINGS, record) for record in readings),
        {GOALS: no_goals, READINGS: no_readings},
        tuple(goal.id for goal in every if first[goal.id] is not goal),
        (*_unused(GOALS, goals, _GOAL_COLUMNS), *_unused(READINGS, readings, _READING_COLUMNS)),
    )


def _records(path: Path, columns: frozenset[str]) -> tuple[list[dict[str, str]], int]:
    remedy = f"Name the folder that holds {GOALS} and {READINGS} of performance.gov."
    try:
        found: Any = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UnreadableSourceError(path, f"cannot be read ({error.strerror})", remedy) from error
    except ValueError as error:  # no UTF-8, or no JSON
        raise UnreadableSourceError(path, f"is not JSON ({error})", remedy) from error
    if not isinstance(found, list):
        raise UnreadableSourceError(path, "is not a list of records", remedy)
    kept: list[dict[str, str]] = []
    empty = 0
    for place, record in enumerate(cast("list[Any]", found), start=1):
        if not isinstance(record, dict):
            raise UnreadableSourceError(path, f"holds something else than a record at place {place}", remedy)
        texts = {str(key): _text(value) for key, value in cast("dict[Any, Any]", record).items()}
        if not any(texts.values()):
            empty += 1
        elif missing := sorted(columns - texts.keys()):
            raise UnreadableSourceError(path, f"lacks {', '.join(missing)} in its record {place}", remedy)
        else:
            kept.append(texts)
    return kept, empty


def _unused(file: str, records: list[dict[str, str]], columns: frozenset[str]) -> list[str]:
    filled = {column for record in records for column, value in record.items() if value}
    return [f"{file}: {column}" for column in sorted(filled - columns)]


def _text(value: object) -> str:
    return "" if value is None else str(value).strip()


def _said(text: str) -> str:
    """The text, '' where it is a spreadsheet's error."""
    return "" if _SPREADSHEET_ERROR.fullmatch(text) else text


def _goal(record: Mapping[str, str]) -> Goal:
    entries = [entry.strip() for entry in record["leaders4"].split(",") if entry.strip()]
    found = {entry: _LEADER.fullmatch(entry) for entry in dict.fromkeys(entries)}
    return Goal(
        id=record["goal_id"],
        kind=record["goal_type"],
        name=one_line(record["goal_name"]),
        agency=record["organization_abbreviation"],
        agency_name=one_line(record["organization_name"]),
        status=_said(record["goal_status"]),
        joint=record["joint_goal_id"] if record["is_joint"] == "1" else "",
        starts=_year_begins(_said(record["date_start_fy"])),
        due=_quarter_ends(_said(record["date_end_fy"]), "4"),
        reported=_updated(record["Update"]),
        # only the first hyphen stands for a space: the others are in family names
        leaders=tuple(Leader(each["id"], each["name"].replace("-", " ", 1)) for each in found.values() if each),
        unread=tuple(entry for entry, each in found.items() if not each),
        address=_said(record["url_pgov_agency_12"]),
    )


def _reading(path: Path, record: Mapping[str, str]) -> Reading:
    day = _quarter_ends(record["fiscal_yr"], record["fiscal_qtr"])
    if day is None:
        finding = f"has a reading of {record['related_goal_id']} without a fiscal year and quarter"
        raise UnreadableSourceError(path, finding, "Write both as numbers, as in 2022 and 1.")
    return Reading(
        goal=record["related_goal_id"],
        indicator=one_line(record["indicator"]),
        promise=one_line(record["target"]),
        kind=record["indicator_type"],
        start=_number(record["value_start"]),
        promised=_number(record["value_target"]),
        value=_number(record["value_current"]),
        progress=_number(record["progress_pct"]),
        quarter=record["fiscal_qtr"],
        day=day,
        record=json.dumps(record, sort_keys=True, ensure_ascii=False),
    )


def one_line(text: str) -> str:
    """The text with each run of spaces and line breaks as one space."""
    return " ".join(text.split())


def _number(text: str) -> str:
    return text if _NUMBER.fullmatch(text) else ""


def _year_begins(year: str) -> date | None:
    return date(int(year) - 1, 10, 1) if year.isdecimal() else None


def _quarter_ends(year: str, quarter: str) -> date | None:
    if not year.isdecimal() or quarter not in _QUARTER_ENDS:
        return None
    years, month, day = _QUARTER_ENDS[quarter]
    return date(int(year) + years, month, day)


def _updated(text: str) -> date | None:
    found = _UPDATE.fullmatch(text)
    return _quarter_ends(f"20{found[1]}", found[2]) if found else None
