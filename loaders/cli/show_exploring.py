"""What was held up, what would have been, second opinions and what is coming, in a terminal."""

from collections.abc import Sequence

from rich.table import Table

from graph_schema.answers import sentences
from graph_schema.answers.best_fix import BestFix, Fix
from graph_schema.answers.coming import Coming, Next
from graph_schema.answers.held_up import HeldUp
from graph_schema.answers.lateness import DUST
from graph_schema.answers.opinions import NAMES, Opinions
from graph_schema.answers.what_if import Changed, ChangedScore, WhatIf
from loaders.cli.show import console, draw, foot, one, row, say, signed, table

_ROWS = 30
"""Rows of one table; the rest is counted."""


def show_held_up(found: HeldUp) -> None:
    """Print what something held up, for people."""
    out = console()
    say(out, found.text, "bold")
    if found.things:
        heads = ("held up, nearest first", "agency", ">days", ">began", ">short", ">points", ">began")
        made = table(*heads)
        for each in found.things[:_ROWS]:
            short = f"{one(each.through_units)} {each.unit}".rstrip() if each.through_units > DUST else ""
            points = (one(each.passed), one(each.began_points)) if each.passed > DUST else ("", "")
            days = (one(each.through_shown), one(each.began_shown)) if each.through > DUST else ("", "")
            row(made, [f"{each.title} ({each.thing})", each.agency.id, *days, short, *points])
        draw(out, "Came through it, and began with it", made)
        _more(len(found.things))
    if len(found.agencies) > 1:
        made = table("agency", ">things", ">days", ">began", ">points", ">began")
        for agency in found.agencies[:_ROWS]:
            days = (one(agency.through_shown), one(agency.began_shown))
            points = (one(agency.passed), one(agency.began_points))
            row(made, [agency.agency.name, str(agency.things), *days, *points])
        draw(out, "By agency", made)
    if found.tiers:
        made = table("plan year", "tier", ">points passed", ">began", ">of them own targets")
        for tier in found.tiers:
            row(made, [tier.plan_year, str(tier.tier), one(tier.passed), one(tier.began), one(tier.own)])
        draw(out, "Points lost in all", made)
    out.print()
    foot(out, found.status)


def show_what_if(found: WhatIf) -> None:
    """Print what would be otherwise, for people."""
    out = console()
    say(out, found.text, "bold")
    if found.things:
        made = table("would be otherwise", "agency", ">days late", ">short", ">score", ">points lost")
        for each in found.things[:_ROWS]:
            row(made, _change(each))
        draw(out, "Before and after", made)
        _more(len(found.things))
    _scores("Scores of agencies", [s for s in found.agencies if _differs(s)])
    _scores("Scores of tiers", [s for s in found.tiers if _differs(s)])
    if found.unmoved:
        made = table("as late all the same", "because")
        for still in found.unmoved[:_ROWS]:
            row(made, [f"{still.title} ({still.thing})", still.why])
        draw(out, "What does not change", made)
    out.print()
    say(out, found.note, "dim")
    foot(out, found.status)


def _change(each: Changed) -> list[str]:
    days = _pair(each.delay_before, each.delay_after)
    short = _pair(each.shortfall_before, each.shortfall_after)
    score = _pair(each.raw_before, each.raw_after)
    points = _pair(each.loss_before, each.loss_after)
    return [
        f"{each.title} ({each.thing})",
        each.agency.id,
        days,
        f"{short} {each.unit}" if short else "",
        score,
        points,
    ]


def _pair(before: float, after: float) -> str:
    return f"{one(before)} → {one(after)}" if abs(before - after) > DUST else ""


def _differs(score: ChangedScore) -> bool:
    return score.before is not None and score.after is not None and abs(score.before - score.after) > DUST


