"""The steps of a chain: what each relation carried towards the focus, split by where it began, and its explanation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph_schema.answers import explain, sentences
from graph_schema.answers.explain_points import release_lines, support_lines
from graph_schema.answers.facts import Fact, Link, day_of
from graph_schema.answers.rounding import one
from graph_schema.answers.rows import Account
from graph_schema.answers.shares import Shares
from graph_schema.answers.tables import Party, Source
from graph_schema.answers.things import Band, Carried, Line, Relation, Role, Step, Thing, Unit
from graph_schema.answers.travel import Travelled, Web

_RELATIONS: Mapping[str, Relation] = {
    "FINANCES": "finances",
    "ENABLES": "enables",
    "SUPPORTS": "supports",
    "COUNTS_IN": "counts in",
}


@dataclass(frozen=True)
class Drawing:
    """What a chain is made of; `walks` and `accounts` hold the verdict's unit first, `things` one for every fact."""

    focus: str
    facts: Mapping[str, Fact]
    things: Mapping[str, Thing]
    links: Sequence[Link]
    walks: Mapping[Unit, tuple[Travelled, Shares]]
    accounts: Sequence[Account]
    web: Web
    owners: Mapping[str, Party]

    def carried(self, link: Link) -> bool:
        """Tell whether anything came towards the focus this way."""
        return any(walk.carried.get((link.cause, link.affected)) for walk, _ in self.walks.values())


def counts(link: Link) -> bool:
    """Tell whether a requirement can explain anything; supports and counted releases always can."""
    return link.promise is None or link.promise.counts is not False


def step_of(drawing: Drawing, link: Link, rivals: Sequence[Link]) -> Step:
    """Make the step of one link; `rivals` are all links into the same affected one."""
    facts, promise = drawing.facts, link.promise
    g, t = facts[link.cause], facts[link.affected]
    kind = promise.type if promise else "ENABLES"
    requirement = kind in ("FINANCES", "ENABLES")
    carried = _carried(drawing, link)
    latest = max((r.late for r in rivals), default=0.0)
    shared, won_back = explain.lost_on_the_way(link, t, latest) if link.days else (0.0, 0.0)
    why_not = _why_not(link, g, t) if requirement else ""
    drawn = requirement and link.late > 0
    lag = (promise.lag if promise else None) or 0
    return Step(
        cause=link.cause,
        affected=link.affected,
        relation="ruled" if g.kind == "outside" else _RELATIONS[kind],
        role=_role(drawing, link, carried, why_not),
        carried=carried,
        days=link.days,
        units=link.units,
        share=_share(link, g, t),
        needed_by=day_of(promise.need_day) if promise else None,
        promised=day_of(g.planned_day),
        came=day_of(g.finish_day),
        usable=day_of(g.finish_day + lag) if requirement and g.finish_day is not None else None,
        lag_days=lag,
        float_days=_float(link, g),
        late_days=explain.lateness(link, facts) if requirement else 0.0,
        shared_days=shared,
        won_back_days=won_back,
        lost_units=link.lost,
        missed=(g.missed or 0.0) if kind == "COUNTS_IN" else 0.0,
        counts=not why_not,
        why_not=why_not,
        agreed_on=promise.agreed_on if promise else None,
        if_not_met=(promise.if_not_met if promise else None) or "",
        title=_title(drawing, link, carried),
        lines=_lines(drawing, link, carried, rivals, why_not),
        lanes=explain.lanes(link, [r for r in rivals if r.late > 0], drawing.things, facts) if drawn else (),
        cuts=explain.cuts(link, rivals) if drawn else (),
        levels=explain.levels_text(link, rivals, facts, drawing.owners) if drawn else (),
        source=_source(link),
    )


def _role(drawing: Drawing, link: Link, carried: Sequence[Carried], why_not: str) -> Role:
    if link.cause == drawing.focus:
        return "next"
    return "cause" if carried else "does not count" if why_not else "in time"


def _carried(drawing: Drawing, link: Link) -> tuple[Carried, ...]:
    pair, out = (link.cause, link.affected), list[Carried]()
    for unit, (walk, shares) in drawing.walks.items():
        if parts := shares.bands.get(pair):
            bands = tuple(Band(drawing.owners[agency], exact, shown) for agency, (exact, shown) in parts.items())
            out.append(Carried(unit, walk.carried[pair], shares.step(*pair), bands))
    return tuple(out)


