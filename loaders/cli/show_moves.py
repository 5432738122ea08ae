"""What moved from one assessment to another, in a terminal."""

from graph_schema.answers.moved import DUST, AgencyMoved, Moves, ThingMoved
from graph_schema.answers.rounding import one as tenth
from loaders.cli.show import console, draw, one, row, say, signed, table

_ROWS = 30
"""Rows of one table; the rest is counted."""

_CAUSES = 3
"""Causes of one deliverable that are named."""


def show_moves(found: Moves) -> None:
    """Print what moved, for people."""
    out = console()
    say(out, found.text, "bold")
    say(out, found.note)
    if found.things:
        made = table("deliverable", "agency", "moved", ">days", ">score", ">points", "began with")
        for each in found.things[:_ROWS]:
            row(made, _thing(each))
        draw(out, "Deliverables, the most points first", made)
        _more(len(found.things))
    if found.agencies:
        made = table("plan year", ">tier", "agency", ">official", ">adjusted", ">lost", ">began")
        for agency in found.agencies[:_ROWS]:
            row(made, _agency(agency))
        draw(out, "Agencies", made)
        _more(len(found.agencies))
    if found.tiers:
        made = table("plan year", ">tier", ">government", ">points lost", ">change")
        for tier in found.tiers:
            government = _pair(tier.government_before, tier.government_after)
            points = _pair(tier.lost_before, tier.lost_after)
            row(made, [tier.plan_year, str(tier.tier), government, points, signed(tier.lost_change)])
        draw(out, "Tiers", made)
    out.print()
    say(out, "Before → after; points × weight of the agreement; exact numbers with --json.", "dim")


def _thing(each: ThingMoved) -> list[str]:
    days = _pair(each.delay_before, each.delay_after) if abs(each.delay_change) > DUST else ""
    if abs(each.short_change) > DUST:
        short = f"{_pair(each.short_before, each.short_after)} {each.unit}".rstrip()
        days = f"{days}; short {short}" if days else f"short {short}"
    score = _pair(each.raw_before, each.raw_after) if abs(each.raw_after - each.raw_before) > DUST else ""
    points = signed(each.points_change) if tenth(abs(each.points_change)) else ""
    causes = [f"{c.agency.id} {signed(c.change)}" for c in each.causes[:_CAUSES]]
    return [f"{each.title} ({each.thing})", each.agency.id, each.how, days, score, points, ", ".join(causes)]


def _agency(each: AgencyMoved) -> list[str]:
    official = _pair(each.official_before, each.official_after)
    adjusted = _pair(each.adjusted_before, each.adjusted_after)
    changes = [signed(each.lost_change), signed(each.began_change)]
    return [each.plan_year, str(each.tier), each.agency.name, official, adjusted, *changes]


def _pair(before: float | None, after: float | None) -> str:
    old, new = (one(value) if value is not None else "none" for value in (before, after))
    return old if old == new else f"{old} → {new}"


def _more(number: int) -> None:
    if number > _ROWS:
        say(console(), f"… and {number - _ROWS:,} more (all of them with --json)", "dim")
