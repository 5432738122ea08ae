"""What the answer about changes of plan consists of: frozen rows.

Scores run to 100 and have no lower bound; days are calendar days.
"""

from dataclasses import dataclass
from datetime import date, datetime

from graph_schema.answers.tables import Party, PlanYear, Source, Status


@dataclass(frozen=True, slots=True)
class RevisionRow:
    """An approved change of one cell, in order of approval: what stood there in force until then, and what it says.

    `requires`: of a requirement, what its deliverable (`thing`) requires.  `was` and `to` are as a sheet writes them,
    '' blank.  Not `timely`: it changed no number; `last_day` is the last on which it would have been timely, `past` the
    days after it (0 where it fell with another weight of its agreement).  `moved`: days by which it moved the planned
    day of the thing, none where it did not.  `within`: approved by a post of the very agency that owns the thing.
    `gaps`: gaps of the rule, in words.
    """

    sheet: str
    thing: str
    title: str
    agency: Party
    requires: str
    column: str
    was: str
    to: str
    revised_on: date
    approved_by: str
    approved_by_title: str
    within: bool
    reason: str
    timely: bool
    last_day: date | None
    past: int
    moved: int | None
    gaps: tuple[str, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class TierPoints:
    """Points × agreement weight charged at a thing, at one tier: against the first promise, and now."""

    tier: int
    first: float
    now: float


@dataclass(frozen=True, slots=True)
class MovedThing:
    """Something revised in time, as assessed against the first promise and now: what all its revisions moved.

    Days are none where it is not dated, scores and lost points (of its agreement) where it is no target.  What others'
    revisions moved reaches it as well, by its requirements; rulings too.
    """

    thing: str
    title: str
    agency: Party
    first_agency: str
    revisions: int
    first_planned: date | None
    planned: date | None
    first_delay: float | None
    delay: float | None
    first_score: float | None
    score: float | None
    first_lost: float | None
    lost: float | None
    charged: tuple[TierPoints, ...]


@dataclass(frozen=True, slots=True)
class FirstScore:
    """An agreement's scores against the first promise beside those in force; none where nothing is due."""

    tier: int
    agency: Party
    first_official: float | None
    official: float | None
    first_adjusted: float | None
    adjusted: float | None


@dataclass(frozen=True, slots=True)
class FirstGovernment:
    """The government score of a tier against the first promise and in force; none where nothing is measured."""

    tier: int
    first: float | None
    now: float | None


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """A cell that a load changed, or (column '') a row that it took away, after the agreement was signed.

    `key`: deliverable, or deliverable and what it requires, or post, official and first day.  `points`: by how much
    the loss of the target itself grew (negative: fell) by all corrections of it listed here, by its own weight and
    grid with what was reached; told at the first of them, none elsewhere, and where only a whole assessment would tell.
    """

    sheet: str
    key: tuple[str, ...]
    column: str
    was: str
    now: str
    agency: str
    agreement: str
    signed_on: date
    loaded_at: datetime
    loaded_by: str
    load: int
    points: float | None


@dataclass(frozen=True, slots=True)
class Revisions:
    """Changes of plan of one year up to the day of the assessment.

    `scores`: every agreement, those that differ most first.  `rows`: timely and late ones in order.  `things`: what was
    revised in time, most points moved first.  `corrections`: changes after the signature without a revision.
    """

    plan_year: PlanYear
    government: tuple[FirstGovernment, ...]
    scores: tuple[FirstScore, ...]
    rows: tuple[RevisionRow, ...]
    things: tuple[MovedThing, ...]
    corrections: tuple[CorrectionRow, ...]
    text: str
    status: Status
