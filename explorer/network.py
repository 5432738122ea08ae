"""The chain of an answer as a network to draw: cards in layers, bands between them, small causes as one card."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from pyvis.network import Network

from explorer import wording
from explorer.palette import Look
from graph_schema.answers.rows import Account, Verdict
from graph_schema.answers.tables import Party
from graph_schema.answers.things import Step, Thing, Unit

MOST_CARDS = 15
"""More than these are hard to read at once: the smallest of each layer become one card, which opens."""
_MOST_NEXT = 4
_SWEEPS = 6
_UNITS: tuple[Unit, ...] = ("days", "units", "points")

Href = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class _Flow:
    """What goes from one card to another: a step, or the steps of folded cards together."""

    cause: str
    affected: str
    steps: list[Step] = field(default_factory=list[Step])


def key(step: Step) -> str:
    """The name of a step in a link."""
    return f"{step.cause}~{step.affected}"


def drawn(
    verdict: Verdict, look: Mapping[str, Look], href: Href, *, chosen: str, opened: bool, most: int = MOST_CARDS
) -> dict[str, Any]:
    """Everything the picture needs, as plain values; nodes and edges pass through pyvis.

    `href` makes the link of a deliverable, `chosen` is the key of the step that is explained, `opened` shows every
    card, else at most about `most`. Amounts are in the unit of the verdict.
    """
    account = verdict.account
    cards, of = _folded(verdict, opened=opened, most=most)
    flows = _flows(verdict.chain.steps, of)
    columns = _columns(cards, flows)
    net = Network(directed=True)
    for layer, column in columns.items():
        for place, item in enumerate(column):
            if item in cards:
                net.add_node(item, level=layer, order=place, **_card(cards[item], look, href, account))
    for flow in flows:
        net.add_edge(flow.cause, flow.affected, **_band(flow, verdict, account, look, chosen))
    nodes, edges, *_ = net.get_network_data()
    own = verdict.focus.began if account else 0.0
    return {
        "nodes": nodes,
        "edges": edges,
        "columns": [{"head": _head(layer), "layer": layer, "items": column} for layer, column in columns.items()],
        "own": {**_style(verdict.focus.agency, look), "amount": own},
        "total": account.total if account else 0.0,
        "alt": _said(edges, nodes),
        "folded": sum(len(things) - 1 for things in cards.values() if len(things) > 1),
        "opened": opened,
    }


def table(steps: Iterable[Step]) -> list[dict[str, object]]:
    """The steps as a table, exact numbers: one row for each, days, units and points side by side."""
    return [
        {
            "cause": step.cause,
            "affected": step.affected,
            "relation": step.relation,
            "counts": step.counts,
            "needed_by": step.needed_by,
            "promised": step.promised,
            "came": step.came,
            "usable": step.usable,
            "lag_days": step.lag_days,
            "float_days": step.float_days,
            "late_days": step.late_days,
            "shared_days": step.shared_days,
            "won_back_days": step.won_back_days,
            "days": step.days,
            "units": step.units,
            "share": step.share,
            **{f"carried_{unit}": c.amount if (c := step.of(unit)) else 0.0 for unit in _UNITS},
            "agreed_on": step.agreed_on,
            "source": str(step.source or ""),
        }
        for step in steps
    ]


def _folded(verdict: Verdict, *, opened: bool, most: int) -> tuple[dict[str, list[Thing]], dict[str, str]]:
    """Cards with the things on them, and the card of each thing."""
    things = list(verdict.chain.things)
    causes = [t for t in things if t.role not in ("focus", "next")]
    nexts = [t for t in things if t.role == "next"]
    focus = [t for t in things if t.role == "focus"]
    causes.sort(key=lambda t: (t.role != "cause", -t.carried, t.layer, t.id))
    nexts.sort(key=lambda t: (-t.delay_days, -t.loss, t.id))
    room = max(3, most - len(focus) - min(len(nexts), _MOST_NEXT))
    enough = opened or len(causes) <= room
    single = focus + (causes if enough else causes[: room - 2]) + (nexts if opened else nexts[:_MOST_NEXT])
    alone = {t.id for t in single}
    rest: dict[int, list[Thing]] = defaultdict(list)
    for thing in things:
        if thing.id not in alone:
            rest[thing.layer].append(thing)
    cards = {t.id: [t] for t in single}
    for layer, several in rest.items():
        cards[several[0].id if len(several) == 1 else f"more {layer}"] = several
    return cards, {thing.id: card for card, several in cards.items() for thing in several}


def _flows(steps: Iterable[Step], of: Mapping[str, str]) -> list[_Flow]:
    out: dict[tuple[str, str], _Flow] = {}
    for step in steps:
        if step.cause not in of or step.affected not in of:
            continue
        ends = of[step.cause], of[step.affected]
        if ends[0] != ends[1]:
            out.setdefault(ends, _Flow(*ends)).steps.append(step)
    return list(out.values())


def _columns(cards: Mapping[str, list[Thing]], flows: Iterable[_Flow]) -> dict[int, list[str]]:
    """Cards of each layer from top to bottom, with a lane (cause, affected, layer) where a band passes a layer.

    Placed so that bands cross little: each item moves to the mean of what it is joined to, a few times over.
    """
    layer = {card: things[0].layer for card, things in cards.items()}
    columns: dict[int, list[str]] = defaultdict(list)
    order = {card: things[0].order + (1000 if len(things) > 1 else 0) for card, things in cards.items()}
    for card in sorted(cards, key=lambda c: (layer[c], order[c], c)):
        columns[layer[card]].append(card)
    joined: dict[str, set[str]] = defaultdict(set)
    for flow in flows:
        way = [flow.cause]
        for between in range(layer[flow.cause] + 1, layer[flow.affected]):
            if between in columns:
                lane = f"{flow.cause}\n{flow.affected}\n{between}"
                columns[between].append(lane)
                way.append(lane)
        way.append(flow.affected)
        for a, b in pairwise(way):
            joined[a].add(b)
            joined[b].add(a)
    levels = sorted(columns)
    for sweep in range(_SWEEPS):
        for level in levels if sweep % 2 else reversed(levels):
            place = {item: i / max(1, len(c) - 1) for c in columns.values() for i, item in enumerate(c)}

            def mean(item: str, place: Mapping[str, float] = place) -> float:
                near = [place[other] for other in joined[item]]
                return sum(near) / len(near) if near else place[item]

            columns[level].sort(key=mean)
    return {level: columns[level] for level in levels}


def _card(things: list[Thing], look: Mapping[str, Look], href: Href, account: Account | None) -> dict[str, Any]:
    if len(things) > 1:
        word = "that it affects next" if things[0].role == "next" else "smaller causes"
        began = sum(t.began_shown for t in things)
        return {
            "label": f"+ {len(things)} {word}",
            "kind": "more",
            "lines": [],
            "bold": _began(began, account) if began else "",
            "href": "",
            **_style(things[0].agency, look),
            "tag": "",
        }
    thing = things[0]
    kind = {"focus": "focus", "next": "next", "cause": "cause"}.get(thing.role, "idle")
    return {
        "label": wording.short(thing.title),
        "kind": kind,
        "lines": [wording.short(line) for line in thing.lines],
        "bold": _began(thing.began_shown, account)
        if kind in ("cause", "focus")
        else ""
        if any(line.startswith("in time") for line in thing.lines)
        else wording.ROLES.get(thing.role, ""),
        "href": href(thing.id) if thing.kind != "outside" else None,
        **_style(thing.agency, look),
    }


def _began(value: float, account: Account | None) -> str:
    return f"{wording.one(value)} began here" if account else ""


def _band(
    flow: _Flow, verdict: Verdict, account: Account | None, look: Mapping[str, Look], chosen: str
) -> dict[str, Any]:
    step = flow.steps[0]
    unit: Unit = verdict.main or "days"
    carried = [c for s in flow.steps if (c := s.of(unit))]
    total = sum(c.amount for c in carried)
    shown = sum(c.shown for c in carried)
    parts: dict[str, tuple[Party, float]] = {}
    for band in (band for c in carried for band in c.bands):
        parts[band.agency.id] = (band.agency, parts.get(band.agency.id, (band.agency, 0.0))[1] + band.amount)
    name = account.unit_name if account else "days"
    kind = "next" if step.role == "next" else "carried" if total > 0 else "idle"
    said = _carried(flow, shown, name, verdict) if kind == "carried" else _elsewhere(flow, kind)
    return {
        "id": key(step) if len(flow.steps) == 1 else "",
        "kind": kind,
        "amount": total if kind == "carried" else sum(s.days for s in flow.steps),
        "said": said,
        "chosen": len(flow.steps) == 1 and key(step) == chosen,
        "alt": wording.short(step.title) if len(flow.steps) == 1 else f"{len(flow.steps)} steps, {said}",
        "parts": [{**_style(agency, look), "amount": value} for agency, value in parts.values()],
    }


def _carried(flow: _Flow, shown: float, name: str, verdict: Verdict) -> str:
    """What stands on a band: what reached the focus, and of how many days where the step itself held up longer."""
    step, said = flow.steps[0], wording.amount(shown, name)
    further = len(flow.steps) == 1 and verdict.main == "days" and step.affected != verdict.focus.id
    if further and step.days and wording.one(step.days) != wording.one(shown):
        return f"{wording.short_one(shown)} of {wording.amount(step.days, name)}"
    return said


def _elsewhere(flow: _Flow, kind: str) -> str:
    """What stands on a band that brought nothing to the focus."""
    if kind == "next":
        days, units = sum(s.days for s in flow.steps), sum(s.units for s in flow.steps)
        if days or units:
            return wording.amount(days, "days") if days else wording.amount(units, "units")
        return "supports it" if flow.steps[0].relation == "supports" else "counts in it"
    return "does not count" if not flow.steps[0].counts else "0"


def _style(agency: Party, look: Mapping[str, Look]) -> dict[str, Any]:
    mine = look[agency.id]
    return {
        "tag": agency.id,
        "name": agency.name,
        "hue": mine.hue,
        "pattern": mine.pattern,
        "external": agency.external,
    }


def _head(layer: int) -> str:
    if layer >= 0:
        return "this one" if layer == 0 else "what it affects"
    many = (
        "one step",
        "two steps",
        "three steps",
        "four steps",
        "five steps",
        "six steps",
        "seven steps",
        "eight steps",
    )
    return f"{many[-layer - 1] if -layer <= len(many) else f'{-layer} steps'} before"


def _said(edges: Iterable[Mapping[str, Any]], nodes: Iterable[Mapping[str, Any]]) -> str:
    title = {node["id"]: node["label"] for node in nodes}
    steps = [f"{e['said']} from {title[e['from']]} to {title[e['to']]}" for e in edges if e["kind"] == "carried"]
    return f"How it travelled: {'; '.join(steps)}." if steps else "What it waited for."
