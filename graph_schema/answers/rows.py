"""What "who delayed this?" answers with: frozen rows, exact numbers beside numbers rounded so that they add up.

Units: days are calendar days, units are the target's own (km, percent, …), points are points of the target's
agreement (its loss; × the agreement's weight where that is said).  `shown` is `amount` rounded to one decimal so
that the parts of one table add up to its total (`answers.rounding`); write `shown` on a page, `amount` in a file.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph_schema.answers.tables import Party, Source, Status
from graph_schema.answers.things import Chain, Thing, Unit

State = Literal["late", "short", "lost", "in time", "not due", "not measured", "undated"]
"""late: days; short: units of a quantity; lost: points of a cascade or `releases` target; the rest: nothing to say."""


@dataclass(frozen=True, slots=True)
class Root:
    """A deliverable where part of the total began. `words`: "it paid “First tranche” 40 days late".

    `came` is the day it finished, or is expected to where `finished` is false.
    `from_amount` … `to_amount` is its place on the way from plan to actual (a waterfall; agencies stay together).
    `points` is its part of the points this cost (none where nothing was lost); `plan_itself` the part of `amount`
    that the plan itself costs (points only).
    """

    thing: str
    title: str
    agency: Party
    itself: bool
    words: str
    planned: date | None
    came: date | None
    finished: bool
    late_days: float
    amount: float
    shown: float
    from_amount: float
    to_amount: float
    points: float | None
    points_shown: float | None
    plan_itself: float


@dataclass(frozen=True, slots=True)
class Origin:
    """An agency with the roots it owns; `shown` = Σ roots' `shown`. `post`: title of its head post, '' none."""

    agency: Party
    post: str
    amount: float
    shown: float
    share: float
    points: float | None
    points_shown: float | None
    roots: tuple[Root, ...]


@dataclass(frozen=True, slots=True)
class Direct:
    """A direct cause of the focus and what it explains; the row `itself` is the focus' own part."""

    thing: str
    title: str
    agency: Party
    itself: bool
    amount: float
    shown: float


@dataclass(frozen=True, slots=True)
class SentencePart:
    """Who, and how much of the total began there: the parts of the sentence, largest first, and "others" last."""

    who: str
    agency: str
    amount: float
    shown: float
    itself: bool


@dataclass(frozen=True, slots=True)
class Account:
    """One total and where it began. Σ roots = Σ origins = Σ direct = total (1e-9); the same holds for `shown`.

    `unit_name`: 'days', 'points' or the quantity's unit.  `sentence` in parts and as `text`.
    `plan_itself`: points that the plan itself costs even when kept (they stay with the focus or its supports).
    `adds_up`: "17.6 + 14.9 + 7.5 = 40.0", '' where all began in one place.
    """

    unit: Unit
    unit_name: str
    total: float
    shown: float
    own: float
    plan_itself: float
    direct: tuple[Direct, ...]
    roots: tuple[Root, ...]
    origins: tuple[Origin, ...]
    sentence: tuple[SentencePart, ...]
    text: str
    adds_up: str


@dataclass(frozen=True, slots=True)
class Cost:
    """What the target's own loss is: raw = 0–100, loss = weight × (100 − raw) / 100 points of its agreement.

    `counted` = loss × agreement_weight, what it costs its tier. `account` divides `loss` by where it began (sums to
    it).
    """

    agreement: str
    agreement_title: str
    agreement_weight: float
    weight: float
    raw: float
    loss: float
    counted: float
    plan_itself: float
    account: Account
    text: str


@dataclass(frozen=True, slots=True)
class UnsignedRow:
    """A requirement that was not agreed in time and does not count; `late_days` as if it did, before sharing.

    `came` is the day it came, or is expected to where `finished` is false.
    """

    cause: str
    title: str
    agency: Party
    needed_by: date | None
    came: date | None
    finished: bool
    late_days: float
    agreed_on: date | None
    source: Source


@dataclass(frozen=True, slots=True)
class Unsigned:
    """Unsigned requirements of the focus, and the days they would take from its own days if they counted."""

    rows: tuple[UnsignedRow, ...]
    late: int
    would_take: float
    own_days: float
    text: str


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One line the answer rests on: the day, what is known, whose it is, and the row that says so."""

    day: date
    text: str
    kind: Literal["plan", "agreed", "payment", "report"]
    things: tuple[str, ...]
    agencies: tuple[Party, ...]
    by: str
    source: Source


@dataclass(frozen=True, slots=True)
class FirstPromise:
    """The same deliverable against the first promise: no revision and no ruling. `raw` none: it has no score.

    What delayed it against the first promise is not kept: only how late it was, and what it cost.
    """

    planned: date | None
    came: date | None
    delay_days: float
    raw: float | None
    loss: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """Who delayed this. `main` is the unit of the headline; `accounts` holds it first, then the other totals there are.

    `headline` is the short sentence ("Road to the valley open: 40 days late."), `text` the one that says where it
    began; `notes` are further plain sentences that must stand beside them (unreported, expected, plan's own cost,
    both late and short). `expected`: the day is not over yet: the total holds days still expected.
    `first` is that of the first promise, where the graph holds it; `without_rulings` the accounts that rulings changed,
    as they are without them; `beside` says in sentences where they differ.
    `chain` things carry amounts in `main`; steps carry every unit there is.
    """

    focus: Thing
    state: State
    expected: bool
    unreported: bool
    main: Unit | None
    headline: str
    text: str
    notes: tuple[str, ...]
    first: FirstPromise | None
    without_rulings: tuple[Account, ...]
    beside: tuple[str, ...]
    accounts: tuple[Account, ...]
    chain: Chain
    cost: Cost | None
    unsigned: Unsigned | None
    evidence: tuple[EvidenceRow, ...]
    evidence_left_out: int
    status: Status

    @property
    def account(self) -> Account | None:
        """The account of the headline; none where there is nothing to answer for."""
        return self.accounts[0] if self.accounts else None
