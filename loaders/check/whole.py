"""The whole plan under check: its rows, indexed by what the checks ask of them, and what was found so far."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from loaders.columns import DELIVERABLES, text_of
from loaders.defaults import day
from loaders.plan import Key, Row, State
from loaders.problems import Problem

RowName = tuple[str, Key]
"""A row by its sheet and key."""

Place = tuple[str, int, str]
"""A cell by its file, row and column."""

_WITH_IDS = (
    *DELIVERABLES,
    "plan",
    "five_year_plans",
    "agencies",
    "posts",
    "officials",
    "agreements",
    "plan_targets",
    "budget_lines",
)


def text(row: Row, column: str) -> str:
    """A cell as its text, '' where it is empty."""
    return text_of(row.values.get(column))


def place(row: Row) -> str:
    """Where a row stands, for a message: `targets.csv:14`."""
    return f"{row.file}:{row.row}"


def in_file_order(rows: Iterable[Row]) -> list[Row]:
    """Rows by file and row."""
    return sorted(rows, key=lambda row: (row.file, row.row))


@dataclass(frozen=True)
class Year:
    """A plan year: its row and days, and the agencies and posts in force, each by its latest row up to that year."""

    id: str
    row: Row
    starts: date
    ends: date
    agencies: Mapping[str, Row]
    posts: Mapping[str, Row]

    def is_under(self, agency: str, above: str) -> bool:
        """Whether an agency is another one or under it; also where a circle keeps it from standing anywhere."""
        own, other = self._spans.get(agency), self._spans.get(above)
        return own is None or other is None or other[0] <= own[0] < other[1]

    @cached_property
    def _spans(self) -> Mapping[str, tuple[int, int]]:
        """For each agency that hangs on a root: its number in a walk of the tree, and the first beyond its parts."""
        parts: dict[str, list[str]] = defaultdict(list)
        for agency, row in self.agencies.items():
            above = text(row, "part_of")
            parts[above if above in self.agencies else ""].append(agency)
        first: dict[str, int] = {}
        spans: dict[str, tuple[int, int]] = {}
        waiting = list(parts[""])
        while waiting:
            agency = waiting.pop()
            if agency in first:
                spans[agency] = first[agency], len(first)
            else:
                first[agency] = len(first)
                waiting += [agency, *parts.get(agency, ())]
        return spans

    def is_external(self, agency: str) -> bool:
        """Whether an agency stands outside the government."""
        row = self.agencies.get(agency)
        return row is not None and row.values.get("kind") == "external"


@dataclass
class Whole:
    """A state with its indexes, and what is known of how it was read.

    `touched` names the rows that the folders of this load hold; None: all. `unread` are cells that hold something
    which could not be read, `broken` sheets that could not be read, or are missing: nothing is concluded from them.
    Checks call `problem` and `warning`; `found` is what they said. A warning is about rows of this load alone;
    a problem at a row of an earlier load says so.
    """

    state: State
    touched: frozenset[RowName] | None = None
    unread: frozenset[Place] = frozenset()
    broken: frozenset[str] = frozenset()
    today: date | None = None
    found: list[Problem] = field(default_factory=list[Problem])

    def rows(self, sheet: str) -> Iterable[Row]:
        """Every row of a sheet."""
        return self.state.get(sheet, {}).values()

    def is_new(self, row: Row) -> bool:
        """Whether the folders of this load hold the row."""
        return self.touched is None or (row.sheet, row.key) in self.touched

    def is_read(self, row: Row, *columns: str) -> bool:
        """Whether nothing is written in these cells that could not be read."""
        return not self.unread or not any((row.file, row.row, column) in self.unread for column in columns)

    def problem(self, row: Row, column: str, message: str) -> None:
        """Say what is wrong with a cell, or with a whole row where `column` is ''."""
        if not self.is_new(row):
            message += f"{'' if message.endswith('?') else ';'} this row came with an earlier load"
        self.found.append(Problem(row.file, row.row, column, message))

    def warning(self, row: Row, column: str, message: str) -> None:
        """Say what a reader should know about a row of this load."""
        if self.is_new(row):
            self.found.append(Problem(row.file, row.row, column, message, "warning"))

    def newest(self, rows: Iterable[Row]) -> Row:
        """The row at which to place what several cause: the last of this load, else the last of all."""
        listed = in_file_order(rows)
        return next((row for row in reversed(listed) if self.is_new(row)), listed[-1])

    @cached_property
    def years(self) -> Mapping[str, Year]:
        """Plan years in order of `starts`, by id; those without readable days are left out."""
        found: dict[str, Year] = {}
        agencies: dict[str, Row] = {}
        posts: dict[str, Row] = {}
        listed = {sheet: self._by_year(sheet) for sheet in ("agencies", "posts")}
        for starts, ends, row in sorted(self._dated_years(), key=lambda each: (each[0], each[2].key)):
            agencies = agencies | {listing.key[-1]: listing for listing in listed["agencies"][row.key[0]]}
            posts = posts | {listing.key[-1]: listing for listing in listed["posts"][row.key[0]]}
            found[row.key[0]] = Year(row.key[0], row, starts, ends, agencies, posts)
        return found

    def _by_year(self, sheet: str) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = defaultdict(list)
        for row in self.rows(sheet):
            found[row.key[0]].append(row)
        return found

    def _dated_years(self) -> Iterator[tuple[date, date, Row]]:
        for row in self.rows("plan"):
            starts, ends = day(row.values, "starts"), day(row.values, "ends")
            if starts and ends:
                yield starts, ends, row

    def year_of(self, row: Row) -> Year | None:
        """The plan year whose folder holds a row."""
        return self.years.get(row.plan_year)

    @cached_property
    def deliverables(self) -> Mapping[str, Row]:
        """Targets, releases and milestones by id."""
        return {row.key[0]: row for sheet in DELIVERABLES for row in self.rows(sheet)}

    @cached_property
    def ids(self) -> Mapping[str, frozenset[str]]:
        """The ids of every sheet that has them; agencies and posts of all years."""
        return {sheet: frozenset(row.key[-1] for row in self.rows(sheet)) for sheet in _WITH_IDS}

    @cached_property
    def promised_in(self) -> Mapping[str, list[Row]]:
        """The targets of each agreement, by file and row."""
        found: dict[str, list[Row]] = defaultdict(list)
        for row in self.rows("targets"):
            if agreement := text(row, "agreement"):
                found[agreement].append(row)
        return {agreement: in_file_order(rows) for agreement, rows in found.items()}

    @cached_property
    def requirements_of(self) -> Mapping[str, list[Row]]:
        """The requirements of each deliverable."""
        found: dict[str, list[Row]] = defaultdict(list)
        for row in self.rows("requirements"):
            found[row.key[0]].append(row)
        return found

    @cached_property
    def reports_on(self) -> Mapping[str, list[Row]]:
        """The progress rows of each deliverable, in the order in which later ones outdo earlier ones."""
        found: dict[str, list[Row]] = defaultdict(list)
        for row in self.rows("progress"):
            found[row.key[0]].append(row)
        for rows in found.values():
            rows.sort(key=_report_order)
        return found


def owner(deliverable: Row) -> str:
    """The agency that owns a deliverable."""
    return text(deliverable, "released_by" if deliverable.sheet == "releases" else "agency")


def _report_order(row: Row) -> tuple[str, bool, str]:
    _, as_of, source, reported_on = row.key
    return as_of, source == "verified", reported_on
