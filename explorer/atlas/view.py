"""What of the graph a Map shows, as its link says it, and what each act makes of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Self

from graph_schema.answers.around.rows import KINDS, RELATIONS, STATES, Filter, Key

_BETWEEN = ";"
"""Ids hold anything but this."""

_NONE = "-"
_ENDS = 2
"""Of a way, and of a relation."""

_MOST = 400
"""Names in one part of a link; further ones are not looked at."""

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class View:
    """Everything that a link to the Map restores; each act gives another one.

    `start` is what it began with (none: the agencies of a tier), `way` the ends of a shortest way (one: the second is
    still to be chosen), `opened` whose surroundings are shown (twice: twice as many), `pins` where things were put by
    hand, `node` or `edge` what is explained.
    """

    start: Key | None = None
    way: tuple[Key, ...] = ()
    opened: tuple[Key, ...] = ()
    hidden: tuple[Key, ...] = ()
    pins: Mapping[Key, Place] = field(default_factory=dict[Key, Place])
    node: Key | None = None
    edge: tuple[Key, Key] | None = None
    by: Filter = field(default_factory=Filter)

    @classmethod
    def begin(cls, start: Key | None = None, way: tuple[Key, ...] = ()) -> Self:
        """A view of nothing but its start, opened, or of a way."""
        return cls(start=start, way=way, opened=(start,) if start and len(way) < _ENDS else ())

    @classmethod
    def of(cls, asked: Mapping[str, str]) -> Self:
        """Read a link; what it says wrongly is as if it were not there."""
        start = Key("thing", asked["id"]) if asked.get("id") else None
        start = Key("agency", asked["agency"]) if not start and asked.get("agency") else start
        way = tuple(_keys(asked.get("path", "")))[:_ENDS]
        usual = cls.begin(start, way).opened
        edge = tuple(_keys(asked.get("edge", "")))
        return cls(
            start=start,
            way=way,
            opened=tuple(_keys(asked["open"])) if "open" in asked else usual,
            hidden=tuple(_keys(asked.get("hide", ""))),
            pins=dict(_pins(asked.get("pin", ""))),
            node=next(iter(_keys(asked.get("node", ""))), None),
            edge=(edge[0], edge[1]) if len(edge) == _ENDS else None,
            by=Filter(
                without=tuple(r for r in RELATIONS if r in asked.get("not", "").split(_BETWEEN)),
                agency=asked.get("of", ""),
                tiers=tuple(int(t) for t in asked.get("tiers", "").split(_BETWEEN) if t.isdecimal() and len(t) < 4),  # noqa: PLR2004
                states=tuple(s for s in STATES if s in asked.get("status", "").split(_BETWEEN)),
                since=_day(asked.get("from", "")),
                until=_day(asked.get("to", "")),
            ),
        )

    def query(self) -> dict[str, str]:
        """The same as parts of a link; what is as usual is left out."""
        usual = View.begin(self.start, self.way).opened
        opened = "" if self.opened == usual else _text(self.opened) or _NONE
        parts = {
            "id": self.start.id if self.start and self.start.kind == "thing" else "",
            "agency": self.start.id if self.start and self.start.kind == "agency" else "",
            "path": _text(self.way),
            "open": opened,
            "hide": _text(self.hidden),
            "pin": _BETWEEN.join(f"{x},{y},{named(key)}" for key, (x, y) in self.pins.items()),
            "node": _text([self.node] if self.node else []),
            "edge": _text(self.edge or ()),
            "not": _BETWEEN.join(self.by.without),
            "of": self.by.agency,
            "tiers": _BETWEEN.join(map(str, self.by.tiers)),
            "status": _BETWEEN.join(self.by.states),
            "from": self.by.since.isoformat() if self.by.since else "",
            "to": self.by.until.isoformat() if self.by.until else "",
        }
        return {name: text for name, text in parts.items() if text}

    @property
    def found_way(self) -> bool:
        """Whether both ends of a way are chosen."""
        return len(self.way) == _ENDS

    @property
    def base(self) -> str:
        """What the picture stands on: while it stays, nothing on it moves."""
        return _text(self.way) if self.found_way else named(self.start) if self.start else ""

    def chose(self, key: Key) -> "View":
        """Look at a node: it opens; chosen again, it closes. While a way is sought, it is its other end."""
        if len(self.way) == 1:
            return self if key == self.way[0] else View(way=(self.way[0], key))
        if key in self.opened and key == self.node:
            return self.closed(key)
        opened = self.opened if key in self.opened else (*self.opened, key)
        return replace(self, opened=opened, node=key, edge=None)

    def seeking(self, key: Key) -> "View":
        """Look for the shortest way from a node to the one that is chosen next."""
        return replace(self, way=(key,), node=None, edge=None)

    def closed(self, key: Key) -> "View":
        """Take away what a node brought."""
        return replace(self, opened=tuple(k for k in self.opened if k != key), node=key, edge=None)

    def more(self, key: Key) -> "View":
        """Show further ones of what stands around a node."""
        return replace(self, opened=(*self.opened, key))

    def hid(self, key: Key) -> "View":
        """Take one node off the map, whatever brought it."""
        return replace(
            self,
            hidden=(*self.hidden, key),
            node=None if key == self.node else self.node,
            edge=None if self.edge and key in self.edge else self.edge,
        )

    def pinned(self, key: Key, place: Place | None) -> "View":
        """Put a node somewhere by hand, where it stays; none: let it go."""
        pins = {k: at for k, at in self.pins.items() if k != key}
        return replace(self, pins=pins if place is None else {**pins, key: place})

    def explained(self, edge: tuple[Key, Key]) -> "View":
        """Look at a relation."""
        return replace(self, edge=edge, node=None)

    def after(self, act: Mapping[str, Any]) -> "View":
        """What an act on the page makes of it: {do, id, …}; what cannot be read changes nothing."""
        keys = list(_keys(str(act.get("id", ""))))
        match act.get("do"), keys:
            case "node", [key]:
                return self.chose(key)
            case "more", [key]:
                return self.more(key)
            case "hide", [key]:
                return self.hid(key)
            case "pin", [key]:
                return self.pinned(key, (_whole(act.get("x")), _whole(act.get("y"))))
            case "edge", [cause, affected]:
                return self.explained((cause, affected))
            case "filter", _:
                parts = {name: str(act.get(name, "")) for name in ("not", "of", "tiers", "status", "from", "to")}
                return replace(self, by=View.of(parts).by)
            case _:
                return self


def _keys(text: str) -> Sequence[Key]:
    out = list[Key]()
    for part in text.split(_BETWEEN)[:_MOST]:
        kind, _, found = part.partition(":")
        out += [Key(known, found) for known in KINDS if known == kind and found]
    return out


def _pins(text: str) -> Sequence[tuple[Key, Place]]:
    out = list[tuple[Key, Place]]()
    for part in text.split(_BETWEEN)[:_MOST]:
        x, _, rest = part.partition(",")
        y, _, name = rest.partition(",")
        out += [(key, (_whole(x), _whole(y))) for key in _keys(name)]
    return out


def _whole(value: object) -> int:
    """A place as a whole number; what is none, or far out, is in the middle."""
    try:
        number = round(float(str(value)))
    except (ValueError, OverflowError):
        return 0
    return number if abs(number) < 100_000 else 0  # noqa: PLR2004 - pixels


def named(key: Key) -> str:
    """A node's name in a link."""
    return f"{key.kind}:{key.id}"


def _text(keys: Sequence[Key]) -> str:
    return _BETWEEN.join(map(named, keys))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
