"""Every agency in one fixed order: what colours and patterns are given by, the same on all pages."""

from graph_schema.answers.tables import Party
from graph_schema.graph import Graph


def agencies(graph: Graph) -> tuple[Party, ...]:
    """List every agency by its highest tier of any plan year, then id; owners outside the government last."""
    return tuple(graph.read("read/agencies", Party))
