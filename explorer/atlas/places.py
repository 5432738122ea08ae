"""Where things stand on the Map: causes to the left, effects to the right, what they belong to above; never on another.

Cells of a grid whose odd columns are set half a row lower, so that an arrow over two columns passes between cards.
What stands somewhere stays there: new things take free cells, nearest first.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, count

from explorer.atlas.view import Place, View, named
from graph_schema import policy
from graph_schema.answers.around.rows import Edge, Group, Key, Relation, Surroundings

COLUMN, ROW = 330, 116
_ROWS = 6
"""Agencies in one column of the picture of who affects whom."""

_COLUMN_IS_ROWS = 5
_SIDES: Mapping[tuple[Relation, bool], str] = {
    ("needs", False): "left",
    ("needs", True): "right",
    ("supports", False): "left",
    ("supports", True): "right",
    ("ruled", False): "left",
    ("ruled", True): "right",
    ("money", False): "right",
}
"""Where a relation puts what it brings, by whether it leads there; else above where it does, below where not."""

Cell = tuple[int, int]


def more_of(group: Group) -> str:
    """The name of the card that stands for what a group left out."""
    return f"more {group.at.kind}:{group.at.id};{group.relation};{group.kind};{group.outward:d}"


@dataclass
class _Grid:
    before: Mapping[str, Cell]
    cells: dict[str, Cell] = field(default_factory=dict[str, Cell])
    taken: set[Cell] = field(default_factory=set[Cell])

    def put(self, name: str, wanted: Iterable[Cell]) -> None:
        """Give a cell: the one it had before, else the first free one of those that are wanted."""
        if name in self.cells:
            return
        free = self.before.get(name) or next(cell for cell in wanted if cell not in self.taken)
        self.cells[name] = free
        self.taken.add(free)


def cells(found: Surroundings, view: View, before: Mapping[str, Cell]) -> dict[str, Cell]:
    """The cell (column, row) of each node and each card of what is left out; `before`: where they stood until now."""
    names = {named(node.key) for node in found.nodes} | {more_of(g) for g in found.groups}
    grid = _Grid({name: cell for name, cell in before.items() if name in names})
    grid.taken |= set(grid.before.values()) | {_cell_of(place) for place in view.pins.values()}
    first = [node.key for node in found.nodes if node.brought_by is None]
    for key, cell in _first(first, found.edges, view).items():
        grid.put(named(key), chain([cell], _near((0, 0), "below")))
    groups: dict[Key, list[Group]] = {}
    for group in found.groups:
        groups.setdefault(group.at, []).append(group)
    times: dict[Key, int] = {}
    for key in view.opened:
        at = grid.cells.get(named(key))
        if at is None:
            continue
        turn = times[key] = times.get(key, -1) + 1
        for group in groups.get(key, []):
            side = _side(group)
            for other in group.shown[turn * policy.MAP_NEXT : (turn + 1) * policy.MAP_NEXT]:
                grid.put(named(other), _near(at, side))
            if group.of > policy.MAP_NEXT:
                grid.put(more_of(group), _near(at, side))
    for node in found.nodes:
        grid.put(named(node.key), _near((0, 0), "below"))
    return grid.cells


def place(cell: Cell) -> Place:
    """The middle of a cell in pixels."""
    column, row = cell
    return column * COLUMN, row * ROW + (ROW // 2 if column % 2 else 0)


def _cell_of(at: Place) -> Cell:
    column = round(at[0] / COLUMN)
    return column, round((at[1] - (ROW // 2 if column % 2 else 0)) / ROW)


def _side(group: Group) -> str:
    if group.relation == "belongs" and not group.outward and group.kind == "thing":
        return "right"
    return _SIDES.get((group.relation, group.outward), "above" if group.outward else "below")


def _near(at: Cell, side: str) -> Iterator[Cell]:
    """Cells on one side, the nearest first, each once, without an end; a further column is as far as several rows."""
    column, row = at
    step = -1 if side in ("left", "above") else 1
    for far in count():
        if side in ("left", "right"):
            for columns in range(far // _COLUMN_IS_ROWS + 1):
                rows = far - _COLUMN_IS_ROWS * columns
                for down in dict.fromkeys((rows, -rows)):
                    yield column + step * (1 + columns), row + down
        else:
            for columns in range(far // 2 + 1):
                for across in dict.fromkeys((columns, -columns)):
                    yield column + across, row + step * (1 + far - 2 * columns)


def _first(first: Sequence[Key], edges: Sequence[Edge], view: View) -> dict[Key, Cell]:
    """What is there from the start: one thing in the middle, a way from left to right, agencies by what they cause."""
    flows = [edge for edge in edges if edge.relation == "flow"]
    if view.start or view.found_way or not flows:
        wide = len(first) if view.found_way else max(1, round(len(first) ** 0.5))
        return {key: (i % wide, i // wide) for i, key in enumerate(first)}
    return _columns(first, flows)


def _columns(agencies: Sequence[Key], flows: Sequence[Edge]) -> dict[Key, Cell]:
    """Those in which more began than they lost to others to the left; in a column near to what they are joined to."""
    net = dict.fromkeys(agencies, 0.0)
    joined: dict[Key, set[Key]] = {key: set() for key in agencies}
    for flow in flows:
        weight = flow.points + flow.days / 1000
        net[flow.cause] += weight
        net[flow.affected] -= weight
        joined[flow.cause].add(flow.affected)
        joined[flow.affected].add(flow.cause)
    apart = [key for key in agencies if not joined[key]]
    order = sorted((key for key in agencies if joined[key]), key=lambda k: (-net[k], k))
    many = max(3, -(-len(order) // _ROWS))
    tall = -(-len(order) // many) if order else 1
    columns = [order[i : i + tall] for i in range(0, len(order), tall)]
    for _ in range(4):
        for i, column in enumerate(columns):
            at = {key: row - len(c) / 2 for j, c in enumerate(columns) if j != i for row, key in enumerate(c)}

            def mean(key: Key, at: Mapping[Key, float] = at) -> float:
                near = [at[other] for other in joined[key] if other in at]
                return sum(near) / len(near) if near else 0.0

            column.sort(key=mean)
    out = {key: (i, row - len(column) // 2) for i, column in enumerate(columns) for row, key in enumerate(column)}
    below = max((row for _, row in out.values()), default=-1) + 2
    wide = max(len(columns), 3)
    return out | {key: (i % wide, below + i // wide) for i, key in enumerate(apart)}
