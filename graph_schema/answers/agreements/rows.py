"""What the answer about agreements consists of: frozen rows.

Scores run to 100 and have no lower bound; points are points of the agreement itself (not × its weight in the tier).
"""

from dataclasses import dataclass
from datetime import date

from graph_schema.answers.coverage import Gap, TierCoverage
from graph_schema.answers.tables import Party, PlanYear, Source, Status


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """An agreement of the year: who signed it, when, where it stands to be read, how it stands.

    `days_late`: days after the first day of the year (and the days that policy.SIGNED_WITHIN grants) on which it was
    signed, 0 in time, none unsigned.  Posts are ids and titles, '' where nobody is named.  official, adjusted and
    change are none where nothing is due.  `kinds`: what was declared and followed by the day of the assessment.
    `gaps`: what is missing or odd, in words.
    """

    agreement: str
    title: str
    kind: str
    agency: Party
    tier: int
    signed_on: date | None
    days_late: int | None
    signed_by: str
    signed_by_title: str
    signed_for: str
    signed_for_title: str
    published_at: str
    official: float | None
    adjusted: float | None
    change: float | None
    measured: float
    kinds: tuple[str, ...]
    gaps: tuple[str, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Exchange:
    """Points of one agreement that began with another row of the tier; or, the other way, that another's lost by it."""

    agency: Party
    points: float


@dataclass(frozen=True, slots=True)
class LeaderTerm:
    """One agreement that a leader signed: change = from_others − to_others (1e-9).

    `from_others`: points that it lost and that began elsewhere, by whom in `borne`; `to_others`: points that others
    lost and that began in the agency, by whom in `caused`; each list is whole, most first.  Without anything due the
    scores are none.
    """

    plan_year: str
    agreement: str
    post: str
    agency: Party
    tier: int
    official: float | None
    adjusted: float | None
    change: float | None
    from_others: float
    to_others: float
    borne: tuple[Exchange, ...]
    caused: tuple[Exchange, ...]


@dataclass(frozen=True, slots=True)
class LeaderRow:
    """A post that signed for its agency, or, where persons were asked for, who held it on the day of the signature.

    `official`, `adjusted`, `change`: the plain mean over the terms with a score, none without any.  `posts`: those in
    which it signed.  `official_id` and `name` are '' for a post.
    """

    label: str
    official_id: str
    name: str
    posts: tuple[str, ...]
    official: float | None
    adjusted: float | None
    change: float | None
    terms: tuple[LeaderTerm, ...]
    text: str


@dataclass(frozen=True, slots=True)
class ConsequenceRow:
    """A row of the sheet `results`: declared beside recomputed, and whether what followed was just.

    `official`: the official score as recomputed now; `difference` = declared − official, none without either.
    `outside_percent`: percent of the points that the agreement lost that began elsewhere; none where it lost none or
    nothing is due.  `doubtful`: a warning, an improvement plan or a sanction, and that percent is above `share` of the
    answer.  `posts`: the posts that the official it is about held in the year; `official_id` and `name` are '' unless
    persons were asked for.
    """

    agreement: str
    agency: Party
    kind: str
    decided_on: date
    declared: float | None
    official: float | None
    difference: float | None
    adjusted: float | None
    outside_percent: float | None
    doubtful: bool
    posts: tuple[str, ...]
    official_id: str
    name: str
    decided_by: str
    decided_by_title: str
    published_at: str
    note: str
    text: str
    source: Source


@dataclass(frozen=True, slots=True)
class Agreements:
    """The agreements of a plan year (by tier and agency), what no agreement covers, what followed, who leads.

    `tiers` and `uncovered` are those of `coverage`: agencies without an agreement, agreements without targets.
    `leaders` are of all plan years.  `over`: the year had ended by the day of the assessment, so that an agreement
    without a result or consequence is a gap.  `share`: percent from which an adverse consequence is doubtful.
    """

    plan_year: PlanYear
    persons: bool
    over: bool
    tiers: tuple[TierCoverage, ...]
    uncovered: tuple[Gap, ...]
    rows: tuple[AgreementRow, ...]
    consequences: tuple[ConsequenceRow, ...]
    leaders: tuple[LeaderRow, ...]
    share: float
    text: str
    status: Status
