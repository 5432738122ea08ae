"""How what a quantity needed came too late for it, in figures: the parts of the money, and what they could pay."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from graph_schema.answers import sentences
from graph_schema.answers.explain import line
from graph_schema.answers.facts import Fact, Known, Link, day_of
from graph_schema.answers.rounding import one
from graph_schema.answers.things import Chain, Line, Step

_RULE = "4"
_NEAR = 1e-6
_LISTED = 3
"""Parts that could still be used in part, each with a line of its own."""


@dataclass(frozen=True)
class _Arrival:
    """Money that came on a day (None: not yet), how late for the affected one, and the part of it still of use."""

    day: date | None
    amount: float
    late: int
    use: float


def with_arrivals(chain: Chain, known: Sequence[Known], links: Sequence[Link], facts: Mapping[str, Fact]) -> Chain:
    """Put into each step that cut a quantity how much of what was needed came too late (attribution.md, section 4).

    `known` holds the payments of releases. A step is left as it is where these figures do not lead to what is lost: a
    release whose payments or companions are not all here, or which was revised; and a quantity, whose parts came with
    every report.
    """
    paid: dict[str, list[Known]] = {}
    for entry in known:
        if entry.kind == "payment":
            paid.setdefault(entry.thing, []).append(entry)
    into: dict[str, list[Link]] = {}
    for link in links:
        into.setdefault(link.affected, []).append(link)

    def told(step: Step) -> Step:
        link = next((k for k in into.get(step.affected, ()) if k.cause == step.cause), None)
        if link is None or not link.lost:
            return step
        lines = _at_once(link, facts)
        if step.cause in paid:
            lines = _in_parts(link, paid[step.cause], into[step.affected], facts)
        at = next((i for i, line in enumerate(step.lines) if line.rule == _RULE), len(step.lines))
        return replace(step, lines=(*step.lines[:at], *lines, *step.lines[at:]))

    return replace(chain, steps=tuple(told(step) for step in chain.steps))


def _at_once(link: Link, facts: Mapping[str, Fact]) -> list[Line]:
    """What comes as a whole on one day: for how much of the time that was left it was missing."""
    g, t, promise = facts[link.cause], facts[link.affected], link.promise
    if g.kind == "release" or g.measure == "quantity" or promise is None or promise.need_day is None:
        return []
    if g.finish_day is None or promise.owed_day is None or t.planned_day is None:
        return []
    left = t.planned_day - promise.need_day
    if left <= 0:
        return [line(f"“{t.title}” had no time left after the day it was needed", rule=_RULE)]
    missing = min(left, min(g.finish_day + (promise.lag or 0), t.planned_day) - promise.owed_day)
    text = f"Missing for {missing} of the {sentences.amount(left, 'days')} that “{t.title}” had left to use it"
    return [line(text, rule=_RULE)]


def _in_parts(link: Link, paid: Sequence[Known], rivals: Sequence[Link], facts: Mapping[str, Fact]) -> list[Line]:
    g, t, promise = facts[link.cause], facts[link.affected], link.promise
    if not g.amount or promise is None or promise.need_day is None or promise.owed_day is None or t.planned_day is None:
        return []
    window = t.planned_day - promise.need_day
    came = [_arrival((e.day, e.amount or 0.0), promise.owed_day, promise.lag or 0, t.planned_day, window) for e in paid]
    rest = g.amount - sum(a.amount for a in came)
    if rest > _NEAR:
        expected = _arrival((day_of(g.finish_day), rest), promise.owed_day, promise.lag or 0, t.planned_day, window)
        came.append(replace(expected, day=None))
    lost = sum(a.amount * (1 - a.use) for a in came) / g.amount
    several = [facts[k.cause].amount or 0.0 for k in rivals if _is_money(k, facts)]
    share = g.amount / sum(several)
    units = (t.whole or 0.0) * share
    if abs(units * lost - link.lost) > _NEAR * link.lost:
        return []
    part = f"{sentences.number(one(100 * share))} % of the money" if len(several) > 1 else "all the money"
    needed = sentences.amount(one(t.whole or 0.0), t.unit or "")
    out = [line(text, rule=_RULE) for text in _told(came, f"{paid[0].currency or ''} ".lstrip(), g, t)]
    out.append(line(f"It is {part} for {needed}: it could pay", units, t.unit or "", rule=_RULE))
    if lost < 1 - _NEAR:
        out.append(line(f"Of these, {sentences.number(one(100 * lost))} % came too late to be used", rule=_RULE))
    return out


def _arrival(came: tuple[date | None, float], owed: int, lag: int, stop: int, window: int) -> _Arrival:
    day, amount = came
    usable = stop if day is None else (day - date(1970, 1, 1)).days + lag
    late = max(0, min(usable, stop) - owed)
    use = 1.0 if late == 0 or window <= 0 else max(0.0, 1 - late / window)
    return _Arrival(day, amount, late, use)


def _told(came: Sequence[_Arrival], money: str, release: Fact, affected: Fact) -> list[str]:
    out = list[str]()
    of = f" of {sentences.money(release.amount or 0.0)}" if len(came) > 1 else ""
    planned = day_of(release.planned_day)

    def days(arrival: _Arrival) -> str:
        late = (arrival.day - planned).days if arrival.day and planned else 0
        return f"{sentences.amount(late, 'days')} late"

    if intime := [a for a in came if a.use >= 1]:
        out.append(f"{money}{sentences.money(sum(a.amount for a in intime))}{of} came in time")
    partly = [a for a in came if 0 < a.use < 1]
    for a in partly[:_LISTED]:
        when = f"came on {sentences.on(a.day)}, {days(a)}" if a.day else "has not come yet"
        used = f"{sentences.number(one(100 * a.use))} % of it could still be used"
        out.append(f"{money}{sentences.money(a.amount)}{of} {when}: {used}")
    if more := partly[_LISTED:]:
        part = sentences.money(sum(a.amount for a in more))
        out.append(f"{money}{part}{of} came in {len(more)} more parts, of use for part of the time that was left")
    due = f"when “{affected.title}” was due already"
    if late := [a for a in came if a.use <= 0 and a.day]:
        last = max(late, key=lambda a: a.day or date.min)
        when = f"on {sentences.on(last.day)}" if len(late) == 1 else f"the last of it on {sentences.on(last.day)}"
        out.append(f"{money}{sentences.money(sum(a.amount for a in late))}{of} came {due}, {when}, {days(last)}")
    if waited := [a for a in came if a.use <= 0 and not a.day]:
        out.append(f"{money}{sentences.money(sum(a.amount for a in waited))}{of} has not come yet")
    return out


def _is_money(link: Link, facts: Mapping[str, Fact]) -> bool:
    return facts[link.cause].kind == "release" and link.promise is not None and link.promise.type == "FINANCES"
