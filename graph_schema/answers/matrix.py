"""Who affects whom: points and days that each agency of a tier lost, by where they began (questions.md 2)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph_schema import policy
from graph_schema.answers import sentences
from graph_schema.answers.affects import Matrix, MatrixCell, MatrixRow
from graph_schema.answers.agencies import Row, Tier, read_tier
from graph_schema.answers.basis import Basis, charged, differs
from graph_schema.answers.rounding import one
from graph_schema.answers.status import assessed, chosen, plan_years
from graph_schema.answers.tables import Party
from graph_schema.graph import Readable

REST = ""
"""Key of the row and column that hold everything beyond policy.MATRIX_ROWS."""


@dataclass(frozen=True, slots=True)
class _Grid:
    bearers: list[str]
    causers: list[str]
    points: list[list[float]]
    points_shown: list[list[float]]
    days: list[list[float]]
    days_shown: list[list[float]]


def matrix(
    graph: Readable, plan_year: str | None = None, tier: int = 1, by_tier: int | None = None, basis: Basis = "in force"
) -> Matrix:
    """Answer for a plan year (none: the latest): agencies of a tier, by rows of the same or another; four round trips.

    Where nothing was revised (ruled upon), the first promise (without rulings) is what is in force, and `notes` say so.
    Raises NotAssessedError, UnknownPlanYearError, UnknownTierError, NoSuchTierError.
    """
    known_by = assessed(graph)
    year = chosen(plan_years(graph), plan_year, tier)
    read = read_tier(graph, year.id, tier, by_tier, charged(basis, known_by))
    bearing = [r for r in read.rows if r.standing == "agency"]
    causing = [r for r in read.causers if r.standing == "agency" or r.began or r.began_days]
    ones = read.rows is read.causers
    above, below = _keys(causing if ones else bearing), _keys(causing)
    bears = {above[r.party.id] for r in bearing}
    grid = _grid(read, (above, below), [key for key in _heads(above) if key in bears], _heads(below))
    cells = tuple(_cells(grid, {(c.bearer, c.causer) for c in read.charges if c.kin}))
    parties = {r.party.id: r.party for r in (*bearing, *causing)}
    return Matrix(
        plan_year=year,
        tier=tier,
        by_tier=by_tier or tier,
        basis=basis,
        bearers=tuple(_head(key, parties.get(key), above, grid, ones=ones, bears=True) for key in grid.bearers),
        causers=tuple(_head(key, parties.get(key), below, grid, ones=ones, bears=False) for key in grid.causers),
        cells=cells,
        points=sum(map(sum, grid.points)),
        points_shown=one(sum(map(sum, grid.points_shown))),
        days=sum(map(sum, grid.days)),
        days_shown=one(sum(map(sum, grid.days_shown))),
        text=_text(cells, parties, ones=ones),
        notes=basis_notes(basis, same=not differs(basis, known_by)),
        status=known_by,
    )


def basis_notes(basis: Basis, *, same: bool) -> tuple[str, ...]:
    """Say which assessment numbers are of, where it is not the one in force."""
    if basis == "first promise":
        return (
            ("Nothing was revised: the first promise is what is in force.",)
            if same
            else ("Against the first promise: without revisions and rulings; owners are the first ones.",)
        )
    if basis == "without rulings":
        return ("Nothing was ruled upon.",) if same else ("Without rulings.",)
    return ()


def _heads(keys: Mapping[str, str]) -> list[str]:
    """The keys in the order of their rows, the rest last."""
    return sorted(dict.fromkeys(keys.values()), key=lambda key: key == REST)


def _keys(rows: Sequence[Row]) -> dict[str, str]:
    """The key of each row: itself, or the rest where it is not among those with most points."""
    order = sorted(rows, key=lambda r: (-(r.lost + r.began), -(r.lost_days + r.began_days), r.party.id))
    alone = {r.party.id for r in order[: policy.MATRIX_ROWS]}
    return {r.party.id: r.party.id if r.party.id in alone else REST for r in rows}


def _grid(
    read: Tier, keys: tuple[Mapping[str, str], Mapping[str, str]], bearers: list[str], causers: list[str]
) -> _Grid:
    above, below = keys

    def table(values: Mapping[tuple[str, str], float]) -> list[list[float]]:
        sums: dict[tuple[str, str], float] = {}
        for (bearer, causer), value in values.items():
            pair = (above.get(bearer, REST), below.get(causer, REST))
            sums[pair] = sums.get(pair, 0.0) + value
        return [[sums.get((bearer, causer), 0.0) for causer in causers] for bearer in bearers]

    return _Grid(
        bearers=bearers,
        causers=causers,
        points=table({(c.bearer, c.causer): c.points for c in read.charges}),
        points_shown=[[one(x) for x in row] for row in table(read.points_shown)],
        days=table({(c.bearer, c.causer): c.days for c in read.charges}),
        days_shown=[[one(x) for x in row] for row in table(read.days_shown)],
    )


def _head(key: str, party: Party | None, keys: Mapping[str, str], grid: _Grid, *, ones: bool, bears: bool) -> MatrixRow:
    """Head a row or column; where both are of one tier, with what it lost and what began there."""
    across = grid.bearers.index(key) if key in grid.bearers and (ones or bears) else None
    down = grid.causers.index(key) if key in grid.causers and (ones or not bears) else None
    return MatrixRow(
        key=key,
        agency=party if key != REST else None,
        folded=sum(1 for k in keys.values() if k == key) if key == REST else 0,
        lost=0.0 if across is None else sum(grid.points[across]),
        lost_shown=0.0 if across is None else one(sum(grid.points_shown[across])),
        lost_days=0.0 if across is None else sum(grid.days[across]),
        lost_days_shown=0.0 if across is None else one(sum(grid.days_shown[across])),
        began=0.0 if down is None else sum(line[down] for line in grid.points),
        began_shown=0.0 if down is None else one(sum(line[down] for line in grid.points_shown)),
        began_days=0.0 if down is None else sum(line[down] for line in grid.days),
        began_days_shown=0.0 if down is None else one(sum(line[down] for line in grid.days_shown)),
    )


def _cells(grid: _Grid, kin: set[tuple[str, str]]) -> list[MatrixCell]:
    return [
        MatrixCell(
            bearer=bearer,
            causer=causer,
            points=points,
            points_shown=grid.points_shown[i][k],
            days=grid.days[i][k],
            days_shown=grid.days_shown[i][k],
            kin=(bearer, causer) in kin,
        )
        for i, bearer in enumerate(grid.bearers)
        for k, causer in enumerate(grid.causers)
        if (points := grid.points[i][k]) or grid.days[i][k]
    ]


def _text(cells: Sequence[MatrixCell], parties: Mapping[str, Party], *, ones: bool) -> str:
    """Name the heaviest effect of one agency on another that it does not stand under, and that does not under it."""
    others = [c for c in cells if not c.kin and c.points > 0 and REST not in (c.bearer, c.causer)]
    if not others:
        return "No agency lost a point that began in another one."
    most = max(others, key=lambda c: (c.points, c.days, c.bearer, c.causer))
    bearer, causer = (sentences.named(parties[key].name) for key in (most.bearer, most.causer))
    first = sentences.upper_first(bearer)
    there = "in" if ones else "with what stands under"
    return f"{first} lost most to another: {sentences.amount(most.points_shown, 'points')} that began {there} {causer}."