def _lines(
    drawing: Drawing, link: Link, carried: Sequence[Carried], rivals: Sequence[Link], why_not: str
) -> tuple[Line, ...]:
    things, facts, affected = drawing.things, drawing.facts, drawing.things[link.affected]
    direct, text = link.affected == drawing.focus, "Of this, passed on to “{focus}”"
    if link.promise and link.promise.type in ("SUPPORTS", "COUNTS_IN"):
        explained = support_lines if link.promise.type == "SUPPORTS" else release_lines
        lines = explained(link, rivals, affected, things, facts)
        whole = next((a.shown for a in drawing.accounts if a.unit == "points"), 0.0)
        text = f"Of the {sentences.amount(whole, 'points')} that “{{focus}}” lost" if direct else text
    else:
        held, cut = _own(drawing, link, "days", link.days), _own(drawing, link, "units", link.units)
        if facts[link.cause].kind == "outside":
            lines = explain.ruled_lines(link, affected, held, cut)
        else:
            lines = explain.requirement_lines(link, rivals, things, facts, held)
            lines += explain.units_lines(link, affected, cut)
        text = "" if direct and carried and carried[0].unit != "points" else text
    if why_not:
        lines.append(explain.line(why_not, rule="3"))
    return (*lines, *explain.carried_lines(carried, things[drawing.focus], _unit_name(drawing), text))


def _own(drawing: Drawing, link: Link, unit: Unit, exact: float) -> float:
    """What is shown of the days or units that it took from the affected one: of the focus, as they stand there."""
    shares = drawing.walks.get(unit)
    into_focus = link.affected == drawing.focus and shares and (link.cause, link.affected) in shares[1].bands
    return shares[1].step(link.cause, link.affected) if shares and into_focus else one(exact)


def _unit_name(drawing: Drawing) -> str:
    return next((a.unit_name for a in drawing.accounts if a.unit == "units"), "")


def _why_not(link: Link, cause: Fact, affected: Fact) -> str:
    if counts(link) or link.promise is None:
        return ""
    if not (cause.dated and affected.dated):
        return "Does not count: one of the two has no planned date."
    if link.promise.agreed_on is None:
        return "Does not count: the two sides never agreed it in writing."
    needed = sentences.on(day_of(link.promise.need_day))
    return f"Does not count: agreed on {sentences.on(link.promise.agreed_on)}, after it was needed ({needed})."


def _share(link: Link, cause: Fact, affected: Fact) -> float:
    """Its part of the affected one's days, else units, else lost points; 0 to 1."""
    if link.days and affected.delay_days:
        return link.days / affected.delay_days
    if link.units and affected.shortfall:
        return link.units / affected.shortfall
    kind = link.promise.type if link.promise else ""
    if kind == "COUNTS_IN" and affected.missed:
        return (cause.missed or 0.0) / affected.missed
    if kind == "SUPPORTS" and affected.lost_below and link.promise:
        return (link.promise.share or 1.0) * (100 - (100.0 if cause.raw is None else cause.raw)) / affected.lost_below
    return 0.0


def _float(link: Link, cause: Fact) -> float:
    promise = link.promise
    if promise is None or promise.owed_day is None or cause.planned_day is None:
        return 0.0
    return float(promise.owed_day - cause.planned_day - (promise.lag or 0))


def _title(drawing: Drawing, link: Link, carried: Sequence[Carried]) -> str:
    cause, affected = drawing.things[link.cause].title, drawing.things[link.affected].title
    unit = drawing.things[link.affected].unit
    if link.promise and link.promise.type == "SUPPORTS":
        return f"What “{cause}” cost “{affected}”" if carried else f"“{cause}” supports “{affected}”"
    if link.promise and link.promise.type == "COUNTS_IN":
        return f"“{cause}” counts in “{affected}”"
    if link.days:
        held = sentences.amount(_own(drawing, link, "days", link.days), "days")
        return f"Why “{cause}” held up “{affected}” for {held}{_reached(drawing, link, carried)}"
    if link.units:
        cut = sentences.amount(_own(drawing, link, "units", link.units), unit)
        return f"Why “{cause}” cut “{affected}” by {cut}{_reached(drawing, link, carried)}"
    return f"Why “{cause}” did not hold up “{affected}”"


def _reached(drawing: Drawing, link: Link, carried: Sequence[Carried]) -> str:
    """Say what of it reached the focus, where that is further on or counted in another unit."""
    if not carried or (link.affected == drawing.focus and carried[0].unit != "points"):
        return ""
    first, focus = carried[0], drawing.things[drawing.focus].title
    if first.unit == "days":
        return f", {sentences.number(first.shown)} of which reached “{focus}”"
    unit = _unit_name(drawing) if first.unit == "units" else first.unit
    return f", which cost “{focus}” {sentences.amount(first.shown, unit)}"


def _source(link: Link) -> Source | None:
    promise = link.promise
    if promise is None or promise.file is None or promise.row is None:
        return None
    return Source(promise.file, promise.row, promise.load or 0)
