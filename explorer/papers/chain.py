"""The chain on paper: cards in columns in the order of time, bands between them, as the page draws them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

from explorer import network
from explorer.palette import Look
from explorer.papers import type as types
from explorer.papers.sheet import Sheet
from explorer.papers.type import Line, Piece
from graph_schema.answers.rows import Verdict
from graph_schema.answers.tables import Party

_FURTHEST = 5
"""Columns before the thing itself that a sheet has room for."""

_THICKEST, _THINNEST = 40.0, 1.2
_BETWEEN = 12.0
_PAD = 5.5
_TAG, _TITLE, _LINE, _SAID = 6.0, 7.4, 6.4, 6.6


@dataclass
class _Card:
    """A card or, without a node, the lane of a band through a column; places are from the top of the picture."""

    node: Mapping[str, Any] | None
    high: float
    size: float = _TITLE
    title: list[Line] = field(default_factory=list[Line])
    rest: list[Line] = field(default_factory=list[Line])
    x: float = 0.0
    y: float = 0.0

    @property
    def middle(self) -> float:
        return self.y + self.high / 2


def fitted(verdict: Verdict, look: Mapping[str, Look], room: float, width: float) -> "Picture | None":
    """The picture with as many cards as `room` (in points) has place for; none where there is nothing to draw."""
    near = trimmed(verdict)
    for most in (12, 10, 8, 6, 5, 4):
        data = network.drawn(near, look, str, chosen="", opened=False, most=most)
        if len(data["columns"]) < 2:  # noqa: PLR2004 - one column has nothing before it
            return None
        picture = Picture(data, width)
        if picture.high <= room:
            return picture
    return None


def trimmed(verdict: Verdict) -> Verdict:
    """The verdict with what stands before it alone, as far back as a sheet is wide."""
    kept = {t.id: t for t in verdict.chain.things if -_FURTHEST <= t.layer <= 0 and t.role != "next"}
    steps = tuple(s for s in verdict.chain.steps if s.cause in kept and s.affected in kept)
    return replace(verdict, chain=replace(verdict.chain, things=tuple(kept.values()), steps=steps))


class Picture:
    """Cards and bands in their places; `high` in points, heads of columns among it."""

    def __init__(self, data: Mapping[str, Any], width: float) -> None:
        self.data = data
        columns = data["columns"]
        self.card = min(190.0, (width - 30.0 * (len(columns) - 1)) / len(columns))
        self.gap = min(110.0, (width - self.card * len(columns)) / (len(columns) - 1))
        self.scale = _THICKEST / data["total"] if data["total"] else 1.0
        self.node = {node["id"]: node for node in data["nodes"]}
        self.columns = [{item: self._made(item) for item in column["items"]} for column in columns]
        self.at = {item: card for column in self.columns for item, card in column.items()}
        for number, column in enumerate(self.columns):
            y = 0.0
            for card in column.values():
                card.x, card.y = number * (self.card + self.gap), y
                y += card.high + _BETWEEN
        self._settle()
        lowest = max(card.y + card.high for card in self.at.values())
        self.high = 14.0 + lowest + 6.0

    def thick(self, amount: float) -> float:
        """How thick a band of this amount is."""
        return min(_THICKEST, max(_THINNEST, amount * self.scale))

    def _made(self, item: str) -> _Card:
        node = self.node.get(item)
        if node is None:
            ends = item.split("\n")
            amount = next((e["amount"] for e in self.data["edges"] if [e["from"], e["to"]] == ends[:2]), 0.0)
            return _Card(None, self.thick(amount) + 2)
        wide = self.card - 2 * _PAD - _inset(node)
        longest = max(types.width(word, _TITLE, bold=True) for word in (node["label"].split() or [""]))
        size = _TITLE if longest <= wide else max(_LINE, _TITLE * wide / longest - 0.05)
        title = types.lines(node["label"], size, wide, 3, bold=True)
        rest = [
            line
            for text in node["lines"][:2]
            for line in types.lines([Piece(text, ink="grey")], _LINE, wide, 3)
        ]  # fmt: skip
        rest += types.lines(node["bold"], _LINE, wide, 1, bold=True) if node["bold"] else []
        tag = 11.0 if node["tag"] else 0.0
        return _Card(node, 2 * _PAD + tag + len(title) * 9.2 + len(rest) * 8.2, size, title, rest)

    def _settle(self) -> None:
        """Columns slide down to face what they feed; the tallest stays."""
        tall = [max(c.y + c.high for c in column.values()) for column in self.columns]
        highest = tall.index(max(tall))
        level = {item: number for number, column in enumerate(self.columns) for item in column}
        for number in sorted(range(len(tall)), key=lambda n: abs(n - highest)):
            if number == highest:
                continue
            near = [
                (mine, theirs)
                for e in self.data["edges"]
                if e["kind"] == "carried"
                for mine, theirs in [(e["from"], e["to"]) if number < highest else (e["to"], e["from"])]
                if level[mine] == number
            ]
            if not near:
                continue
            faced = [_mean(self.at[name].middle for name in names) for names in map(set, zip(*near, strict=True))]
            down = max(0.0, min(faced[1] - faced[0], tall[highest] - tall[number]))
            for card in self.columns[number].values():
                card.y += down

    def draw(self, sheet: Sheet, look: Mapping[str, Look]) -> None:
        """Draw it at the pen, which moves below it."""
        left, top = sheet.x, sheet.y + 14.0
        for number, column in enumerate(self.data["columns"]):
            head = types.cut(column["head"], _LINE, self.card + self.gap - 4)
            sheet.text(head, left + number * (self.card + self.gap), sheet.y + 7, _LINE, ink="grey")
        for card in self.at.values():
            card.x, card.y = card.x + left, card.y + top
        leave, enter = self._ports("from", "to"), self._ports("to", "from")
        said = [
            self._band(sheet, e, leave, enter) if e["kind"] == "carried" else self._thread(sheet, e)
            for e in self.data["edges"]
        ]
        for card in self.at.values():
            self._card(sheet, card, look)
        if self.data["own"]["amount"]:
            focus = next(card for card in self.at.values() if card.node and card.node["kind"] == "focus")
            thick = self.thick(self.data["own"]["amount"])
            sheet.bar(focus.x, enter.get("own", focus.middle - thick / 2), 4, thick, _look(self.data["own"]))
        self._labels(sheet, said)
        sheet.y += self.high

    def _ports(self, side: str, other: str) -> dict[str, float]:
        """Where each band leaves or enters its cards: side by side, in the order of the other end."""
        by_card: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
        for e in self.data["edges"]:
            if e["kind"] == "carried":
                by_card[e[side]].append(e)
        out: dict[str, float] = {}
        for name, several in by_card.items():
            card = self.at[name]
            own = self.data["own"]["amount"] if side == "to" and card.node and card.node["kind"] == "focus" else 0.0
            thick = sum(self.thick(e["amount"]) for e in several) + (self.thick(own) if own else 0.0)
            y = max(card.middle - thick / 2, card.y + 2)
            for e in sorted(several, key=lambda e: self.at[e[other]].middle):
                out[f"{e['from']}\n{e['to']}"] = y
                y += self.thick(e["amount"])
            if own:
                out["own"] = y
        return out

    def _band(
        self, sheet: Sheet, e: Mapping[str, Any], leave: Mapping[str, float], enter: Mapping[str, float]
    ) -> tuple[float, float, str, bool]:
        name, thick = f"{e['from']}\n{e['to']}", self.thick(e["amount"])
        first, last = self.at[e["from"]], self.at[e["to"]]
        lanes = [card for item, card in self.at.items() if item.startswith(f"{name}\n")]
        stops = [(first.x + self.card, leave[name])]
        for lane in lanes:
            stops += [(lane.x, lane.middle - thick / 2), (lane.x + self.card, lane.middle - thick / 2)]
        stops.append((last.x, enter[name]))
        whole = sum(part["amount"] for part in e["parts"]) or 1.0
        for a, b in pairwise(stops):
            off = 0.0
            for part in e["parts"]:
                share = part["amount"] / whole * thick
                sheet.ribbon((a[0], a[1] + off), (b[0], b[1] + off), share, _look(part))
                off += share
        (x0, y0), (x1, y1) = stops[0], stops[1]
        y = max(y0, y1) + thick + 8 if y0 > y1 else min(y0, y1) - 4
        return (x0 + x1) / 2, y, e["said"], True

    def _thread(self, sheet: Sheet, e: Mapping[str, Any]) -> tuple[float, float, str, bool]:
        first, last = self.at[e["from"]], self.at[e["to"]]
        a, b = (first.x + self.card, first.middle), (last.x, min(last.middle + 22, last.y + last.high - 4))
        sheet.thread(a, b)
        return (a[0] + b[0]) / 2, (a[1] + b[1]) / 2, e["said"], False

    def _card(self, sheet: Sheet, card: _Card, look: Mapping[str, Look]) -> None:
        node = card.node
        if node is None:
            return
        kind = node["kind"]
        edge, pen = {"idle": ("line", 0.8), "focus": ("ink", 1.5)}.get(kind, ("edge", 0.8))
        sheet.box(card.x, card.y, self.card, card.high, "paper", edge, pen=pen, dashed=kind == "more")
        x, y = card.x + _PAD + _inset(node), card.y + _PAD
        if node["tag"]:
            party = Party(node["tag"], node["name"], node["external"])
            sheet.tag(party, look[party.id], x, y + 7, _TAG, self.card - 2 * _PAD)
            y += 11.0
        for line in card.title:
            y += 9.2
            sheet.line(line, x, y - 2.2, card.size)
        for line in card.rest:
            y += 8.2
            sheet.line(line, x, y - 2, _LINE)

    def _labels(self, sheet: Sheet, said: Sequence[tuple[float, float, str, bool]]) -> None:
        """What stands on the bands: in the gaps, never on each other."""
        lowest: dict[int, float] = {}
        for x, y, text, bold in sorted(said, key=lambda each: each[1]):
            written = types.lines([Piece(text, bold, "ink" if bold else "grey")], _SAID, self.gap - 2, 3)
            gap = round(x / 8)
            top = max(y - 6, lowest.get(gap, 0.0))
            for line in written:
                wide = sum(types.width(p.text.rstrip(), _SAID, bold=p.bold) for p in line)
                sheet.box(x - wide / 2 - 1, top, wide + 2, 8, "paper", radius=1.5)
                sheet.line(line, x - wide / 2, top + 6.2, _SAID)
                top += 8
            lowest[gap] = top + 1


def _inset(node: Mapping[str, Any]) -> float:
    """What began in the thing itself stands as a strip inside its edge: its text keeps away from that."""
    return 3.0 if node["kind"] == "focus" else 0.0


def _look(part: Mapping[str, Any]) -> Look:
    return Look(part["hue"], part["pattern"])


def _mean(values: Any) -> float:
    several = list(values)
    return sum(several) / len(several)
