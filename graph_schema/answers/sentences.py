"""Sentences that terminal and page share: plain words, "began in" and "attributed", never a word of fault."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from graph_schema.answers.rounding import one
from graph_schema.answers.rows import SentencePart
from graph_schema.answers.things import Thing, Unit

_BODY = re.compile(
    r"\b(agency|authority|bank|board|bureau|commission|committee|corporation|council|court|department|directorate|"
    r"division|donor|fund|government|inspectorate|institute|ministry|office|parliament|police|secretariat|section|"
    r"service|society|treasury|unit|university)\b",
    re.IGNORECASE,
)
_ONES = {"days": "day", "points": "point", "units": "unit"}


def number(value: float) -> str:
    """Write a number rounded already: "17.6", "40", "1,250"."""
    text = f"{value:,.1f}"
    return text.removesuffix(".0")


def signed(value: float) -> str:
    """Write a number that may be below 0: "−57"."""
    return number(value).replace("-", "−")


def amount(value: float, unit: str) -> str:
    """Write a number with its unit: "17.6 days", "1 day", "4 km"."""
    return f"{number(value)} {_ONES.get(unit, unit) if value == 1 else unit}".rstrip()


def money(value: float) -> str:
    """Write an amount of money: "40,000", "12.50"."""
    return f"{value:,.2f}".removesuffix(".00")


def on(day: date | None) -> str:
    """Write a day: "24 September 2026"; '' where there is none."""
    return f"{day.day} {day:%B %Y}" if day else ""


def short_day(day: date | None) -> str:
    """Write a day shortly: "24 Sep 2026"."""
    return f"{day.day} {day:%b %Y}" if day else ""


def named(name: str) -> str:
    """Write an agency's name within a sentence: "the Road department", "Agricultural marketing"."""
    return f"the {name}" if _BODY.search(name) and not name.lower().startswith("the ") else name


def beside(changes: Mapping[str, Sequence[tuple[str, float | None, float | None]]]) -> str:
    """Say other assessments of something where they differ: "First promise: official 85, adjusted 90."; '' nowhere.

    `changes`: for each assessment the names, what is shown of them in force, and there (none: no score).
    """
    said: dict[str, list[str]] = {}
    for name, found in changes.items():
        scores = [(what, "no score" if then is None else signed(then)) for what, now, then in found if now != then]
        if scores:
            said.setdefault(", ".join(f"{what} {score}" for what, score in scores), []).append(name)
    texts = [f"{joined(names)}: {scores}." for scores, names in said.items()]
    return " ".join(map(upper_first, texts))


def upper_first(text: str) -> str:
    """A text that begins a sentence."""
    return text[:1].upper() + text[1:]


