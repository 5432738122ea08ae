"""A published assessment that can be asked: the same statements, answered from what was kept."""

from collections import defaultdict, deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cached_property
from typing import Any, cast

from graph_schema.graph import Readable, Rows, RowType
from graph_schema.published.document import PICKED, Document, asked, rows_of
from graph_schema.question_errors import NotKeptError

_MOVES = ("DELAYED", "CUT", "COUNTS_IN", "SUPPORTS")
_REQUIRES = ("FINANCES", "ENABLES")
_REACHES = ("DELAYED", "CUT")
_BEST = 100
"""The score that loses nothing."""

_Row = dict[str, Any]


class Frozen(Readable):
    """A published assessment; what its answers do not need was not kept, and cannot be asked (NotKeptError)."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._rows = rows_of(document)

    def rows(self, statement: str, **params: object) -> Rows:
        """The rows of one statement, as they were then. Raises NotKeptError."""
        if statement == "read/things":
            return list(self._things_of(str(params["id"])))
        if statement == "read/names":
            return [
                {"id": row["id"], "title": row["title"]} for row in self._by_id.values() if row["kind"] != "outside"
            ]
        if statement == "read/downstream":
            return self._beside(self._walk(_ids(params), *_MOVES, ahead=True), *_MOVES, *_REQUIRES)
        if statement == "read/upstream":
            return self._beside(self._walk(_ids(params), *_MOVES), *_REQUIRES)
        if statement == "read/unfinished":
            dated = (row for row in self._by_id.values() if row["dated"] and row["finished_day"] is None)
            return self._beside((row["id"] for row in dated), *_REQUIRES)
        kept = self._kept(statement, params)
        if statement not in PICKED:
            return kept
        of, column = PICKED[statement]
        wanted = frozenset(_ids(params, of))
        return [row for row in kept if row[column] in wanted]

    def read(self, statement: str, row_type: Callable[..., RowType], **params: object) -> list[RowType]:
        """The rows of one statement as `row_type`; a column that an older document lacks is none."""
        typed: Any = row_type
        columns = {f.name: None for f in fields(typed) if f.default is MISSING} if is_dataclass(typed) else {}
        return [row_type(**{**columns, **row}) for row in self.rows(statement, **params)]

    def _kept(self, statement: str, params: Mapping[str, object]) -> Rows:
        try:
            return self._rows[asked(statement, params)]
        except KeyError:
            raise NotKeptError from None

    @cached_property
    def _by_id(self) -> dict[str, _Row]:
        return {row["id"]: row for row in self._kept("read/kept_things", {})}

    @cached_property
    def _affected(self) -> dict[str, list[list[Any]]]:
        """What each thing reaches: its relations by their cause."""
        found: defaultdict[str, list[list[Any]]] = defaultdict(list)
        for row in self._by_id.values():
            for relation in row["into"]:
                found[relation[0]].append(relation)
        return found

    def _things_of(self, focus: str) -> Iterator[_Row]:
        """What read/things gives for one deliverable."""
        if focus not in self._by_id or self._is_outside(focus):
            return
        causes = self._causes_of(focus)
        for thing in causes:
            into = [x for x in self._by_id[thing]["into"] if x[2] != "COUNTS_IN" or self._missed(x[0])]
            yield self._row("cause", thing, focus, into)
        reached = {x[0] for x in self._into(focus, *_REACHES)}
        near = dict.fromkeys(x[0] for x in self._into(focus, "FINANCES", "ENABLES", "SUPPORTS"))
        for thing in near:
            if thing not in reached:
                yield self._row("near", thing, focus, [])
        ahead = self._affected.get(focus, ())
        for thing in dict.fromkeys(x[1] for x in ahead if x[2] in (*_REACHES, "SUPPORTS", "COUNTS_IN")):
            yield self._row("next", thing, focus, [x for x in ahead if x[1] == thing])

    def _causes_of(self, focus: str) -> list[str]:
        """The deliverable, and everything that its delay, shortfall or lost points came through."""
        supports = self._walk([focus], "SUPPORTS")
        lost = [k for k in supports if k == focus or (self._by_id[k]["raw"] or 0.0) < _BEST]
        releases = [x[0] for k in lost for x in self._into(k, "COUNTS_IN") if self._missed(x[0])]
        return self._walk([*lost, *releases], *_REACHES)

    def _beside(self, moving: Iterable[str], *types: str) -> Rows:
        """What moves, and beside it whatever else reaches it by relations of these types: rows of id and moves."""
        moves = {name for name in moving if not self._is_outside(name)}
        beside = {x[0] for name in moves for x in self._into(name, *types)} - moves
        rest = [name for name in beside if not self._is_outside(name)]
        return [{"id": name, "moves": name in moves} for name in (*moves, *rest)]

    def _walk(self, starts: Iterable[str], *types: str, ahead: bool = False) -> list[str]:
        """What is reached along relations of these types, backwards or ahead; starts that nobody has are left out."""
        found = dict.fromkeys(name for name in starts if name in self._by_id)
        todo = deque(found)
        while todo:
            name = todo.popleft()
            steps = self._affected.get(name, ()) if ahead else self._by_id[name]["into"]
            for relation in steps:
                reached = relation[1 if ahead else 0]
                if relation[2] in types and reached not in found:
                    found[reached] = None
                    todo.append(reached)
        return list(found)

    def _is_outside(self, name: str) -> bool:
        return self._by_id[name]["kind"] == "outside"

    def _into(self, thing: str, *types: str) -> list[list[Any]]:
        return [x for x in self._by_id[thing]["into"] if x[2] in types]

    def _missed(self, thing: str) -> bool:
        return (self._by_id[thing]["missed"] or 0) > 0

    def _row(self, part: str, thing: str, focus: str, into: list[list[Any]]) -> _Row:
        row = self._by_id[thing]
        if thing == focus:
            status = self._kept("read/status", {})[0]
            first = row["first"] if status["revised"] else None
            return {**row, "part": part, "into": into, "first": first, "status": status}
        year = row["plan_year"] or self._by_id[focus]["plan_year"]
        apart = {
            "agreement_title": None,
            "agreement_weight": None,
            "plan_year": year,
            "status": None,
            "first": None,
            "cost": [],
        }
        return {**row, **apart, "part": part, "into": into}


def _ids(params: Mapping[str, object], name: str = "ids") -> Collection[str]:
    return cast("Collection[str]", params[name])
