"""The Map as values to draw: cards and arrows pass through pyvis; every text stays text."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from pyvis.network import Network

from explorer import wording
from explorer.atlas import words
from explorer.atlas.places import COLUMN, Cell, cells, more_of, place
from explorer.atlas.view import View, named
from explorer.palette import Look
from graph_schema import policy
from graph_schema.answers.around.filtering import filtered
from graph_schema.answers.around.rows import Edge, Group, Key, Node, Surroundings

_WIDEST = 6.0
_THINNEST = 1.6


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn: `data` for the browser, the `nodes` and `edges` that pass the filter, and where all stand."""

    data: dict[str, Any]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    cells: dict[str, Cell]


def drawn(
    found: Surroundings, view: View, look: Mapping[str, Look], before: Mapping[str, Cell], on_way: Sequence[Key] = ()
) -> Picture:
    """Lay a map out and word it. `before`: the cells of the picture that it follows; `on_way`: stops of a way."""
    nodes, edges = filtered(found, view.by, kept=view.pins, hidden=view.hidden)
    at = cells(found, view, before)
    net = Network(directed=True)
    places = {node.key: view.pins.get(node.key, place(at[named(node.key)])) for node in nodes}
    for node in nodes:
        x, y = places[node.key]
        net.add_node(named(node.key), x=x, y=y, **_card(node, view, look))
    for group in _folded(found, nodes, view):
        x, y = place(at[more_of(group)])
        net.add_node(more_of(group), x=x, y=y, **_more(group))
        net.add_edge(
            *_ends(group),
            id=more_of(group),
            pair="",
            kind="more",
            carries=False,
            says="",
            width=1,
            chosen=False,
            bend="across",
            way=False,
        )
    steps = set(pairwise(on_way))
    most = {
        flow: max((_weight(e) for e in edges if (e.relation == "flow") is flow), default=0.0) for flow in (True, False)
    }
    for edge in edges:
        net.add_edge(
            named(edge.cause),
            named(edge.affected),
            **_arrow(edge, view, most[edge.relation == "flow"]),
            bend=_bend(places[edge.cause], places[edge.affected]),
            way=(edge.cause, edge.affected) in steps or (edge.affected, edge.cause) in steps,
        )
    drawn_nodes, drawn_edges, *_ = net.get_network_data()
    data = {
        "nodes": drawn_nodes,
        "edges": drawn_edges,
        "base": view.base,
        "choosing": len(view.way) == 1,
        "alt": _alt(nodes, edges),
    }
    return Picture(data, nodes, edges, at)


def key_of(edge: Edge) -> str:
    """The name of a relation in a link."""
    return f"{named(edge.cause)};{named(edge.affected)}"


def _card(node: Node, view: View, look: Mapping[str, Look]) -> dict[str, Any]:
    mine = look[node.agency.id]
    return {
        "label": wording.short(node.title),
        "kind": node.key.kind,
        "type": words.TYPES[node.type],
        "says": says(node),
        "state": node.state,
        "tag": node.agency.id,
        "name": node.agency.name,
        "hue": mine.hue,
        "pattern": mine.pattern,
        "external": node.agency.external,
        "opened": node.key in view.opened,
        "pinned": node.key in view.pins,
        "chosen": node.key == view.node or (not view.found_way and node.key in view.way),
    }


def says(node: Node) -> str:
    """What stands on a card under its title."""
    if node.lost is not None and node.began is not None:
        return f"lost {wording.one(node.lost)}, {wording.one(node.began)} began here"
    match node.state:
        case "late":
            return f"{'' if node.finished else 'expected '}{wording.amount(node.delay_days, 'days')} late"
        case "short":
            return f"{wording.amount(node.shortfall, node.unit)} short"
        case "lost":
            return f"{wording.one(node.raw)} of 100"
        case "in time":
            return "in time"
        case "to come":
            return f"due {wording.day(node.planned)}" if node.planned else "not due yet"
        case _:
            return ""


def _folded(found: Surroundings, nodes: Iterable[Node], view: View) -> list[Group]:
    """The groups whose rest is a number on the map."""
    there = {node.key for node in nodes}
    return [g for g in found.groups if g.left_out and g.at in there and g.relation not in view.by.without]