def _scores(title: str, scores: Sequence[ChangedScore]) -> None:
    if not scores:
        return
    made = table("", "plan year", "tier", ">before", ">after", ">change")
    for each in scores[:_ROWS]:
        change = (each.after or 0.0) - (each.before or 0.0)
        name = each.name or "government"
        row(made, [name, each.plan_year, str(each.tier), one(each.before), one(each.after), signed(change)])
    draw(console(), title, made)


def show_fix(found: BestFix) -> None:
    """Print the best fixes, for people."""
    out = console()
    say(out, found.text, "bold")
    for title, fixes in (
        ("On time, one after the other" if len(found.fixes) > 1 else "On time", found.fixes),
        ("The best one that others own", [found.outside] if found.outside else []),
    ):
        if fixes:
            draw(out, title, _fixes(fixes))
    if len(found.fixes) > 1:
        say(out, "Each is the best one with those above it on time; another set of as many may win more.", "dim")
    if found.unmoved:
        made = table("as late all the same", "without the lateness of", "because")
        for still in found.unmoved:
            row(made, [f"{still.title} ({still.thing})", still.cause, still.why])
        draw(out, "What does not change", made)
    out.print()
    say(out, f"{found.candidates} things that are late or short were tried, each alone. {found.note}", "dim")
    foot(out, found.status)


def _fixes(fixes: Sequence[Fix]) -> Table:
    made = table("deliverable", "agency", ">score", ">then", ">won", ">began there")
    for fix in fixes:
        name = f"{fix.title} ({fix.thing})"
        row(made, [name, fix.agency.name, one(fix.before), one(fix.after), signed(fix.gain), one(fix.began)])
    return made


def show_opinions(found: Opinions) -> None:
    """Print second opinions, for people."""
    out = console()
    say(out, found.text, "bold")
    if found.rows:
        made = table("agency", *(f">{name}" for name in NAMES.values()), ">spread")
        for each in found.rows:
            shapley = "" if each.shapley is None else one(each.shapley)
            days = (one(each.rule), one(each.but_for), one(each.driving), one(each.proportional), shapley)
            row(made, [each.agency.name, *days, one(each.spread)])
        draw(out, "Days by agency, under each rule", made)
    out.print()
    for note in found.notes:
        say(out, note, "dim")
    foot(out, found.status)


def show_coming(found: Next) -> None:
    """Print what is coming, for people."""
    out = console()
    say(out, found.text, "bold")
    for place, call in enumerate(found.calls, 1):
        say(out, f"{place:2}. {call.text}")
    if found.rows:
        made = table("due", "promise", "owed by", "to", ">float", ">targets", ">at stake")
        for each in found.rows[:_ROWS]:
            row(made, _coming(each))
        draw(out, f"Due by {sentences.on(found.until)}; at stake if it slips by {found.slip} days", made)
        _more(len(found.rows))
    if found.passed:
        made = table("forecast", "promise", "agency", ">days ago")
        for late in found.passed[:_ROWS]:
            days = sentences.short_day(late.forecast)
            row(made, [days, f"{late.title} ({late.thing})", late.agency.name, str(late.days)])
        draw(out, "Forecasts that passed without a finish", made)
        _more(len(found.passed))
    if found.moved:
        made = table("first forecast", "now", "promise", "agency", ">times", ">days")
        for each in found.moved[:_ROWS]:
            days = (sentences.short_day(each.first), sentences.short_day(each.latest))
            row(made, [*days, f"{each.title} ({each.thing})", each.agency.name, str(each.times), f"{each.days:+}"])
        draw(out, "Forecasts that moved", made)
        _more(len(found.moved))
    out.print()
    foot(out, found.status)


def _coming(each: Coming) -> list[str]:
    room = "" if each.float_days is None else str(each.float_days)
    points = one(each.points) if each.points > DUST else ""
    to = ", ".join(party.id for party in each.to)
    name = f"{each.title} ({each.thing})"
    return [sentences.short_day(each.due), name, each.agency.id, to, room, str(each.moves), points]


def _more(count: int) -> None:
    if count > _ROWS:
        say(console(), f"and {count - _ROWS} more with --json.", "dim")
