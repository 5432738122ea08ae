"""Who affects whom: points and days that each agency of a tier lost, by where they began (questions.md 2)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph_schema import policy
from graph_schema.answers import sentences
from graph_schema.answers.agencies import Row, Tier, read_tier
from graph_schema.answers.rounding import one
from graph_schema.answers.status import assessed, chosen, plan_years
from graph_schema.answers.tables import Matrix, MatrixCell, MatrixRow, Party
from graph_schema.graph import Readable

REST = ""
"""Key of the row and column that hold everything beyond policy.MATRIX_ROWS."""


@dataclass(frozen=True, slots=True)
class _Grid:
    points: list[list[float]]
    points_shown: list[list[float]]
    days: list[list[float]]
    days_shown: list[list[float]]


def matrix(graph: Readable, plan_year: str | None = None, tier: int = 1) -> Matrix:
    """Answer for a plan year (none: the latest) at one tier; four round trips.

    Raises NotAssessedError, UnknownPlanYearError, UnknownTierError.
    """
    known_by = assessed(graph)
    year = chosen(plan_years(graph), plan_year, tier)
    read = read_tier(graph, year.id, tier)
    seen = [r for r in read.rows if r.standing == "agency" or r.began or r.began_days]
    keys = _keys(seen)
    heads = [r.party.id for r in seen if keys[r.party.id] != REST]
    if any(key == REST for key in keys.values()):
        heads.append(REST)
    bearing = {keys[r.party.id] for r in seen if r.standing == "agency"}
    bearers = [key for key in heads if key in bearing]
    grid = _grid(read, keys, bearers, heads)
    points = sum(map(sum, grid.points))
    cells = tuple(_cells(grid, bearers, heads))
    count = {key: sum(1 for k in keys.values() if k == key) for key in heads}
    parties = {r.party.id: r.party for r in seen}
    columns = tuple(_head(key, parties.get(key), count[key], grid, (bearers, heads)) for key in heads)
    return Matrix(
        plan_year=year,
        tier=tier,
        bearers=tuple(column for column in columns if column.key in bearers),
        causers=columns,
        cells=cells,
        points=points,
        points_shown=one(sum(map(sum, grid.points_shown))),
        days=sum(map(sum, grid.days)),
        text=_text(cells, parties),
        status=known_by,
    )


def _keys(rows: Sequence[Row]) -> dict[str, str]:
    """The key of each row: itself, or the rest where it is not among those with most points."""
    order = sorted(rows, key=lambda r: (-(r.lost + r.began), -(r.lost_days + r.began_days), r.party.id))
    alone = {r.party.id for r in order[: policy.MATRIX_ROWS]}
    return {r.party.id: r.party.id if r.party.id in alone else REST for r in rows}


def _grid(read: Tier, keys: Mapping[str, str], bearers: Sequence[str], heads: Sequence[str]) -> _Grid:
    def table(values: Mapping[tuple[str, str], float]) -> list[list[float]]:
        sums: dict[tuple[str, str], float] = {}
        for (bearer, causer), value in values.items():
            pair = (keys.get(bearer, REST), keys.get(causer, REST))
            sums[pair] = sums.get(pair, 0.0) + value
        return [[sums.get((bearer, causer), 0.0) for causer in heads] for bearer in bearers]

    return _Grid(
        points=table({(c.bearer, c.causer): c.points for c in read.charges}),
        points_shown=[[one(x) for x in row] for row in table(read.points_shown)],
        days=table({(c.bearer, c.causer): c.days for c in read.charges}),
        days_shown=[[one(x) for x in row] for row in table(read.days_shown)],
    )


def _head(
    key: str, party: Party | None, count: int, grid: _Grid, axes: tuple[Sequence[str], Sequence[str]]
) -> MatrixRow:
    bearers, heads = axes
    column = heads.index(key)
    across = bearers.index(key) if key in bearers else None
    return MatrixRow(
        key=key,
        agency=party,
        folded=count if key == REST else 0,
        lost=0.0 if across is None else sum(grid.points[across]),
        lost_shown=0.0 if across is None else one(sum(grid.points_shown[across])),
        lost_days=0.0 if across is None else sum(grid.days[across]),
        began=sum(line[column] for line in grid.points),
        began_shown=one(sum(line[column] for line in grid.points_shown)),
        began_days=sum(line[column] for line in grid.days),
    )


def _cells(grid: _Grid, bearers: Sequence[str], heads: Sequence[str]) -> list[MatrixCell]:
    return [
        MatrixCell(bearer, causer, points, grid.points_shown[i][k], grid.days[i][k], grid.days_shown[i][k])
        for i, bearer in enumerate(bearers)
        for k, causer in enumerate(heads)
        if (points := grid.points[i][k]) or grid.days[i][k]
    ]


def _text(cells: Sequence[MatrixCell], parties: Mapping[str, Party]) -> str:
    """Name the heaviest effect of one agency on another."""
    others = [c for c in cells if c.bearer != c.causer and c.points > 0 and REST not in (c.bearer, c.causer)]
    if not others:
        return "No agency lost a point that began in another one."
    most = max(others, key=lambda c: (c.points, c.days, c.bearer, c.causer))
    bearer, causer = (sentences.named(parties[key].name) for key in (most.bearer, most.causer))
    first = bearer[:1].upper() + bearer[1:]
    return f"{first} lost most to another: {sentences.amount(most.points_shown, 'points')} that began in {causer}."
