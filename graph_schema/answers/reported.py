"""Who answers for what was last reported as delayed, blocked, or any other status."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Literal

from graph_schema.answers.status import plan_years, status, year_of
from graph_schema.answers.tables import Party, Source
from graph_schema.graph import Readable
from graph_schema.question_errors import UnknownStatusError

STATUSES = ("on track", "at risk", "delayed", "blocked", "done")
"""Every status a report can have."""

Answering = Literal["named", "undisclosed", "vacant", "no post"]
"""Who answers: officials who are named; a holder who is not disclosed; nobody in the post; no post at all.

The post is the one the deliverable is assigned to; without one, the post that heads the agency that owns it."""


@dataclass(frozen=True, slots=True)
class _Row:
    id: str
    title: str
    kind: Literal["target", "release", "milestone"]
    measure: str | None
    agency: str
    name: str | None
    external: bool | None
    plan_year: str
    status: str
    reported: date
    note: str | None
    post: str | None
    post_title: str | None
    by_head: bool
    held: bool
    official: str | None
    official_name: str | None
    file: str
    row: int
    load: int


@dataclass(frozen=True, slots=True)
class ReportedRow:
    """One deliverable by its latest reported status, which speaks of the day `as_of`, and who answers for it.

    `post` and `post_title` are '' where no post answers; `by_head`: no post was assigned, the one that heads the agency
    answers; `officials` and `names` are those who held the post on the
    day of the assessment (without one, on the day `as_of`), empty unless `answering` is 'named'.
    """

    id: str
    title: str
    kind: Literal["target", "release", "milestone"]
    measure: str
    agency: Party
    plan_year: str
    status: str
    as_of: date
    note: str
    answering: Answering
    post: str
    post_title: str
    by_head: bool
    officials: tuple[str, ...]
    names: tuple[str, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Reported:
    """The deliverables by id, and the sentence about them. `as_of` is the day of the assessment, none without one."""

    statuses: tuple[str, ...]
    plan_year: str
    as_of: date | None
    sentence: str
    rows: tuple[ReportedRow, ...]
    unanswered: tuple[str, ...]


def reported(graph: Readable, statuses: Sequence[str], plan_year: str | None = None) -> Reported:
    """Find the deliverables whose latest reported status is one of `statuses`, and who answers for each.

    Reports up to the day of the assessment count, without an assessment all of them; of all plan years unless one is
    named. At most three round trips. Raises UnknownStatusError, UnknownPlanYearError.
    """
    asked = tuple(dict.fromkeys(statuses))
    for each in asked:
        if each not in STATUSES:
            raise UnknownStatusError(each, STATUSES)
    if plan_year is not None:
        year_of(plan_years(graph), plan_year)
    as_of = status(graph).as_of
    found = graph.read("read/reported", _Row, statuses=list(asked), plan_year=plan_year, as_of=as_of)
    rows = tuple(_row(list(group)) for _, group in groupby(found, key=lambda row: row.id))
    unanswered = tuple(row.id for row in rows if row.answering != "named")
    return Reported(asked, plan_year or "", as_of, _sentence(asked, rows), rows, unanswered)


def _row(holders: Sequence[_Row]) -> ReportedRow:
    first = holders[0]
    named = {row.official: row.official_name or row.official for row in holders if row.official is not None}
    answering: Answering = "no post"
    if named:
        answering = "named"
    elif first.post is not None:
        answering = "undisclosed" if any(row.held for row in holders) else "vacant"
    return ReportedRow(
        id=first.id,
        title=first.title,
        kind=first.kind,
        measure=first.measure or "",
        agency=Party(first.agency, first.name or first.agency, bool(first.external)),
        plan_year=first.plan_year,
        status=first.status,
        as_of=first.reported,
        note=first.note or "",
        answering=answering,
        post=first.post or "",
        post_title=first.post_title or first.post or "",
        by_head=first.by_head,
        officials=tuple(named),
        names=tuple(named.values()),
        source=Source(first.file, first.row, first.load),
    )


def _sentence(statuses: Sequence[str], rows: Sequence[ReportedRow]) -> str:
    told = " or ".join(statuses)
    if not rows:
        return f"No deliverable was last reported {told}."
    number = "1 deliverable was" if len(rows) == 1 else f"{len(rows):,} deliverables were"
    nobody = [row.id for row in rows if row.answering != "named"]
    if not nobody:
        answer = "Somebody is named who answers for each."
    elif len(nobody) == len(rows):
        answer = "Nobody is named who answers for any of them."
    else:
        answer = f"Nobody is named who answers for {len(nobody):,} of them: {', '.join(nobody)}."
    return f"{number} last reported {told}. {answer}{_by_heads(rows)}"


def _by_heads(rows: Sequence[ReportedRow]) -> str:
    """Say which of them no post is assigned to, so that the head of the agency answers."""
    heads = [row for row in rows if row.by_head]
    if not heads:
        return ""
    if len(heads) == len(rows):
        return " No post is assigned to any of them: the post that heads the agency answers."
    return f" No post is assigned to {len(heads):,} of them: there the post that heads the agency answers."
