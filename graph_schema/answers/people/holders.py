"""Who held the post when it went wrong: charged points as intervals of time, divided over holders (questions.md 7)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from graph_schema.answers.people.facts import People
from graph_schema.answers.people.rows import HolderPart, Standing
from graph_schema.answers.people.tenures import Holder, number_of
from graph_schema.graph import Readable

_DUST = 1e-12
"""A smaller part of a deliverable's points than this is the rounding of a difference."""


@dataclass(frozen=True, slots=True)
class PointsRow:
    """A row of read/holder_points. Days of results are day numbers, the first promise's are dates."""

    tier: int
    id: str
    title: str
    agency: str
    measure: str | None
    points: float
    own_loss: float
    raw: float | None
    raw_planned: float | None
    shortfall: float | None
    own_units: float | None
    finish_day: int | None
    own_days: float | None
    planned_day: int | None
    first_start: date | None
    first_finish: date | None
    starts: date
    ends: date


@dataclass(frozen=True, slots=True)
class MovedRow:
    """A row of read/moved_points: points that lie on the `moved` days up to the planned day in force."""

    tier: int
    id: str
    points: float
    moved: int


@dataclass(frozen=True, slots=True)
class OutsideRow:
    """A row of read/outside_points; `id` is the code of the cause."""

    tier: int
    id: str
    points: float


@dataclass(frozen=True, slots=True)
class Piece:
    """Points that lie evenly on the time (after, until]."""

    points: float
    after: float
    until: float


def read_parts(graph: Readable, people: People) -> list[HolderPart]:
    """Divide the charged points of the year over holders, all tiers; three round trips. Order: tier, deliverable."""
    year = people.plan_year.id
    moved: dict[tuple[int, str], list[MovedRow]] = {}
    for each in graph.read("read/moved_points", MovedRow, plan_year=year):
        moved.setdefault((each.tier, each.id), []).append(each)
    rows = graph.read("read/holder_points", PointsRow, plan_year=year)
    out = [part for row in rows for part in _parts(row, moved.get((row.tier, row.id), ()), people)]
    causes = graph.read("read/outside_points", OutsideRow, plan_year=year)
    return out + [HolderPart(c.tier, c.id, c.id, c.id, "", "outside", "", c.points) for c in causes]


def charged_by_holder(parts: Iterable[HolderPart], tiers: Iterable[int]) -> dict[str, dict[str, float]]:
    """Sum the parts per tier and holder, in the form of the answer files (questions.md 10)."""
    out: dict[str, dict[str, float]] = {str(tier): {} for tier in tiers}
    for part in parts:
        tier = out.setdefault(str(part.tier), {})
        tier[part.key] = tier.get(part.key, 0.0) + part.points
    return out


def pieces(row: PointsRow, moved: Sequence[MovedRow], today: int) -> list[Piece]:
    """Say on which time the points of a deliverable lie; they sum to its points."""
    if row.planned_day is None:
        day = min(today, number_of(row.ends))
        return [Piece(row.points, day - 1, day)]
    out = [Piece(m.points, row.planned_day - m.moved, row.planned_day) for m in moved]
    own_work = min(row.points, _own_work(row))
    if own_work > _DUST * row.points:
        finish = number_of(row.first_finish or row.ends)
        out.append(Piece(own_work, number_of(row.first_start or row.starts) - 1, finish))
    rest = row.points - own_work - sum(m.points for m in moved)
    if rest > _DUST * row.points:
        finish, own = row.finish_day or row.planned_day, row.own_days or 0.0
        day = min(today, row.planned_day)
        out.append(Piece(rest, finish - own, finish) if own > 0 else Piece(rest, day - 1, day))
    return out


def _own_work(row: PointsRow) -> float:
    """Points that stayed at a quantity target through its own loss: own units, and what the plan itself costs."""
    if row.measure != "quantity" or row.raw is None or row.raw_planned is None:
        return 0.0
    plan = (100 - row.raw_planned) / (100 - row.raw) if row.raw_planned > row.raw else 1.0
    if not row.shortfall:
        return row.own_loss
    return row.own_loss * (plan + (1 - plan) * (row.own_units or 0.0) / row.shortfall)


def _parts(row: PointsRow, moved: Sequence[MovedRow], people: People) -> list[HolderPart]:
    post = people.heads.get(row.agency)
    if post is None:
        return [_part(row, "", "no head post", "", row.points)]
    shares: dict[Holder, float] = {}
    for piece in pieces(row, moved, people.today):
        for holder, share in people.tenures.shares(post, piece.after, piece.until, people.today).items():
            shares[holder] = shares.get(holder, 0.0) + piece.points * share
    return [_part(row, post, standing_of(h), h.official, points) for h, points in shares.items() if points]


def standing_of(holder: Holder) -> Standing:
    """Say how the holder stands in a row."""
    standings: Mapping[str, Standing] = {"official": "official", "undisclosed": "undisclosed", "vacant": "vacant"}
    return standings[holder.standing]


def _part(row: PointsRow, post: str, standing: Standing, official: str, points: float) -> HolderPart:
    return HolderPart(row.tier, row.id, row.title, row.agency, post, standing, official, points)
