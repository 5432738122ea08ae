"""One total and where it began: roots, agencies and direct causes, rounded together so that every table adds up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from graph_schema.answers import sentences
from graph_schema.answers.facts import Fact
from graph_schema.answers.rounding import rounded
from graph_schema.answers.rows import Account, Direct, Origin, Root, SentencePart
from graph_schema.answers.shares import Shares
from graph_schema.answers.things import Thing, Unit
from graph_schema.answers.travel import Travelled

_NAMED = 4
"""Agencies that a sentence names; the rest are summed as "others"."""

_DUST = 1e-9


@dataclass(frozen=True, slots=True)
class Total:
    """What was asked of a walk: the focus, the unit (and its name), the total, where it went, and what is shown."""

    focus: str
    unit: Unit
    unit_name: str
    total: float
    went: Travelled
    shares: Shares


def account(asked: Total, facts: Mapping[str, Fact], things: Mapping[str, Thing]) -> Account:
    """Make the account of one total: largest agencies first, the largest roots of each first."""
    stayed = {k: v for k, v in asked.went.stayed.items() if v > _DUST * asked.total}
    shares, shown = asked.shares, asked.shares.total
    groups: dict[str, list[str]] = {}
    for thing in sorted(stayed, key=lambda k: (-stayed[k], k)):
        groups.setdefault(facts[thing].agency, []).append(thing)
    sums = {agency: sum(stayed[k] for k in ids) for agency, ids in groups.items()}
    order = sorted(groups, key=lambda a: (-sums[a], a))
    at, origins = 0.0, list[Origin]()
    for agency in order:
        ids = groups[agency]
        roots = list[Root]()
        for thing in ids:
            roots.append(_root(asked, things, stayed[thing], at, thing))
            at += stayed[thing]
        fact = facts[ids[0]]
        part, share = shares.agencies[agency], sums[agency] / asked.total
        origins.append(Origin(fact.party, fact.post or "", sums[agency], part, share, None, None, tuple(roots)))
    parts = _sentence(origins, facts[asked.focus].agency)
    return Account(
        unit=asked.unit,
        unit_name=asked.unit_name,
        total=asked.total,
        shown=shown,
        own=stayed.get(asked.focus, 0.0),
        plan_itself=sum(asked.went.plan.values()),
        direct=_direct(asked, facts),
        roots=tuple(root for origin in origins for root in origin.roots),
        origins=tuple(origins),
        sentence=parts,
        text=sentences.parts_text(parts, shown, asked.unit, asked.unit_name),
        adds_up=f"{' + '.join(f'{o.shown:.1f}' for o in origins)} = {shown:.1f}" if len(origins) > 1 else "",
    )


def with_points(made: Account, cost: Account) -> Account:
    """Put the points of `cost` beside each root and agency of another account; both are of one focus."""
    points = {root.thing: (root.amount, root.shown) for root in cost.roots}
    by_agency = {origin.agency.id: (origin.amount, origin.shown) for origin in cost.origins}
    origins = list[Origin]()
    for origin in made.origins:
        roots = list[Root]()
        for root in origin.roots:
            exact, shown = points.get(root.thing, (0.0, 0.0))
            roots.append(replace(root, points=exact, points_shown=shown))
        exact, shown = by_agency.get(origin.agency.id, (0.0, 0.0))
        origins.append(replace(origin, points=exact, points_shown=shown, roots=tuple(roots)))
    return replace(made, origins=tuple(origins), roots=tuple(r for o in origins for r in o.roots))


def _root(asked: Total, things: Mapping[str, Thing], exact: float, at: float, of: str) -> Root:
    thing, itself, shown = things[of], of == asked.focus, asked.shares.began.get(of, 0.0)
    plan = asked.went.plan.get(of, 0.0)
    waited = [things[cause].title for cause, affected in asked.shares.bands if affected == of] if itself else []
    return Root(
        thing=thing.id,
        title=thing.title,
        agency=thing.agency,
        itself=itself,
        words=sentences.itself_words(thing, asked.unit, shown, waited, plan_only=plan >= exact - _DUST)
        if itself
        else sentences.root_words(thing, asked.unit, plan_only=plan >= exact - _DUST),
        planned=thing.planned,
        came=thing.came,
        finished=thing.finished,
        late_days=thing.delay_days,
        amount=exact,
        shown=shown,
        from_amount=at,
        to_amount=at + exact,
        points=exact if asked.unit == "points" else None,
        points_shown=shown if asked.unit == "points" else None,
        plan_itself=plan,
    )


def _direct(asked: Total, facts: Mapping[str, Fact]) -> tuple[Direct, ...]:
    """What each step into the focus brought, and what stayed with it; largest first."""
    shares = asked.shares
    exact = {cause: v for (cause, affected), v in asked.went.carried.items() if affected == asked.focus}
    if own := asked.went.stayed.get(asked.focus, 0.0):
        exact[asked.focus] = own
    order = sorted((k for k in exact if exact[k] > _DUST * asked.total), key=lambda k: (-exact[k], k))
    return tuple(
        Direct(k, facts[k].title, facts[k].party, k == asked.focus, exact[k], shown)
        for k in order
        for shown in [shares.began.get(k, 0.0) if k == asked.focus else shares.step(k, asked.focus)]
    )


def _sentence(origins: Sequence[Origin], owner: str) -> tuple[SentencePart, ...]:
    seen = [o for o in origins if o.shown > 0] or list(origins)
    alone = seen if len(seen) <= _NAMED else seen[: _NAMED - 1]
    rest = seen[len(alone) :]
    parts = [SentencePart(o.agency.name, o.agency.id, o.amount, o.shown, o.agency.id == owner) for o in alone]
    if rest:
        shown = rounded([sum(o.shown for o in rest)])[0]
        parts.append(
            SentencePart(
                "one other" if len(rest) == 1 else f"{len(rest)} others",
                "",
                sum(o.amount for o in rest),
                shown,
                itself=False,
            )
        )
    return tuple(parts)