def _more(group: Group) -> dict[str, Any]:
    what = words.AROUND.get((group.relation, group.outward, group.kind), words.TYPES.get(group.kind, "others"))
    return {
        "label": f"+ {group.left_out:,} more",
        "kind": "more",
        "type": "",
        "says": what,
        "state": "",
        "tag": "",
        "name": "",
        "hue": 7,
        "pattern": 0,
        "external": False,
        "opened": False,
        "pinned": False,
        "chosen": False,
        "at": named(group.at),
        "next": min(group.left_out, policy.MAP_NEXT),
    }


def _ends(group: Group) -> tuple[str, str]:
    ends = named(group.at), more_of(group)
    return ends if group.outward else (ends[1], ends[0])


def _arrow(edge: Edge, view: View, most: float) -> dict[str, Any]:
    weight = _weight(edge)
    carries = weight > 0
    thick = _THINNEST + (_WIDEST - _THINNEST) * weight / most if carries else 1.0
    return {
        "id": f"{edge.relation} {key_of(edge)}",
        "pair": key_of(edge),
        "kind": edge.relation if edge.counts else "uncounted",
        "carries": carries,
        "says": edge_says(edge) if carries else "",
        "width": round(thick, 2),
        "chosen": view.edge == (edge.cause, edge.affected),
    }


def _weight(edge: Edge) -> float:
    return edge.points or edge.days if edge.relation == "flow" else edge.days or edge.units


def edge_says(edge: Edge) -> str:
    """What stands on an arrow, and in the table of relations."""
    if edge.relation == "flow":
        return wording.amount(edge.points, "points") if edge.points else wording.amount(edge.days, "days")
    if edge.days:
        return wording.amount(edge.days, "days")
    return wording.amount(edge.units, "units") if edge.units else ""


def _bend(start: tuple[int, int], end: tuple[int, int]) -> str:
    """How an arrow goes: across columns in an S; within one straight, and to the side where cards stand between."""
    if abs(start[0] - end[0]) > COLUMN // 2:
        return "across"
    return "straight" if abs(start[1] - end[1]) < COLUMN // 2 else "aside"


def _alt(nodes: Sequence[Node], edges: Sequence[Edge]) -> str:
    carrying = sorted((e for e in edges if _weight(e)), key=lambda e: -_weight(e))[:5]
    title = {node.key: wording.short(node.title, 60) for node in nodes}
    most = "; ".join(f"{edge_says(e)} from {title[e.cause]} to {title[e.affected]}" for e in carrying)
    count = f"{wording.count(len(nodes), 'thing', 'things')} and {wording.count(len(edges), 'relation', 'relations')}"
    return f"Map of {count}. {f'Most travelled: {most}. ' if most else ''}The tables below the map hold the same."


def tables(picture: Picture, view: View) -> dict[str, Any]:
    """The same as two tables, with the same acts."""
    title = {node.key: wording.short(node.title) for node in picture.nodes}
    return {
        "nodes": [
            {
                "id": named(node.key),
                "label": title[node.key],
                "type": words.TYPES[node.type],
                "agency": wording.short(node.agency.name, 60),
                "says": says(node),
                "opened": node.key in view.opened,
                "chosen": node.key == view.node,
            }
            for node in picture.nodes
        ],
        "edges": [
            {
                "id": key_of(edge),
                "cause": title[edge.cause],
                "affected": title[edge.affected],
                "relation": words.RELATIONS[edge.relation],
                "says": edge_says(edge) or ("" if edge.counts else "does not count"),
                "chosen": view.edge == (edge.cause, edge.affected),
            }
            for edge in sorted(picture.edges, key=lambda e: (e.relation, -_weight(e), named(e.cause)))
        ],
        "more": [
            {"at": node["at"], "label": node["label"], "says": node["says"], "of": node_title}
            for node in picture.data["nodes"]
            if node["kind"] == "more"
            for node_title in [next(n["label"] for n in picture.data["nodes"] if n["id"] == node["at"])]
        ],
        "choosing": picture.data["choosing"],
    }


def sheet(picture: Picture) -> list[dict[str, object]]:
    """The relations as rows of a file, exact numbers."""
    title = {node.key: node.title for node in picture.nodes}
    return [
        {
            "cause": edge.cause.id,
            "cause_title": title[edge.cause],
            "relation": edge.relation,
            "affected": edge.affected.id,
            "affected_title": title[edge.affected],
            "days": edge.days,
            "units": edge.units,
            "points": edge.points,
            "counts": edge.counts,
        }
        for edge in picture.edges
    ]
