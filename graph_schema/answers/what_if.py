"""What if something had been on time, on a given day, or its money in full: before and after (questions.md 4)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph_schema.answers import sentences
from graph_schema.answers.facts import EPOCH, day_of
from graph_schema.answers.lateness import DUST
from graph_schema.answers.names import unknown_deliverable
from graph_schema.answers.rounding import one
from graph_schema.answers.snapshot import Snapshot, Thing, downstream
from graph_schema.answers.status import plan_years
from graph_schema.answers.supposing import Outcome, Scores, Wish, read_scores, supposed
from graph_schema.answers.tables import Party, Status
from graph_schema.answers.unmoved import Unmoved, unmoved
from graph_schema.errors import UsageError
from graph_schema.graph import Readable

Supposing = date | Literal["on-time", "in-full"]
"""On a day; on time; or, of a release, a budget line or whatever requires releases: all that money on time."""

RULINGS = "Rulings are left out: this is what the rule alone says."


class NotDatedError(UsageError):
    """Something without a date cannot come sooner."""

    def __init__(self, thing: str, title: str) -> None:
        super().__init__(
            f"{title} ({thing}) has no date of its own, so it cannot come sooner.", "Name what it rests on."
        )


class LaterError(UsageError):
    """What-if answers for days not later than things came."""

    def __init__(self, thing: str, title: str, came: str) -> None:
        super().__init__(f"{title} ({thing}) came, or is expected, on {came}.", "Name that day or one before it.")


class NoMoneyError(UsageError):
    """In full is said of money."""

    def __init__(self, asked: str) -> None:
        super().__init__(
            f"{asked!r} is no release and no budget line, and requires no release.", "Say on-time, or a day."
        )


@dataclass(frozen=True, slots=True)
class Supposed:
    """Something that is supposed to have come otherwise: `came` (or is expected), `instead` (none: on time)."""

    thing: str
    title: str
    agency: Party
    planned: date | None
    came: date | None
    instead: date | None


@dataclass(frozen=True, slots=True)
class Changed:
    """A deliverable that would be otherwise; before and after: delay (days), shortfall (`unit`), raw, loss (points)."""

    thing: str
    title: str
    kind: str
    measure: str
    agency: Party
    plan_year: str
    delay_before: float
    delay_after: float
    unit: str
    shortfall_before: float
    shortfall_after: float
    raw_before: float
    raw_after: float
    loss_before: float
    loss_after: float


@dataclass(frozen=True, slots=True)
class ChangedScore:
    """The official score of an agency (`agency`, its id) or the government score of a tier ('') before and after.

    Government scores are none where nothing of the tier is due.
    """

    plan_year: str
    tier: int
    agency: str
    name: str
    before: float | None
    after: float | None


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What would be otherwise. `things`: only what changes; `agencies`, `tiers`: all of the plan years concerned.

    `unmoved`: what waited for something supposed and would be as late all the same, and why.
    """

    supposed: tuple[Supposed, ...]
    things: tuple[Changed, ...]
    agencies: tuple[ChangedScore, ...]
    tiers: tuple[ChangedScore, ...]
    unmoved: tuple[Unmoved, ...]
    text: str
    note: str
    status: Status


def what_if(graph: Readable, wishes: Mapping[str, Supposing]) -> WhatIf:
    """Answer for any number of deliverables at once; seven round trips, and one for each `in-full`.

    Without a wish it tells the stored assessment of the latest plan year.  Raises NotAssessedError, NotDatedError,
    LaterError, NoMoneyError, and UnknownDeliverableError with the nearest ids.
    """
    asked = _single(graph, wishes)
    snapshot = downstream(graph, asked)
    days: dict[str, Wish] = {}
    for thing, wish in asked.items():
        if thing not in snapshot.things:
            raise unknown_deliverable(graph, thing)
        days[thing] = _wish(snapshot.things[thing], wish)
    scores = read_scores(graph, snapshot, () if days else [year.id for year in plan_years(graph)[-1:]])
    out = supposed(snapshot, scores, days)
    things = _changed(snapshot, out)
    agencies, tiers = agency_scores(scores, out), tier_scores(scores, out)
    return WhatIf(
        supposed=tuple(_supposed(snapshot.things[k], days[k]) for k in sorted(days)),
        things=tuple(things),
        agencies=agencies,
        tiers=tiers,
        unmoved=tuple(unmoved(snapshot, days, out)),
        text=_text(snapshot, days, things, tiers),
        note=RULINGS,
        status=snapshot.status,
    )


