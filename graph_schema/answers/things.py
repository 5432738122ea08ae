"""The chain of an answer: deliverables, the relations between them, and why each carried what it did.

Units as in `answers.rows`.  Numbers called `shown` are rounded so that the parts of a table add up to its total.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from graph_schema.answers.tables import Party, Source

Unit = Literal["days", "units", "points"]
Kind = Literal["target", "release", "milestone", "outside"]
Relation = Literal["finances", "enables", "supports", "counts in", "ruled"]
Role = Literal["focus", "cause", "in time", "does not count", "next"]


@dataclass(frozen=True, slots=True)
class Said:
    """What the owner said last of a deliverable: each value the latest non-empty one, '' where never said.

    `cause` is a code of the published list, `by` 'self' or 'verified', `as_of` the day spoken about.
    """

    as_of: date
    by: str
    status: str
    cause: str
    note: str
    evidence: str
    source: Source


@dataclass(frozen=True, slots=True)
class Thing:
    """A deliverable as the chain shows it; of kind 'outside', a cause outside the plan that a ruling named.

    `planned` is the promised day, `came` the day it finished or is expected to (`finished` tells which); both none
    where it is not dated (a cascade, a `releases` target, an undated milestone).  `verb` says what coming means:
    paid, sent, given, done, reached.  `carried` is how much of the focus' total (in the verdict's unit) it carried,
    `began` how much began here.  `layer` counts steps before the focus as negative numbers (focus 0, held up next 1):
    the longest way there; `order` is its place in the layer, 0 on top.  Quantities: `goal`, `achieved` (none: never
    reported) and `shortfall` in `unit`; `raw` 0–100, `loss` points of its agreement, `weight` percent of it.
    """

    id: str
    title: str
    kind: Kind
    measure: str
    agency: Party
    plan_year: str
    role: Role
    verb: str
    planned: date | None
    started: date | None
    came: date | None
    finished: bool
    due: bool
    delay_days: float
    own_days: float
    unit: str
    goal: float | None
    achieved: float | None
    shortfall: float
    own_units: float
    raw: float | None
    weight: float
    loss: float
    carried: float
    carried_shown: float
    began: float
    began_shown: float
    layer: int
    order: int
    lines: tuple[str, ...]
    said: Said | None
    source: Source


@dataclass(frozen=True, slots=True)
class Band:
    """One agency's stripe of a step: how much of what it carried began there; stripes sum to the step, `shown` too."""

    agency: Party
    amount: float
    shown: float


@dataclass(frozen=True, slots=True)
class Carried:
    """What a step carried towards the focus, in one unit, split by the agencies where it began (largest first)."""

    unit: Unit
    amount: float
    shown: float
    bands: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One row of an explanation: words, a signed number where there is one, and the section of the rule.

    `role`: 'fact' (a plain row), 'minus' / 'plus' (taken off, put on), 'sum' (a bold result), 'began' (a share by
    agency, indented).  `shown` is `amount` rounded so that the rows add up; `unit` is written after it: 'days', the
    quantity's unit, 'points'.
    """

    text: str
    amount: float | None
    shown: float | None
    unit: str
    role: Literal["fact", "plus", "minus", "sum", "began"]
    rule: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One late requirement in the picture of an explanation: promised and usable by the same day count.

    `promised` = planned + lag, `late_from` = the day lateness starts (need or promise, the later), `usable` = came +
    lag but not after the affected one stopped waiting; `late_days` = usable − late_from.  The step itself is the
    first lane.
    """

    thing: str
    title: str
    agency: Party
    verb: str
    planned: date
    promised: date
    needed_by: date
    late_from: date
    came: date
    usable: date
    late_days: float
    finished: bool


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch of lateness and how it was shared: `days` long, by `among` causes (ids), `each` days each."""

    from_days: float
    to_days: float
    days: float
    among: tuple[str, ...]
    each: float


@dataclass(frozen=True, slots=True)
class Step:
    """One relation, from the one who affects (`cause`) to the one affected, and why it carried what it did.

    `carried` is towards the focus (none where nothing came this way); `days` and `units` are what it explains of the
    affected itself (relations DELAYED and CUT).  For requirements: `needed_by` (given or by default), `promised` (the
    cause's planned day), `came`, `usable` = came + lag_days, `late_days` = lateness before sharing, `float_days` the
    days absorbed before lateness starts, `shared_days` lateness that others answer for, `won_back_days` the part the
    affected one won back; days = late − shared − won back.  `share` = days / delay (units / shortfall, points part).
    `ruled`: a ruling named a cause outside.  For supports: `share` of the loss; for counts in: `missed` money not
    paid by its day.
    `lines` explain it in words; `lanes` and `cuts` draw it (cuts are empty where agencies share in more than one
    level: `levels` then says how, in words).  `counts` false: shown, explains nothing; `why_not` says why.
    """

    cause: str
    affected: str
    relation: Relation
    role: Role
    carried: tuple[Carried, ...]
    days: float
    units: float
    share: float
    needed_by: date | None
    promised: date | None
    came: date | None
    usable: date | None
    lag_days: int
    float_days: float
    late_days: float
    shared_days: float
    won_back_days: float
    lost_units: float
    missed: float
    counts: bool
    why_not: str
    agreed_on: date | None
    if_not_met: str
    title: str
    lines: tuple[Line, ...]
    lanes: tuple[Lane, ...]
    cuts: tuple[Cut, ...]
    levels: tuple[str, ...]
    source: Source | None

    @property
    def late_from(self) -> date | None:
        """The day lateness is counted from: need, or when it was promised to be usable, the later."""
        if self.needed_by is None or self.promised is None:
            return self.needed_by
        return max(self.needed_by, self.promised + timedelta(self.lag_days))

    def of(self, unit: Unit) -> Carried | None:
        """Look up what it carried in that unit; none where nothing came this way."""
        return next((c for c in self.carried if c.unit == unit), None)


@dataclass(frozen=True, slots=True)
class Chain:
    """Distinct things and steps: causes, requirements in time or not counting, and what was held up next.

    `hidden` things that carried least were left out (see `most`); their amounts stay in the account.
    """

    things: tuple[Thing, ...]
    steps: tuple[Step, ...]
    hidden: int

    def thing(self, thing_id: str) -> Thing:
        """Find the thing of that id. KeyError where the chain does not hold it."""
        for thing in self.things:
            if thing.id == thing_id:
                return thing
        raise KeyError(thing_id)

    def step(self, cause: str, affected: str) -> Step | None:
        """Find the step between two things, none where there is none."""
        return next((s for s in self.steps if s.cause == cause and s.affected == affected), None)

    def saying(self, said: Mapping[str, Said]) -> "Chain":
        """Put what owners said beside the things they own."""
        return replace(self, things=tuple(replace(t, said=said.get(t.id)) for t in self.things))
