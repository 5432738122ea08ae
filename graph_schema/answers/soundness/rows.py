"""What the answer about soundness consists of: frozen rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from graph_schema.answers.people.rows import TierPoints
from graph_schema.answers.tables import Party, PlanYear, Source, Status

Kind = Literal[
    "undeclared dependency",
    "unsigned requirement",
    "undated requirement",
    "same dates",
    "unexplained",
    "old forecast",
    "no evidence",
    "unreported",
    "assumed weights",
    "unsigned agreement",
    "unpublished agreement",
]

WHY: Mapping[Kind, tuple[str, str]] = {
    "undeclared dependency": (
        "Somebody else is named as the cause, and no requirement says so: its days stay with the owner.",
        "Declare the requirement, and have both sides sign it.",
    ),
    "unsigned requirement": (
        "It was not agreed in writing before it was needed: it is shown and explains nothing.",
        "Have it signed before the day it is needed; who may sign decides what counts.",
    ),
    "undated requirement": (
        "What it requires has no day: it cannot be late, and explains nothing.",
        "Give the milestone a planned_finish.",
    ),
    "same dates": (
        "An agency with several late records on one target passes on what others caused in each.",
        "Check whether they are one thing; keep one record of it.",
    ),
    "unexplained": (
        "Days or units of its own have no cause: nobody can learn from them.",
        "Report a cause from the published list.",
    ),
    "old forecast": (
        "A forecast hides a later push until it passes; this one passed, and nothing came.",
        "Report the finish, or a new forecast.",
    ),
    "no evidence": (
        "An external agency takes points from everybody's account, and no report shows why.",
        "Add evidence to a report on it.",
    ),
    "unreported": (
        "It is due, and nobody reported a thing: it counts as not done.",
        "Report what was reached.",
    ),
    "assumed weights": (
        "The agreement gives no weights: equal ones are assumed, and every score rests on them.",
        "Write the weights of the agreement.",
    ),
    "unsigned agreement": (
        "Nobody signed it: nobody promised what its score is about.",
        "Have it signed, and write signed_on and signed_by.",
    ),
    "unpublished agreement": (
        "Nobody outside can hold the score to what was promised.",
        "Publish it, and write where: published_at.",
    ),
}
"""Why each kind of finding matters, and what to do."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that the numbers rest on and that may not hold.

    `place` is the row to look at.  `days` and `points` (× agreement weight, of each tier: never add tiers): of an
    unsigned requirement those that all such ones of its deliverable would take from it if they counted; of an
    unexplained or external one those that began there; else 0 and empty.
    """

    kind: Kind
    id: str
    title: str
    agency: Party
    days: float
    points: tuple[TierPoints, ...]
    text: str
    place: Source

    @property
    def most(self) -> float:
        """The points of the tier where they are most."""
        return max((p.points for p in self.points), default=0.0)


@dataclass(frozen=True, slots=True)
class Count:
    """How many findings of a kind there are, why it matters, and what to do."""

    kind: Kind
    findings: int
    why: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Soundness:
    """The findings of a plan year, by kind; within one those with most points, then days, first."""

    plan_year: PlanYear
    counts: tuple[Count, ...]
    findings: tuple[Finding, ...]
    text: str
    status: Status
