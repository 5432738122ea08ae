"""Random reports and payments: delays spread through what waits, some days are won back, some never hear of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .drafts import cents, iso, tenths

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from random import Random

    from .drafts import DraftYear, Row, Thing


@dataclass
class Facts:
    """The facts in the making: the day on which each thing came (none: never), and the keys already used."""

    rng: Random
    years: Sequence[DraftYear]
    waits: Mapping[str, Sequence[Row]]
    promised: Mapping[str, int]
    came: dict[str, int | None] = field(default_factory=dict[str, "int | None"])
    used: set[tuple[str, ...]] = field(default_factory=set[tuple[str, ...]])
    references: int = 0

    def folder(self, of: DraftYear, day: int) -> DraftYear:
        """Return the plan year whose folder tells a fact: the own one, or a later one for a day after it."""
        later = [year for year in self.years if year.starts > of.ends and day >= year.starts]
        return later[0] if later and self.rng.random() < 0.5 else of

    def tell(self, thing: Thing, as_of: int, **cells: str) -> None:
        """Write one row of progress, unless a row of the same key is there."""
        key = (thing.id, iso(as_of), cells.get("source") or "self", cells.get("reported_on") or iso(as_of))
        if key not in self.used:
            self.used.add(key)
            self.folder(thing.year, as_of).add("progress", deliverable=thing.id, as_of=iso(as_of), **cells)

    def pay(self, thing: Thing, day: int, amount: int, *, named: bool) -> None:
        """Write one payment."""
        self.references += 1
        self.folder(thing.year, day).add(
            "payments",
            budget_line=thing.line,
            paid_on=iso(day),
            amount=cents(amount),
            reference=f"P{self.references}",
            release=thing.id if named else "",
        )


def draft_facts(rng: Random, years: Sequence[DraftYear], things: Sequence[Thing]) -> None:
    """Add progress and payments for all things, in the order in which they depend on each other."""
    waits: defaultdict[str, list[Row]] = defaultdict(list)
    for year in years:
        for row in year.sheets["requirements"]:
            waits[row["deliverable"]].append(row)
    facts = Facts(rng, years, waits, {thing.id: thing.finish for thing in things if thing.finish is not None})
    for thing in things:
        day = come_day(facts, thing)
        facts.came[thing.id] = day
        if thing.kind == "release":
            payments(facts, thing, day)
        elif thing.kind == "quantity":
            quantities(facts, thing, day)
        else:
            reports(facts, thing, day)


def come_day(facts: Facts, thing: Thing) -> int | None:
    """Return when a thing really comes: pushed by what it waits for, slower by itself, or with days won back."""
    rng = facts.rng
    planned = thing.finish or rng.randint(thing.year.starts, thing.year.ends)
    push = 0
    for row in facts.waits[thing.id]:
        promised = facts.promised.get(row["requires"])
        came = facts.came.get(row["requires"])
        if promised is None:
            continue
        if came is None:
            if rng.random() < 0.35:
                return None
            continue
        push = max(push, came - promised)
    if rng.random() < 0.07:
        return None
    if push and rng.random() < 0.55:
        push = rng.randint(0, push)
    own = rng.choice((0, 0, 0, 0, rng.randint(-8, 0), rng.randint(1, 12), rng.randint(1, 70)))
    return max(thing.year.starts + 3, planned + push + own)


def payments(facts: Facts, thing: Thing, day: int | None) -> None:
    """Pay a release: at once or in two parts, the second late or never; sometimes more than was promised."""
    rng = facts.rng
    named = rng.random() < 0.3
    planned = thing.finish or 0
    if day is None:
        if rng.random() < 0.6:
            facts.pay(thing, planned + rng.randint(-5, 60), max(1, thing.amount * rng.randint(1, 9) // 10), named=named)
        return
    if rng.random() < 0.35:
        part = max(1, thing.amount * rng.randint(2, 8) // 10)
        facts.pay(thing, max(thing.year.starts, day - rng.randint(0, 60)), part, named=named)
        if thing.amount > part:
            facts.pay(thing, day, thing.amount - part, named=rng.random() < 0.3)
    else:
        extra = thing.amount // 5 if rng.random() < 0.08 else 0
        facts.pay(thing, day, thing.amount + extra, named=named)
    if rng.random() < 0.15:
        facts.tell(thing, day - rng.randint(1, 30), forecast_finish=iso(day + rng.randint(-10, 20)))


def reports(facts: Facts, thing: Thing, day: int | None) -> None:
    """Report on a date or a milestone: nothing, the start, a forecast, the finish, a correction, an empty row."""
    rng = facts.rng
    if rng.random() < 0.07:
        return
    started = begun(facts, thing, day)
    if day is None:
        waiting(facts, thing)
        return
    if rng.random() < 0.25:
        facts.tell(thing, day - rng.randint(1, 40), forecast_finish=iso(day + rng.randint(-15, 20)))
    as_of = day + rng.choice((0, 0, 0, rng.randint(1, 10)))
    facts.tell(thing, as_of, finished_on=iso(day), started_on=iso(started), status="done")
    if rng.random() < 0.15:
        checked = day - rng.randint(0, 5)
        facts.tell(thing, as_of, source="verified", reported_on=iso(as_of + 40), finished_on=iso(checked))
    if rng.random() < 0.1:
        facts.tell(thing, as_of, reported_on=iso(as_of + 3), finished_on=iso(day - 1))
    if rng.random() < 0.15:
        facts.tell(thing, as_of + rng.randint(1, 40), note="nothing new", status="done")


def begun(facts: Facts, thing: Thing, day: int | None) -> int | None:
    """Report the actual start, on a row of its own; return it."""
    if thing.start is None or facts.rng.random() < 0.3:
        return None
    started = thing.start + facts.rng.randint(-5, 40)
    if day is not None:
        started = min(started, day)
    facts.tell(thing, started + facts.rng.randint(0, 10), started_on=iso(started), status="on track")
    return started


def waiting(facts: Facts, thing: Thing) -> None:
    """Report on something that does not come: a forecast, an empty row, or nothing more."""
    rng = facts.rng
    planned = thing.finish or thing.year.ends
    day = planned + rng.randint(-60, 40)
    if rng.random() < 0.4:
        facts.tell(thing, day, forecast_finish=iso(planned + rng.randint(-10, 150)), status="delayed")
    elif rng.random() < 0.5:
        facts.tell(thing, day, note="we wait", status="blocked")


def quantities(facts: Facts, thing: Thing, day: int | None) -> None:
    """Report a quantity: several totals on the way (one may fall back), then all of it, more, less, or nothing."""
    rng = facts.rng
    if rng.random() < 0.08:
        return
    started = begun(facts, thing, day)
    planned = thing.finish or thing.year.ends
    last = planned + rng.randint(-20, 20) if day is None else day
    first = max(thing.year.starts + 1, (last if thing.start is None else thing.start) - 10)
    end = rng.choice((4, 5, 6, 7, 8, 9)) if day is None else rng.choice((6, 7, 9, 10, 10, 10, 10, 12))
    for _ in range(rng.choice((0, 1, 1, 2, 3))):
        as_of = rng.randint(min(first, last), last)
        facts.tell(thing, as_of, achieved=amount(thing, rng.randint(0, end)), **late_written(rng, as_of))
    closed = iso(last) if rng.random() < 0.35 and (started is None or started <= last) else ""
    as_of = last + rng.choice((0, 0, rng.randint(0, 12)))
    facts.tell(thing, as_of, achieved=amount(thing, end), finished_on=closed)
    if rng.random() < 0.2:
        checked = max(0, end + rng.choice((-3, -1, 0, 0, 1)))
        cells = {"source": "verified", "reported_on": iso(as_of + 35)}
        facts.tell(thing, as_of, achieved=amount(thing, checked), **cells)
    if rng.random() < 0.15:
        facts.tell(thing, as_of + rng.randint(1, 60), achieved=amount(thing, max(0, end - rng.randint(0, 2))))
    if day is None:
        waiting(facts, thing)


def late_written(rng: Random, as_of: int) -> dict[str, str]:
    """Return the day of writing, given for some rows."""
    return {"reported_on": iso(as_of + 5)} if rng.random() < 0.3 else {}


def amount(thing: Thing, parts: int) -> str:
    """Return the quantity after so many tenths of the way from base to goal."""
    return tenths(max(0, thing.base + (thing.goal - thing.base) * parts // 10))
