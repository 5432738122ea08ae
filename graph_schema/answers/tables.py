"""What every answer shares, and what scorecard and search answer with: frozen rows.

Points are points of an agreement × the agreement's weight, unless said otherwise; scores run to 100 and have no lower
bound; days are calendar days.  `…_shown` is rounded to one decimal so that a column or row adds up to its total.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal


@dataclass(frozen=True, slots=True)
class Source:
    """The row of the plan or report that says so; text: "payments.csv, row 14, load 3"."""

    file: str
    row: int
    load: int

    def __str__(self) -> str:
        return f"{self.file}, row {self.row}, load {self.load}"


@dataclass(frozen=True, slots=True)
class Party:
    """An agency by name. `external`: a donor, a court, the weather: a real owner outside the government."""

    id: str
    name: str
    external: bool


@dataclass(frozen=True, slots=True)
class PlanYear:
    """A plan year that the graph holds, with the tiers that have agreements (ascending)."""

    id: str
    title: str
    starts: date
    ends: date
    currency: str
    tiers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Status:
    """What the numbers rest on. `as_of` none: never assessed. `stale`: rows were loaded after the assessment.

    `assessed_load` is the last load the assessment knew, `latest_load` the last there is (0: none).
    `latest_payment` and `latest_report` are the latest days known up to `as_of`.  `revised`: numbers against the first
    promise stand beside those in force; `ruled`: numbers without rulings do.
    """

    as_of: date | None
    made_at: datetime | None
    rule: str
    assessed_load: int
    latest_load: int
    stale: bool
    latest_payment: date | None
    latest_report: date | None
    revised: bool = False
    ruled: bool = False


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One row of a scorecard: an agency of the tier, or an owner outside it that only has points which began there.

    `standing`: 'agency' (of the tier, with an agreement), 'no agreement' (of the tier, without one), 'above the
    tier', 'external', 'not in the tree'.  official, adjusted, change (adjusted − official), measured (percent of the
    agreement's weight that is due) are none without an agreement; official, adjusted and change also none where
    measured is 0. `band` is '' where less than half is measured.  `lost` and `began` are points × weight; `lost` 0
    without an agreement.  What is shown can be worked out again along a row, to one decimal: official = 100 − lost /
    weight, adjusted = 100 − began / weight, change = adjusted − official.

    `first_…`: the same scores against the first promise; `unruled_adjusted`: without rulings (the official score is the
    same).  None where the graph holds no such assessment, or no such score.  `beside` says them where what is shown
    differs, '' where it does not.
    """

    agency: Party
    standing: Literal["agency", "no agreement", "above the tier", "external", "not in the tree"]
    official: float | None
    adjusted: float | None
    change: float | None
    lost: float
    lost_shown: float
    began: float
    began_shown: float
    measured: float | None
    weight: float | None
    band: str
    agreement: str
    official_shown: float | None
    adjusted_shown: float | None
    change_shown: float | None
    first_official: float | None = None
    first_adjusted: float | None = None
    unruled_adjusted: float | None = None
    beside: str = ""


@dataclass(frozen=True, slots=True)
class CostlyRow:
    """A deliverable where points of the tier began: points = in_own (lost by the row that owns it) + in_others."""

    thing: str
    title: str
    agency: Party
    row: Party
    points: float
    points_shown: float
    in_own: float
    in_own_shown: float
    in_others: float
    in_others_shown: float


@dataclass(frozen=True, slots=True)
class ScoreSentence:
    """The parts of the government sentence; `worst` none where nothing was lost.

    lost = stayed + moved: points that began in the row that lost them, and in another one.
    """

    government: float | None
    agencies: int
    measured_agencies: int
    lost: float
    lost_shown: float
    stayed: float
    stayed_shown: float
    moved: float
    moved_shown: float
    worst: Party | None
    worst_points: float
    worst_shown: float
    worst_id: str
    worst_thing: str
    worst_thing_points: float
    worst_thing_shown: float


@dataclass(frozen=True, slots=True)
class Scorecard:
    """A plan year at one tier. Σ lost = Σ began over `rows` (1e-9): nothing is forgiven, nothing counted twice.

    `rows` are sorted by change, most lowered first, then rows without a score by points.  `government` is the mean of
    the official scores of measured agencies, by agreement weight; none where nobody is measured; as shown it is 100 −
    lost / the weights together.  `measured` is the mean of measured by the same weights.  `weighted`: not every
    agreement weighs 1.  `shown` is the rounded total of both columns.  `costly_of` deliverables cost
    anything; `costly` are the first ten, `costly_points` their sum.  `headline`, `text` and `arithmetic` are sentences.
    `first_government` is that against the first promise (none: no such assessment, or no score); `beside` says it where
    what is shown differs.
    """

    plan_year: PlanYear
    plan_years: tuple[PlanYear, ...]
    tier: int
    government: float | None
    government_shown: float | None
    first_government: float | None
    measured: float | None
    weighted: bool
    rows: tuple[ScoreRow, ...]
    lost: float
    began: float
    shown: float
    costly: tuple[CostlyRow, ...]
    costly_of: int
    costly_points: float
    costly_shown: float
    sentence: ScoreSentence
    headline: str
    text: str
    beside: str
    arithmetic: str
    status: Status


@dataclass(frozen=True, slots=True)
class Hit:
    """A deliverable found by id, words or agency, with its delay and loss (points of its agreement)."""

    id: str
    title: str
    kind: Literal["target", "release", "milestone"]
    measure: str
    agency: Party
    plan_year: str
    delay_days: float
    shortfall: float
    loss: float
