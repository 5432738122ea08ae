"""Requirements: what was promised when the date of who waits was set, and what the dates make of it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from .plan import Release

if TYPE_CHECKING:
    from .plan import Deliverable


@dataclass(frozen=True)
class Move:
    """A timely change of the planned finish of who waits: on `day`, by `by` days; `known`: g's planned finish then."""

    day: int
    by: int
    known: int


@dataclass(frozen=True)
class Promised:
    """What g had promised when t's date was set (revisions, section 1 of the questions).

    `base` is the planned finish that t built on, `moves` the changes of t's own since; `owed` the amount A that t is
    owed (minor units or units of quantity; none: g is nothing that arrives in parts), `lowered` the part c of A that
    never arrives; `forgiven` tells that t's date was revised on or after the day on which g was lowered.
    """

    base: int
    moves: tuple[Move, ...] = ()
    owed: Fraction | None = None
    raised: bool = False
    lowered: Fraction = Fraction(0)
    forgiven: bool = False

    @property
    def shift(self) -> int:
        """The days by which t's own planned finish moved since the first promise."""
        return sum(move.by for move in self.moves)

    def owed_day(self, finish: int) -> int:
        """Return the day on which g is owed to t, g being finished (or expected) on `finish`."""
        owed = self.base
        for move in self.moves:
            known = max(move.known, min(finish, move.day))
            owed = max(owed, min(known, owed + move.by)) if move.by > 0 else max(min(owed, known), owed + move.by)
        return min(max(owed, self.base + min(0, self.shift)), self.base + max(0, self.shift))


@dataclass(frozen=True)
class Requirement:
    """`needs` waits for `gives` until `needed_by` (none: blank), both in force; `start`: when `needs` begins, if said.

    `agreed_by` is the first needed_by (filled in where blank), with which `agreed_on` is compared.
    """

    needs: Deliverable
    gives: Deliverable
    needed_by: int | None
    lag: int
    agreed_on: int | None
    agreed_by: int
    start: int | None
    promised: Promised

    @property
    def counts(self) -> bool:
        """Tell whether both sides agreed in time; the budget is the promise of a release (section 3)."""
        return isinstance(self.gives, Release) or (self.agreed_on is not None and self.agreed_on <= self.agreed_by)


@dataclass(frozen=True)
class Claim:
    """A requirement once the finish of what it needs is known: `came` is that finish, as far as t is concerned."""

    wait: Requirement
    came: int
    owed_day: int

    @property
    def needed_by(self) -> int:
        """The day until which t waits; blank: what both plans say."""
        if self.wait.needed_by is not None:
            return self.wait.needed_by
        promised = self.owed_day + self.wait.lag
        return promised if self.wait.start is None else max(promised, self.wait.start)

    @property
    def owed(self) -> int:
        """The day from which lateness counts."""
        return max(self.needed_by, self.owed_day + self.wait.lag)

    @property
    def pushes_from(self) -> int:
        """The day from which t is pushed: needed_by, or where t's date was revised, the day from which g is late."""
        return self.owed if self.wait.promised.moves else self.needed_by

    @property
    def push(self) -> int:
        """The days by which g comes after that day, below 0 where it comes before."""
        return self.came + self.wait.lag - self.pushes_from

    def late(self, came: int, stop: int) -> int:
        """Return the days by which what came on one day held up what stopped waiting on another (section 3)."""
        return max(0, min(came + self.wait.lag, stop) - self.owed)

    def adds(self, stop: int) -> Fraction:
        """Return the lateness that what g was lowered by stands for: a part c of the wait."""
        promised = self.wait.promised
        owed = self.owed
        if promised.forgiven:
            owed = max(owed, promised.base + self.wait.lag + max(0, promised.shift))
        return promised.lowered * max(0, stop - owed)

    def lateness(self, stop: int) -> Fraction:
        """Return l: the lateness of g for t, who stopped waiting on `stop`."""
        return max(Fraction(self.late(self.came, stop)), self.adds(stop))

    @property
    def moved(self) -> int:
        """v: the days by which g moved its own date beyond what it owes t."""
        return max(0, self.wait.gives.due_day + self.wait.lag - self.owed)

    @property
    def delay(self) -> int:
        """D_t(g): the days by which g came after its own planned finish in force, as far as t is concerned."""
        return max(0, self.came - self.wait.gives.due_day)

    @property
    def moved_part(self) -> Fraction:
        """The part of what reaches g from t that stays with it because it moved its own date: v / (v + D)."""
        both = self.moved + self.delay
        return Fraction(self.moved, both) if both else Fraction(0)
