"""The chain of an answer: which things it shows, in which layer and order, and the steps between them."""

import heapq
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from graph_schema.answers import sentences
from graph_schema.answers.facts import Link, day_of
from graph_schema.answers.steps import Drawing, counts, step_of
from graph_schema.answers.things import Chain, Role, Thing

_NEXT = 12
"""Things held up next that a chain shows."""


def chain_of(drawing: Drawing, most: int) -> Chain:
    """Make the chain of at most `most` things: causes that carried most, what the focus required, what is next.

    Every account's amounts are exact whatever is hidden.
    """
    carrying = [link for link in drawing.links if drawing.carried(link)]
    shown, hidden = _shown(drawing, carrying, most)
    layers = _layers(drawing, carrying, shown)
    steps = [link for link in drawing.links if link.cause in shown and link.affected in shown]
    roles: dict[str, Role] = {k: _role(k, drawing, steps) for k in shown}
    by_affected: dict[str, list[Link]] = {}
    for link in drawing.links:
        by_affected.setdefault(link.affected, []).append(link)
    placed = _placed(drawing, shown, layers, roles)
    return Chain(
        things=placed,
        steps=tuple(step_of(drawing, link, by_affected[link.affected]) for link in steps),
        hidden=hidden,
    )


def _shown(drawing: Drawing, carrying: Sequence[Link], most: int) -> tuple[set[str], int]:
    """The things shown, nearest and heaviest first, and how many causes were left out."""
    into: dict[str, list[str]] = {}
    for link in carrying:
        into.setdefault(link.affected, []).append(link.cause)
    weight: dict[str, float] = {}
    for walk, _ in drawing.walks.values():
        total = walk.through.get(drawing.focus, 0.0) or 1.0
        for thing, value in walk.through.items():
            weight[thing] = max(weight.get(thing, 0.0), value / total)
    shown, todo = {drawing.focus}, [(-weight.get(k, 0.0), k) for k in into.get(drawing.focus, ())]
    heapq.heapify(todo)
    while todo and len(shown) < most:
        _, thing = heapq.heappop(todo)
        if thing not in shown:
            shown.add(thing)
            for cause in into.get(thing, ()):
                heapq.heappush(todo, (-weight.get(cause, 0.0), cause))
    causes = {link.cause for link in carrying}
    hidden = len(causes - shown)
    near = [k.cause for k in drawing.links if k.affected == drawing.focus and k.cause not in causes]
    shown |= set(near[: max(0, most - len(shown))])
    after = sorted(
        (k for k in drawing.links if k.cause == drawing.focus), key=lambda k: (-k.days, -k.units, k.affected)
    )
    shown |= {k.affected for k in after if _held_up(drawing, k)} & set([k.affected for k in after][:_NEXT])
    return shown, hidden


def _held_up(drawing: Drawing, link: Link) -> bool:
    if link.days or link.units:
        return True
    focus, kind = drawing.facts[drawing.focus], link.promise.type if link.promise else ""
    return (kind == "SUPPORTS" and (focus.raw or 0.0) < 100) or (kind == "COUNTS_IN" and bool(focus.missed))  # noqa: PLR2004


def _layers(drawing: Drawing, carrying: Sequence[Link], shown: set[str]) -> dict[str, int]:
    """Steps before the focus by the longest way, as negative numbers; 1 for what is held up next."""
    nodes = drawing.web.nodes
    layers = {drawing.focus: 0}
    for link in sorted(carrying, key=lambda k: (nodes[k.affected].level, k.affected), reverse=True):
        if link.cause in shown and link.affected in layers:
            layers[link.cause] = min(layers.get(link.cause, 0), layers[link.affected] - 1)
    after = {k.affected for k in drawing.links if k.cause == drawing.focus}
    for thing in shown:
        layers.setdefault(thing, 1 if thing in after else -1)
    return layers


def _role(thing: str, drawing: Drawing, steps: Sequence[Link]) -> Role:
    if thing == drawing.focus:
        return "focus"
    mine = [link for link in steps if link.cause == thing]
    if any(drawing.carried(link) for link in mine):
        return "cause"
    into_focus = next((link for link in mine if link.affected == drawing.focus), None)
    if into_focus is None:
        return "next"
    return "in time" if counts(into_focus) else "does not count"


def _card(thing: Thing, role: Role, needed: date | None) -> tuple[str, ...]:
    """The lines of its card; a requirement in time says so, though it may be later than its own date."""
    if role == "in time" and needed and thing.planned:
        return (thing.lines[0], f"in time: needed by {sentences.short_day(needed)}")
    return thing.lines


def _placed(
    drawing: Drawing, shown: set[str], layers: Mapping[str, int], roles: Mapping[str, Role]
) -> tuple[Thing, ...]:
    walk, shares = next(iter(drawing.walks.values()), (None, None))
    began = {r.thing: (r.amount, r.shown) for r in (drawing.accounts[0].roots if drawing.accounts else ())}
    through, through_shown = walk.through if walk else {}, shares.through if shares else {}
    needs = {k.cause: k.promise.need_day for k in drawing.links if k.affected == drawing.focus and k.promise}
    order = sorted(shown, key=lambda k: (layers[k], roles[k] != "cause", -through.get(k, 0.0), k))
    out, places = list[Thing](), dict[int, int]()
    for k in order:
        place = places.get(layers[k], 0)
        places[layers[k]] = place + 1
        exact, part = began.get(k, (0.0, 0.0))
        out.append(
            replace(
                drawing.things[k],
                role=roles[k],
                lines=_card(drawing.things[k], roles[k], day_of(needs.get(k))),
                layer=layers[k],
                order=place,
                carried=through.get(k, 0.0),
                carried_shown=through_shown.get(k, 0.0),
                began=exact,
                began_shown=part,
            )
        )
    return tuple(out)
