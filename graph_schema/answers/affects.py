"""What "who affects whom" answers with: the matrix and its opened cells, as frozen rows.

Points are points of an agreement × the agreement's weight; days are calendar days.  `…_shown` is rounded to one decimal
so that a column or row adds up to its total.
"""

from dataclasses import dataclass

from graph_schema.answers.basis import Basis
from graph_schema.answers.tables import Party, PlanYear, Status


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """Points and days of the targets of `bearer` that began with `causer` (keys of rows; '' = the rest as one).

    `kin`: the two are one, or one stands under the other in the tree.
    """

    bearer: str
    causer: str
    points: float
    points_shown: float
    days: float
    days_shown: float
    kin: bool


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A row or column head: `lost` over its row, `began` over its column (`agency` none: the rest, `folded` rows).

    Between tiers a row only lost, and only a column began anything.
    """

    key: str
    agency: Party | None
    folded: int
    lost: float
    lost_shown: float
    lost_days: float
    lost_days_shown: float
    began: float
    began_shown: float
    began_days: float
    began_days_shown: float


@dataclass(frozen=True, slots=True)
class Matrix:
    """Who affects whom (questions.md 2). Cells that are 0 are left out; rows and columns sum to their heads.

    `bearers` are the agencies of `tier` with an agreement, `causers` the rows of `by_tier`; at one tier they are in the
    same order. Beyond 40 the 40 with most points stand alone and the rest is one, key ''. `shown` numbers add up along
    rows. `notes`: what must stand beside it.
    """

    plan_year: PlanYear
    tier: int
    by_tier: int
    basis: Basis
    bearers: tuple[MatrixRow, ...]
    causers: tuple[MatrixRow, ...]
    cells: tuple[MatrixCell, ...]
    points: float
    points_shown: float
    days: float
    days_shown: float
    text: str
    notes: tuple[str, ...]
    status: Status

    def cell(self, bearer: str, causer: str) -> MatrixCell | None:
        """Find the cell of two keys, none where it is 0."""
        return next((c for c in self.cells if c.bearer == bearer and c.causer == causer), None)


@dataclass(frozen=True, slots=True)
class CellTarget:
    """A target of the bearer (its own, or, days, one that supports its cascade): what of it began with the causer.

    `loss` is its loss × agreement weight, `points` the part of it; `delay_days` its delay, `days` the part of it.
    """

    thing: str
    title: str
    agency: Party
    measure: str
    delay_days: float
    days: float
    days_shown: float
    loss: float
    points: float
    points_shown: float


@dataclass(frozen=True, slots=True)
class CellRoot:
    """A deliverable of the causer where points and days of the bearer began."""

    thing: str
    title: str
    agency: Party
    delay_days: float
    points: float
    points_shown: float
    days: float
    days_shown: float


@dataclass(frozen=True, slots=True)
class CellWay:
    """A stop on the heaviest way from the causer to the bearer: its delay, and the days of it that began there."""

    thing: str
    title: str
    agency: Party
    delay_days: float
    began: float


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell opened: Σ targets = Σ roots = points (and days).

    `way` leads from a deliverable of the causer to the first target, cause first; `direct`: the two also meet without
    a third between them. Against a first promise that differs, `targets` and `way` are empty, and `notes` says why.
    """

    plan_year: PlanYear
    tier: int
    by_tier: int
    basis: Basis
    bearer: Party
    causer: Party
    points: float
    points_shown: float
    days: float
    days_shown: float
    targets: tuple[CellTarget, ...]
    roots: tuple[CellRoot, ...]
    way: tuple[CellWay, ...]
    text: str
    notes: tuple[str, ...]
    direct: bool
    status: Status
