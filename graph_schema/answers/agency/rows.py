"""What the answer about one agency consists of: frozen rows.

Points are points of the agency's own agreement (1 weighs as much as any other of its 100); `…_shown` is rounded to one
decimal so that a column adds up to its total.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph_schema.answers.tables import Party, PlanYear, ScoreRow, Status

State = Literal["reached", "missed", "not due", "not measured"]
"""missed: due, and less than all of its weight earned."""


@dataclass(frozen=True, slots=True)
class AgreedTarget:
    """A target of the agreement: `weight` percent of it, `raw` 0 to 100, `loss` = weight × (100 − raw) / 100.

    `grid`: what earns 100, 90, 80, 70 and 60, as days or in `unit` (empty: a cascade, or nobody said which way is
    good). `goal`, `achieved`: of a quantity; `achieved` of `releases` is percent of money paid on time. `planned`
    and `came` (the day it finished, or is expected to where `finished` is false) are none where it is not dated.
    """

    thing: str
    title: str
    measure: str
    agency: Party
    weight: float
    grid: tuple[date | float, ...]
    unit: str
    goal: float | None
    achieved: float | None
    planned: date | None
    came: date | None
    finished: bool
    delay_days: float
    shortfall: float
    state: State
    raw: float
    loss: float
    loss_shown: float


@dataclass(frozen=True, slots=True)
class Between:
    """Points that moved between the agency and another row of its tier: lost here and begun there, or the reverse."""

    agency: Party
    from_it: float
    from_it_shown: float
    to_it: float
    to_it_shown: float


@dataclass(frozen=True, slots=True)
class Bridge:
    """From official to adjusted: official + Σ from_it − Σ to_it = adjusted; official + Σ from_it = 100 − own.

    `own`: points that it lost and that began in it or under it. `others`: those who took most from it first, then those
    who lost most by it. The same holds for what is shown.
    """

    official: float
    official_shown: float
    own: float
    own_shown: float
    from_others: float
    from_others_shown: float
    to_others: float
    to_others_shown: float
    adjusted: float
    adjusted_shown: float
    others: tuple[Between, ...]


@dataclass(frozen=True, slots=True)
class Bound:
    """The agreement that binds it. `signer`: title of the post that signed, '' none; `weight` in its tier."""

    agreement: str
    title: str
    kind: str
    weight: float
    signed_on: date | None
    signer: str
    published_at: str
    assumed: bool


@dataclass(frozen=True, slots=True)
class PostHeld:
    """A post of the agency: whether somebody holds it at the day of the assessment (or the year's end), since when.

    `disclosed` false: it is held, and by whom is not said.
    """

    post: str
    title: str
    heads: bool
    held: bool
    disclosed: bool
    since: date | None


@dataclass(frozen=True, slots=True)
class Owed:
    """A deliverable that one side owes the other: `parties` are its owner, or, of the agency's own, who requires it.

    It held up `things` of those who require it for `days` together. `points`: charged at it, of the agency's agreement
    where others owe it; of the other agreements of the tier where the agency owes it (÷ the weight of its own).
    """

    thing: str
    title: str
    parties: tuple[Party, ...]
    planned: date | None
    came: date | None
    finished: bool
    delay_days: float
    things: int
    days: float
    points: float


@dataclass(frozen=True, slots=True)
class Owing:
    """What one side owes the other: the first of `of` deliverables; `late` of them held something up, `days` in all."""

    rows: tuple[Owed, ...]
    of: int
    late: int
    days: float


@dataclass(frozen=True, slots=True)
class Agency:
    """One agency in a plan year. `tier` 0: outside the government, or not in that year's tree.

    `score` is its row of the scorecard of its tier; `bound`, `score` and `bridge` are none without an agreement, and
    `bridge` also where nothing is due yet. `needs`: what others owe it and those under it; `needed`: what these owe.
    """

    agency: Party
    above: Party | None
    under: tuple[Party, ...]
    plan_year: PlanYear
    tier: int
    bound: Bound | None
    score: ScoreRow | None
    targets: tuple[AgreedTarget, ...]
    bridge: Bridge | None
    posts: tuple[PostHeld, ...]
    needs: Owing
    needed: Owing
    headline: str
    text: str
    status: Status
