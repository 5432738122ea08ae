"""A deliverable as answers show it: what its coming is called, and the short lines of its card."""

from dataclasses import replace

from graph_schema.answers import sentences
from graph_schema.answers.facts import Fact, day_of
from graph_schema.answers.rounding import one
from graph_schema.answers.things import Said, Thing

_VERBS = {"request": "sent", "clearance": "given", "approval": "given", "event": "there"}


def thing_of(fact: Fact, said: Said | None) -> Thing:
    """Make the thing of a fact; what it carried and where it stands is for the chain to fill in."""
    goal = None if fact.measure == "date" else fact.goal
    unit = fact.unit or ("percent" if fact.measure == "releases" else "")
    thing = Thing(
        id=fact.id,
        title=fact.title,
        kind=fact.kind,  # pyright: ignore[reportArgumentType] - one of three by the statement's CASE
        measure=fact.measure or "",
        agency=fact.party,
        plan_year=fact.plan_year,
        role="in time",
        verb=_verb(fact),
        planned=day_of(fact.planned_day),
        started=day_of(fact.started_day),
        came=day_of(fact.finish_day),
        finished=fact.finished_day is not None,
        due=fact.due,
        delay_days=fact.delay_days or 0.0,
        own_days=fact.own_days or 0.0,
        unit=unit,
        goal=goal,
        achieved=fact.achieved,
        shortfall=fact.shortfall or 0.0,
        own_units=fact.own_units or 0.0,
        raw=fact.raw,
        weight=fact.weight or 0.0,
        loss=fact.loss or 0.0,
        carried=0.0,
        carried_shown=0.0,
        began=0.0,
        began_shown=0.0,
        layer=0,
        order=0,
        lines=(),
        said=said,
        source=fact.source,
    )
    return replace(thing, lines=_card(thing))


def _card(thing: Thing) -> tuple[str, ...]:
    out = ["outside the plan, by a ruling"] if thing.kind == "outside" else list[str]()
    if thing.planned:
        word = thing.verb if thing.finished else "expected"
        out.append(f"due {sentences.short_day(thing.planned)} · {word} {sentences.short_day(thing.came)}")
        late = sentences.amount(one(thing.delay_days), "days")
        out.append(f"{late} late" if thing.delay_days else "in time" if thing.due else "not due yet")
    if thing.measure == "quantity" and thing.goal is not None:
        reached = "never reported" if thing.achieved is None else sentences.number(one(thing.achieved))
        out.append(f"{reached} of {sentences.amount(one(thing.goal), thing.unit)}")
    if thing.measure in ("cascade", "releases") and thing.raw is not None:
        out.append(f"{sentences.number(one(thing.raw))} of 100" if thing.due else "not due yet")
    return tuple(out)


def _verb(fact: Fact) -> str:
    if fact.kind == "release":
        return "paid"
    if fact.kind == "milestone":
        return _VERBS.get((fact.milestone or "").lower(), "done")
    return "reached" if fact.measure == "quantity" else "finished"