def joined(parts: Sequence[str]) -> str:
    """Join as people do: "a", "a and b", "a, b and c"."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)


def parts_text(parts: Sequence[SentencePart], total: float, unit: Unit, unit_name: str) -> str:
    """Say where a total began: "17.6 of the 40 days began in X itself, 14.9 in … and 7.5 in …"."""
    if not parts:
        return ""
    whole = amount(total, unit_name) + (" that are lacking" if unit == "units" else "")
    if len(parts) == 1:
        how = f"All {whole}" if total != 1 else f"The {whole}"
        return f"{how} began {_where(parts[0])}."
    first = f"{number(parts[0].shown)} of the {whole} began {_where(parts[0])}"
    return joined([first, *(f"{number(p.shown)} {_where(p)}" for p in parts[1:])]) + "."


def _where(part: SentencePart) -> str:
    return f"in {named(part.who)}{' itself' if part.itself else ''}"


def late_headline(thing: Thing, expected: bool) -> str:
    """Say how late it is: "Road to the valley open: 40 days late."."""
    days = amount(one(thing.delay_days), "days")
    return f"{thing.title}: {'expected ' if expected else ''}{days} late."


def short_headline(thing: Thing, unreported: bool) -> str:
    """Say how much is lacking: "Kilometres built: 4 km short of 10 km."."""
    if unreported:
        return f"{thing.title}: never reported."
    lacks, goal = amount(one(thing.shortfall), thing.unit), amount(one(thing.goal or 0.0), thing.unit)
    above = thing.achieved is not None and thing.goal is not None and thing.achieved > thing.goal
    return f"{thing.title}: {lacks} {'above the promised' if above else 'short of'} {goal}."


def lost_headline(thing: Thing, lost: float, whole: float) -> str:
    """Say how many points are lost: "Valley served: 12.5 of its 30 points lost."."""
    return f"{thing.title}: {number(lost)} of its {amount(whole, 'points')} lost."


def nothing_headline(thing: Thing, state: str) -> str:
    """Say that there is nothing to answer for, and why."""
    if state == "in time" and thing.planned:
        how = f"it was {thing.verb} on {on(thing.came)}" if thing.finished else "it is due"
        return f"{thing.title}: not late. Promised for {on(thing.planned)}; {how}."
    if state == "not due":
        when = f" Promised for {on(thing.planned)}, and not expected to be late." if thing.planned else ""
        return f"{thing.title}: not due yet.{when}"
    if state == "undated":
        return f"{thing.title}: no planned date, so nobody can say whether it is late."
    if state == "not measured":
        why = "no target supports it" if thing.measure == "cascade" else "the plan does not say which way is good"
        return f"{thing.title}: not measured, because {why}."
    return f"{thing.title}: nothing was lost."


def itself_words(thing: Thing, unit: Unit, shown: float, waited: Sequence[str], *, plan_only: bool) -> str:
    """Say what happened at the focus itself: "its own work took 15 days more"; `waited`: titles of what explains days.

    A release or milestone has no work of its own: "it was paid 34 days later than “Request” explains".
    """
    if plan_only:
        return "the plan itself costs this, even when kept"
    if _fell_short(thing, unit):
        return f"its own part fell {amount(one(thing.own_units), thing.unit)} short"
    if unit == "days" and waited and thing.kind == "target":
        return f"its own work took {amount(shown, 'days')} more"
    days = amount(shown if unit == "days" else one(thing.delay_days), "days")
    came = "came" if thing.verb == "there" else f"was {thing.verb}"
    when = f"it {came} {days}" if thing.finished else f"it is expected {days}"
    if unit == "days" and waited:
        return f"{when} later than {f'“{waited[0]}” explains' if len(waited) == 1 else 'what it waited for explains'}"
    return f"{when} late" if thing.delay_days else f"what began with “{thing.title}” itself"


def root_words(thing: Thing, unit: Unit, *, plan_only: bool) -> str:
    """Say what happened where a part began, elsewhere: "it paid “First tranche” 40 days late"."""
    title = f"“{thing.title}”"
    if thing.kind == "outside":
        return f"a ruling named {title} as the cause, outside the plan"
    if plan_only:
        return f"the plan of {title} itself costs this"
    if _fell_short(thing, unit) and thing.own_units > 0 and not thing.own_days:
        if thing.own_units < thing.shortfall:
            return f"its own part of {title} fell {amount(one(thing.own_units), thing.unit)} short"
        return f"it fell {amount(one(thing.shortfall), thing.unit)} short of {title}"
    if not thing.delay_days:
        return f"what began with {title} itself"
    days = amount(one(thing.delay_days), "days")
    did = {"paid": "paid", "sent": "sent", "given": "gave", "finished": "finished", "reached": "reached"}.get(
        thing.verb
    )
    own = one(thing.own_days)
    of_them = f", {number(own)} of them its own" if 0 < own < one(thing.delay_days) else ""
    if not thing.finished:
        return f"{title} is not yet {thing.verb}, expected {days} late{of_them}"
    return f"it {did} {title} {days} late{of_them}" if did else f"{title} came {days} late{of_them}"


def _fell_short(thing: Thing, unit: Unit) -> bool:
    return thing.measure == "quantity" and thing.shortfall > 0 and unit != "days"


def unsigned_text(late: int, would_take: float, own_days: float, count: int) -> str:
    """Say what unsigned requirements would explain if they counted."""
    if late == 0:
        came = "It did not come late." if count == 1 else "None of them came late."
        return f"{_requirements(count, '')} unsigned. {came}"
    they = "it" if late == 1 else "they"
    if would_take == 0:
        return f"{_requirements(late, 'late ')} unsigned: counted, {they} would change no days."
    own = "1 own day" if own_days == 1 else amount(own_days, "own days")
    return f"{_requirements(late, 'late ')} unsigned: counted, {they} would take {number(would_take)} of its {own}."


def _requirements(count: int, what: str) -> str:
    return f"1 {what}requirement is" if count == 1 else f"{count} {what}requirements are"
