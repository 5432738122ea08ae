"""What of a map is looked at: by relation, agency, tier, status and days; nothing moves, things only leave."""

from collections.abc import Collection

from graph_schema.answers.around.rows import Edge, Filter, Key, Node, Surroundings


def filtered(
    found: Surroundings, by: Filter, kept: Collection[Key] = (), hidden: Collection[Key] = ()
) -> tuple[tuple[Node, ...], tuple[Edge, ...]]:
    """Keep what passes, without what is `hidden`; the start and what is `kept` (pinned) passes every filter.

    What a relation brought that is not looked at goes with it, unless another one joins it to what stays.
    """
    start = {node.key for node in found.nodes if node.brought_by is None} | set(kept)
    passing = {n.key: n for n in found.nodes if n.key not in hidden and (n.key in start or _passes(n, by))}
    edges = [e for e in found.edges if e.relation not in by.without and e.cause in passing and e.affected in passing]
    joined = {end for edge in edges for end in (edge.cause, edge.affected)}
    nodes = tuple(
        node
        for node in passing.values()
        if node.key in start
        or node.key in joined
        or (node.brought_by is not None and node.brought_by.relation not in by.without)
    )
    left = {node.key for node in nodes}
    return nodes, tuple(edge for edge in edges if edge.cause in left and edge.affected in left)


def _passes(node: Node, by: Filter) -> bool:
    return (
        (not by.agency or by.agency == node.agency.id or by.agency in node.path)
        and (not by.tiers or not node.tier or node.tier in by.tiers)
        and (not by.states or not node.state or node.state in by.states)
        and _within(node, by)
    )


def _within(node: Node, by: Filter) -> bool:
    days = [day for day in (node.planned, node.came) if day]
    return not days or ((by.until is None or min(days) <= by.until) and (by.since is None or max(days) >= by.since))
