"""Everything a graph holds, in an order of its own: for tests that two graphs, or one graph twice, are the same."""

import hashlib
import json
from collections.abc import Collection
from typing import Any

from graph_schema.graph import Graph

PLACE = frozenset({"file", "row", "load"})
"""Where a fact was written, and by which load: the only trace that the way to a state may leave."""

MADE = frozenset({"made_at", "loaded_at"})
"""Moments of the clock."""

_NODES = """CYPHER 25
MATCH (n)
RETURN elementId(n) AS node, labels(n) AS labels, properties(n) AS properties"""
_RELATIONSHIPS = """CYPHER 25
MATCH (a)-[r]->(b)
RETURN elementId(a) AS source, type(r) AS type, elementId(b) AS target, properties(r) AS properties"""
_NAMES = ("id", "key", "number", "as_of", "version")

Contents = tuple[str, ...]
"""Nodes and relationships as sorted lines of JSON; a relationship names its ends by label and id."""


def contents(graph: Graph, *, without: Collection[str] = (), but: Collection[str] = ()) -> Contents:
    """Every node and relationship of the graph, without some properties, and but for nodes of some labels."""
    names: dict[str, str] = {}
    lines: list[str] = []
    for node in graph.rows(_NODES):
        labels = sorted(node["labels"])
        if set(labels) & set(but):
            continue
        properties: dict[str, Any] = node["properties"]
        name = next((str(properties[each]) for each in _NAMES if each in properties), "")
        names[node["node"]] = f"{labels[0]} {name}"
        lines.append(_line([labels, _kept(properties, without)]))
    for found in graph.rows(_RELATIONSHIPS):
        if found["source"] in names and found["target"] in names:
            ends = [names[found["source"]], found["type"], names[found["target"]]]
            lines.append(_line([ends, _kept(found["properties"], without)]))
    return tuple(sorted(lines))


def digest(graph: Graph) -> str:
    """One SHA-256 over everything in the graph."""
    return hashlib.sha256("\n".join(contents(graph)).encode()).hexdigest()


def plan_and_assessment(graph: Graph) -> Contents:
    """What the graph says of the plan, prepared and assessed, whatever loads led to it."""
    return contents(graph, without=PLACE | MADE | {"loads"}, but={"Load", "Former"})


def apart(one: Contents, two: Contents) -> list[str]:
    """The lines that only one of them has, marked − and +."""
    return sorted([f"- {line}" for line in set(one) - set(two)] + [f"+ {line}" for line in set(two) - set(one)])


def _kept(properties: dict[str, Any], without: Collection[str]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if name not in without}


def _line(value: object) -> str:
    return json.dumps(value, sort_keys=True, default=str, ensure_ascii=False)
