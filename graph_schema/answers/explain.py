"""Why a step carried what it did: dates, lateness, float, sharing and the section of the rule, in words and numbers."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from graph_schema.answers import sentences
from graph_schema.answers.airport import Late, Level, Part, levels_of
from graph_schema.answers.facts import Fact, Link, day_of
from graph_schema.answers.rounding import one, rounded_to
from graph_schema.answers.tables import Party
from graph_schema.answers.things import Carried, Cut, Lane, Line, Thing

_LANES = 8
"""Late requirements that one picture draws."""


def line(text: str, value: float | None = None, unit: str = "", role: str = "fact", rule: str = "") -> Line:
    """Make one row of an explanation; the number is shown rounded to one decimal."""
    shown = None if value is None else one(value) if value >= 0 else -one(-value)
    return Line(text, value, shown, unit, role, rule)  # pyright: ignore[reportArgumentType]


def requirement_lines(
    link: Link, rivals: Sequence[Link], things: Mapping[str, Thing], facts: Mapping[str, Fact], held: float
) -> list[Line]:
    """Explain a requirement: how late it came for what needed it, and which part of that it answers for.

    `rivals` are all links into the affected one, `things` and `facts` hold the ends of all of them, `held` is what is
    shown of the days that it held up the affected one.
    """
    cause, affected = things[link.cause], things[link.affected]
    promise, g, t = link.promise, facts[link.cause], facts[link.affected]
    if promise is None or not (g.dated and t.dated) or promise.owed_day is None:
        return [line("One of the two has no planned date: it is shown, and explains nothing.", rule="1")]
    lag, late = promise.lag or 0, lateness(link, facts)
    came, planned, stop = g.finish_day or 0, g.planned_day or 0, t.finish_day or 0
    verb = cause.verb.capitalize() if cause.finished else f"Not yet {cause.verb}, expected"
    out = [
        line(
            f"{verb} {sentences.on(cause.came)}, due {sentences.on(cause.planned)}",
            cause.delay_days,
            "days",
            "fact",
            "2",
        )
    ]
    if lag:
        out.append(line(f"Can be used {sentences.amount(lag, 'days')} after that", rule="2"))
    needed = sentences.on(day_of(promise.need_day))
    spare = min(promise.owed_day - planned - lag, came - planned) if came > planned else 0
    if spare > 0:
        out.append(line(f"Float: “{affected.title}” needed it by {needed}", -spare, "days", "minus", "3.1"))
    after = max(0, came + lag - max(stop, promise.owed_day)) if came + lag > promise.owed_day else 0
    if after > 0:
        text = f"“{affected.title}” stopped waiting on {sentences.on(affected.came)}"
        out.append(line(text, -after, "days", "minus", "3.1"))
    if late <= 0:
        return [*out, line(f"In time: needed by {needed}", 0.0, "days", "sum", "3.1")]
    out.append(line(f"Late for “{affected.title}”", late, "days", "sum", "3.1"))
    if link.days > 0:
        out += _sharing(link, rivals, things, facts, held)
    return out


def _sharing(
    link: Link, rivals: Sequence[Link], things: Mapping[str, Thing], facts: Mapping[str, Fact], held: float
) -> list[Line]:
    affected = things[link.affected]
    shared, won_back = lost_on_the_way(link, facts[link.affected], max(r.late for r in rivals))
    others, back = rounded_to([shared, won_back], max(0.0, one(link.late) - held))
    out = list[Line]()
    if others:
        late = sorted((r for r in rivals if r.late > 0 and r.cause != link.cause), key=lambda r: (-r.late, r.cause))
        out.append(Line(_shared_text([things[r.cause].title for r in late]), -shared, -others, "days", "minus", "3.3"))
    if back:
        out.append(Line(f"“{affected.title}” won days back", -won_back, -back, "days", "minus", "3.2"))
    out.append(Line(f"Held up “{affected.title}”", link.days, held, "days", "sum", "3.4"))
    return out


def _shared_text(titles: Sequence[str]) -> str:
    if len(titles) == 1:
        return f"Shared: “{titles[0]}” was late too"
    rest = [f"{len(titles) - 2} others"] if len(titles) > 3 else [f"“{t}”" for t in titles[2:]]  # noqa: PLR2004
    return f"Shared: {sentences.joined([f'“{t}”' for t in titles[:2]] + rest)} were late too"


def lateness(link: Link, facts: Mapping[str, Fact]) -> float:
    """Days that the cause came late for the affected one, before sharing, whether it counts or not."""
    promise, g, t = link.promise, facts[link.cause], facts[link.affected]
    if link.late:
        return link.late
    if promise is None or promise.owed_day is None or g.finish_day is None or t.finish_day is None:
        return 0.0
    return float(max(0, min(g.finish_day + (promise.lag or 0), t.finish_day) - promise.owed_day))


def lost_on_the_way(link: Link, affected: Fact, most: float) -> tuple[float, float]:
    """Of its lateness: days that others answer for (the airport rule), and days that the affected one won back."""
    explained = (affected.delay_days or 0.0) - (affected.own_days or 0.0)
    if link.days <= 0 or explained <= 0:
        return max(0.0, link.late - link.days), 0.0
    share = link.days * most / explained
    return max(0.0, link.late - share), max(0.0, share - link.days)


def ruled_lines(link: Link, affected: Thing, held: float, cut: float) -> list[Line]:
    """Explain what a ruling gave to a cause outside the plan; `held` days and `cut` units are what is shown of it."""
    out = [line("A ruling on a dispute named this cause, outside the plan")]
    if link.days > 0:
        out.append(Line(f"Held up “{affected.title}”", link.days, held, "days", "sum", ""))
    if link.units > 0:
        out.append(Line(f"Cut from “{affected.title}”", link.units, cut, affected.unit, "sum", ""))
    return out


def units_lines(link: Link, affected: Thing, cut: float) -> list[Line]:
    """Explain units that a requirement cut from a quantity; `cut` is what is shown of them."""
    if not link.lost:
        return []
    lost = max(one(link.lost), cut)
    out = [Line("Made impossible by what came too late to be used", link.lost, lost, affected.unit, "fact", "4")]
    if lost > cut:
        text = "Shared with others that were late, or made up for"
        out.append(Line(text, link.units - link.lost, one(lost - cut) * -1, affected.unit, "minus", "4"))
    return [*out, Line(f"Cut from “{affected.title}”", link.units, cut, affected.unit, "sum", "4")]


def carried_lines(carried: Sequence[Carried], focus: Thing, unit_name: str, text: str) -> list[Line]:
    """Say what it carried to the focus (`text`; '' where that was said) and where it began, in its first unit."""
    if not carried:
        return []
    first = carried[0]
    unit = first.unit if first.unit != "units" else unit_name
    rule = "6" if unit == "points" else "3"
    out = [Line(text.format(focus=focus.title), first.amount, first.shown, unit, "sum", rule)] if text else []
    for band in first.bands:
        if band.shown or len(first.bands) == 1:
            where = f"began in {sentences.named(band.agency.name)}"
            out.append(Line(where, band.amount, band.shown, unit, "began", rule))
    return out


def lanes(
    link: Link, rivals: Sequence[Link], things: Mapping[str, Thing], facts: Mapping[str, Fact]
) -> tuple[Lane, ...]:
    """Draw the late requirements of one affected deliverable: this one first, then the others, latest first."""
    others = sorted((r for r in rivals if r.cause != link.cause), key=lambda r: (-r.late, r.cause))
    return tuple(lane for r in [link, *others][:_LANES] if (lane := _lane(r, things, facts)))


def _lane(link: Link, things: Mapping[str, Thing], facts: Mapping[str, Fact]) -> Lane | None:
    g, t, promise = facts[link.cause], facts[link.affected], link.promise
    if promise is None or promise.owed_day is None or promise.need_day is None:
        return None
    if g.finish_day is None or g.planned_day is None or t.finish_day is None:
        return None
    lag = promise.lag or 0
    planned, promised, needed, owed, came, usable = (
        day_of(n)
        for n in (
            g.planned_day,
            g.planned_day + lag,
            promise.need_day,
            promise.owed_day,
            g.finish_day,
            min(g.finish_day + lag, max(t.finish_day, promise.owed_day)),
        )
    )
    if planned is None or promised is None or needed is None or owed is None or came is None or usable is None:
        return None
    thing = things[link.cause]
    late = lateness(link, facts)
    return Lane(
        g.id, g.title, g.party, thing.verb, planned, promised, needed, owed, came, usable, late, thing.finished
    )  # fmt: skip


def cuts(link: Link, rivals: Sequence[Link]) -> tuple[Cut, ...]:
    """Cut the lateness where fewer were late, each stretch shared equally; empty where two stand under one root."""
    late = [r for r in rivals if r.late > 0]
    roots = {(r.promise.place or [r.cause])[0] for r in late if r.promise}
    if not link.late or len(roots) < len(late):
        return ()
    edges = sorted({0.0, *(r.late for r in late if r.late <= link.late)})
    out = list[Cut]()
    for low, high in pairwise(edges):
        among = tuple(r.cause for r in sorted(late, key=lambda r: (-r.late, r.cause)) if r.late >= high)
        out.append(Cut(low, high, high - low, among, (high - low) / len(among)))
    return tuple(out)


def levels_text(
    link: Link, rivals: Sequence[Link], facts: Mapping[str, Fact], owners: Mapping[str, Party]
) -> tuple[str, ...]:
    """Say level by level how lateness was shared down the tree of agencies; empty where it met nothing else late."""
    late = [r for r in rivals if r.late > 0 and r.promise]
    if not link.late or not link.promise or len(late) < 2:  # noqa: PLR2004 - sharing takes two
        return ()
    names = {agency: party.name for agency, party in owners.items()}
    titles = {r.cause: f"“{facts[r.cause].title}”" for r in late}
    lates = [Late(r.cause, tuple((r.promise.place if r.promise else None) or ()), r.late) for r in late]
    return tuple(_level_text(level, lates, names, titles) for level in levels_of(lates, link.cause))


def _level_text(level: Level, lates: Sequence[Late], names: Mapping[str, str], titles: Mapping[str, str]) -> str:
    within = next((names.get(a, a) for a in reversed(level.above) if a), "")
    itself = bool(level.above) and level.above[-1] == ""
    total = one(sum(p.given for p in level.parts))
    shown = rounded_to([p.given for p in level.parts], total)
    parts = [
        f"{_part_name(p, itself, within, names, titles)}{_of_whom(p, level, lates, names)}, "
        f"{sentences.amount(one(p.days), 'days')} late, "
        f"{'answers for' if first else 'for'} {sentences.number(given)}"
        for first, p, given in ((k == 0, p, v) for k, (p, v) in enumerate(zip(level.parts, shown, strict=True)))
    ]
    several = "both" if len(level.parts) == 2 else f"all {len(level.parts)}"  # noqa: PLR2004 - both are two
    days = sentences.amount(total, "days")
    where = f"Within {sentences.named(within)}, these {days}" if within else f"{days} of waiting"
    return f"{where} are shared by {several} that were late: {'; '.join(parts)}."


def _of_whom(part: Part, level: Level, lates: Sequence[Late], names: Mapping[str, str]) -> str:
    """Name the agencies below this part that were late, as the rest of the page calls them; '' for itself."""
    place = (*level.above, part.name)
    owners = dict.fromkeys(late.path[-1] for late in lates if late.path[: len(place)] == place)
    below = [names.get(owner, owner) for owner in owners if owner != part.name]
    return f" (here its {sentences.joined(below)})" if below and len(below) == len(owners) else ""


def _part_name(part: Part, requirement: bool, within: str, names: Mapping[str, str], titles: Mapping[str, str]) -> str:
    if requirement:
        return titles.get(part.name, part.name)
    name = sentences.named(names.get(part.name, part.name) if part.name else within)
    return name if part.name else f"{name} itself"