@dataclass(frozen=True, slots=True)
class Id:
    """A row of read/releases_for."""

    id: str


def _single(graph: Readable, wishes: Mapping[str, Supposing]) -> dict[str, date | None]:
    """Wishes for single deliverables; none: on time."""
    found: dict[str, date | None] = {}
    for asked, wish in wishes.items():
        if wish == "in-full":
            releases = [row.id for row in graph.read("read/releases_for", Id, id=asked)]
            release = [asked] if not releases and _is_release(graph, asked) else releases
            if not release:
                raise NoMoneyError(asked)
            found |= dict.fromkeys(release)
        else:
            found[asked] = None if wish == "on-time" else wish
    return found


def _is_release(graph: Readable, asked: str) -> bool:
    found = downstream(graph, [asked]).things.get(asked)
    if found is None:
        raise unknown_deliverable(graph, asked)
    return found.kind == "release"


def _wish(thing: Thing, day: date | None) -> Wish:
    if not thing.dated:
        raise NotDatedError(thing.id, thing.title)
    if day is None:
        return None
    number = (day - EPOCH).days
    if number > thing.finish:
        raise LaterError(thing.id, thing.title, sentences.on(day_of(thing.finish_day)))
    return number


def _supposed(thing: Thing, wish: Wish) -> Supposed:
    return Supposed(
        thing.id, thing.title, thing.party, day_of(thing.planned_day), day_of(thing.finish_day), day_of(wish)
    )


def _changed(snapshot: Snapshot, out: Outcome) -> list[Changed]:
    touched = out.delays.keys() | out.shortfalls.keys() | out.raws.keys()
    return [
        Changed(
            thing=k,
            title=thing.title,
            kind=thing.kind,
            measure=thing.measure,
            agency=thing.party,
            plan_year=thing.plan_year,
            delay_before=thing.delay_days,
            delay_after=out.delays.get(k, thing.delay_days),
            unit=thing.unit,
            shortfall_before=thing.shortfall,
            shortfall_after=out.shortfalls.get(k, thing.shortfall),
            raw_before=thing.raw,
            raw_after=out.raws.get(k, thing.raw),
            loss_before=thing.loss,
            loss_after=out.losses.get(k, thing.loss),
        )
        for k in snapshot.ranked(touched)
        for thing in [snapshot.things[k]]
    ]


def agency_scores(scores: Scores, out: Outcome) -> tuple[ChangedScore, ...]:
    """Every agency with something due: its official score before and after."""
    return tuple(
        ChangedScore(s.plan_year, s.tier, s.agency, s.name, s.official, out.official.get(s.id, s.official))
        for s in scores.signed.values()
        if s.measured > 0
    )


def tier_scores(scores: Scores, out: Outcome) -> tuple[ChangedScore, ...]:
    """Every tier with agreements: its government score before and after."""
    tiers = sorted({(s.plan_year, s.tier) for s in scores.signed.values()})
    before = {tier: scores.government(tier, {}) for tier in tiers}
    return tuple(ChangedScore(*tier, "", "", was, out.government.get(tier, was)) for tier, was in before.items())


def _text(snapshot: Snapshot, wishes: Collection[str], things: Sequence[Changed], tiers: Sequence[ChangedScore]) -> str:
    if not wishes:
        return "Nothing is supposed: these are the scores as assessed."
    who = sentences.joined([snapshot.things[k].title for k in sorted(wishes)])
    others = [c for c in things if c.thing not in wishes]
    sooner = [c for c in others if c.delay_before - c.delay_after > DUST]
    parts = list[str]()
    if sooner:
        days = one(sum(c.delay_before - c.delay_after for c in sooner))
        parts.append(f"{_things(len(sooner))} would be {sentences.amount(days, 'days')} less late")
    if fuller := [c for c in others if c.shortfall_before - c.shortfall_after > DUST]:
        parts.append(f"{len(fuller)} would fall less short")
    for tier in tiers:
        if tier.before is not None and tier.after is not None and abs(tier.after - tier.before) > DUST:
            parts.append(f"tier {tier.tier} would stand at {one(tier.after):.1f} instead of {one(tier.before):.1f}")
    if not parts:
        return f"With {who} as supposed, nothing else changes."
    return f"With {who} as supposed, {sentences.joined(parts)}."


def _things(number: int) -> str:
    return "1 other thing" if number == 1 else f"{number} other things"
