"""What the answers about posts and officials consist of: frozen rows.

Scores run to 100 and have no lower bound; days are calendar days of the plan year up to the assessment; points are
points of an agreement × the agreement's weight.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph_schema.answers.tables import Party, PlanYear, Status

Mode = Literal["unit", "activity"]
"""unit: the score of its agency; activity: that of the targets assigned to it alone."""

Standing = Literal["official", "undisclosed", "vacant", "no head post", "outside"]


@dataclass(frozen=True, slots=True)
class TierPoints:
    """Points of the agreements of one tier. Tiers are views of the same year: never add them to each other."""

    tier: int
    points: float


@dataclass(frozen=True, slots=True)
class PostRow:
    """A post of the year and how it stands. `tier`: depth of its agency in the year's tree, 0 where not in it.

    `official`, `adjusted` and `change` (adjusted − official) are none where nothing is measured: `why` says why.
    `scored_by`: in unit mode the agency whose score it is (its own, or the nearest above), else ''.  `targets`: ids of
    those assigned, in activity mode.  `days` = held + vacant_days; `undisclosed_days` of the held ones.  `caused`: what
    began in its agency, if it heads one; `bore`: what its agency's own agreement lost (none where it heads none or
    the agency has none).
    """

    post: str
    title: str
    agency: Party
    kind: str
    tier: int
    heads: bool
    mode: Mode
    official: float | None
    adjusted: float | None
    change: float | None
    scored_by: str
    targets: tuple[str, ...]
    why: str
    days: int
    vacant_days: int
    undisclosed_days: int
    caused: tuple[TierPoints, ...]
    bore: float | None

    def remarks(self, scored_by: str) -> list[str]:
        """What to know of its score: why it has none, whose it is (`scored_by`, as it shall be shown), its vacancy."""
        said = [self.why] if self.why else []
        if self.mode == "activity":
            said.append("own targets only")
        elif self.scored_by not in ("", self.agency.id):
            said.append(f"as {scored_by}")
        if self.vacant_days:
            said.append(f"vacant {self.vacant_days:,} of {self.days:,} days")
        return said


@dataclass(frozen=True, slots=True)
class Posts:
    """The posts of a plan year, by tier, agency and id; `text` says what stands out."""

    plan_year: PlanYear
    rows: tuple[PostRow, ...]
    text: str
    status: Status


@dataclass(frozen=True, slots=True)
class AssignedTarget:
    """A target that a post answers for: `weight` percent of its agreement (0: in none), `raw` 0 to 100."""

    thing: str
    title: str
    weight: float
    raw: float
    due: bool


@dataclass(frozen=True, slots=True)
class TenureOf:
    """Somebody (or nobody: 'vacant') in a post: the periods within the year up to the assessment, and their days.

    `official`, `adjusted`: the holder's scores over all posts held in the year, by days; none without any, and for
    nobody known.  `caused`: points that lie on this time.  `official_id` and `name` are '' unless persons were asked
    for.
    """

    standing: Standing
    official_id: str
    name: str
    periods: tuple[tuple[date, date], ...]
    days: int
    official: float | None
    adjusted: float | None
    caused: tuple[TierPoints, ...]


@dataclass(frozen=True, slots=True)
class PostCard:
    """One post: how it stands, the targets assigned to it, and who held it, in order of time."""

    plan_year: PlanYear
    persons: bool
    row: PostRow
    targets: tuple[AssignedTarget, ...]
    tenures: tuple[TenureOf, ...]
    headline: str
    text: str
    status: Status


@dataclass(frozen=True, slots=True)
class HeldPost:
    """Days that somebody (or nobody) held a post within the year up to the assessment, and the scores of the post."""

    post: str
    title: str
    agency: Party
    days: int
    official: float | None
    adjusted: float | None


@dataclass(frozen=True, slots=True)
class HolderRow:
    """An official; or the vacant or undisclosed days of one post; or an agency without a head post, or outside cause.

    `label` names posts; `official_id` and `name` are '' unless persons were asked for.  `days`: those in posts with a
    score, over which the scores are the mean (a day in several posts is shared between them); at 0 there is none, and
    `why` says so.  `caused`: points that lie on the time it held the post that heads their owner; `bore`: its part, by
    days, of what the agreement of the agency it headed lost.
    """

    standing: Standing
    label: str
    official_id: str
    name: str
    posts: tuple[HeldPost, ...]
    days: int
    official: float | None
    adjusted: float | None
    change: float | None
    why: str
    caused: tuple[TierPoints, ...]
    bore: tuple[TierPoints, ...]


@dataclass(frozen=True, slots=True)
class Officials:
    """Who held posts in a plan year. Per tier, Σ caused = Σ bore = what the tier lost (1e-9)."""

    plan_year: PlanYear
    persons: bool
    tiers: tuple[int, ...]
    rows: tuple[HolderRow, ...]
    text: str
    status: Status


@dataclass(frozen=True, slots=True)
class HolderPart:
    """Points that began with a deliverable, as far as they lie on one holder's time.

    `post` heads the owner; '' where none does (then the points are the agency's) and for a cause outside (its code is
    `agency` then).  `official` is the holder's id, '' for nobody known.
    """

    tier: int
    thing: str
    title: str
    agency: str
    post: str
    standing: Standing
    official: str
    points: float

    @property
    def key(self) -> str:
        """Name the row of charged_by_holder that it counts in."""
        match self.standing:
            case "official":
                return self.official
            case "no head post":
                return f"agency:{self.agency}"
            case "outside":
                return f"outside:{self.agency}"
            case _:
                return f"{self.standing}:{self.post}"
