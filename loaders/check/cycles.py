"""Circles among ids that name each other."""

from collections import deque
from collections.abc import Iterable, Mapping

Links = Mapping[str, Iterable[str]]
"""From each id to the ids it names."""


def cycles(links: Links) -> list[tuple[str, ...]]:
    """One shortest circle of every knot of ids that name each other, from its smallest id on, in order.

    A chain may be thousands long, so nothing here is recursive. A circle leaves out its return to the first id.
    """
    inside = _on_circles(links)
    found: list[tuple[str, ...]] = []
    for knot in _knots(inside):
        circle = min((_shortest(inside, start, knot) for start in sorted(knot)[:_STARTS]), key=len)
        smallest = circle.index(min(circle))
        found.append(circle[smallest:] + circle[:smallest])
    return sorted(found)


_STARTS = 20
"""From how many ids of a knot a shortest circle is looked for."""


def _on_circles(links: Links) -> dict[str, list[str]]:
    """The links without what leads to no circle, or comes from none: nothing is left of most plans."""
    kept = {a: set(named) for a, named in links.items() if named}
    naming: dict[str, set[str]] = {}
    for a, named in kept.items():
        for b in named:
            naming.setdefault(b, set()).add(a)
    for forward, backward in ((kept, naming), (naming, kept)):
        ends = [b for b in backward if not forward.get(b)]
        while ends:
            end = ends.pop()
            for a in backward.pop(end, ()):
                forward[a].discard(end)
                if not forward[a]:
                    del forward[a]
                    ends.append(a)
    return {a: sorted(named) for a, named in kept.items() if named}


def _knots(links: Mapping[str, list[str]]) -> list[set[str]]:
    """The strongly connected sets of ids with a circle in them."""
    order: list[str] = []
    seen: set[str] = set()
    for root in links:
        stack = [(root, iter(links[root]))] if root not in seen else []
        seen.add(root)
        while stack:
            a, named = stack[-1]
            b = next((each for each in named if each not in seen and each in links), None)
            if b is None:
                order.append(a)
                stack.pop()
            else:
                seen.add(b)
                stack.append((b, iter(links[b])))
    naming: dict[str, list[str]] = {}
    for a, named in links.items():
        for b in named:
            naming.setdefault(b, []).append(a)
    knots: list[set[str]] = []
    placed: set[str] = set()
    for root in reversed(order):
        if root in placed:
            continue
        knot, waiting = {root}, [root]
        placed.add(root)
        while waiting:
            for a in naming.get(waiting.pop(), ()):
                if a not in placed:
                    placed.add(a)
                    knot.add(a)
                    waiting.append(a)
        if len(knot) > 1 or root in links[root]:
            knots.append(knot)
    return knots


def _shortest(links: Mapping[str, list[str]], start: str, knot: set[str]) -> tuple[str, ...]:
    """A shortest circle through an id of a knot."""
    came_from: dict[str, str] = {}
    waiting = deque([start])
    while waiting:
        a = waiting.popleft()
        for b in links[a]:
            if b == start:
                circle = [a]
                while circle[-1] != start:
                    circle.append(came_from[circle[-1]])
                return tuple(reversed(circle))
            if b in knot and b not in came_from:
                came_from[b] = a
                waiting.append(b)
    raise AssertionError(start)  # an id of a knot is on a circle
