"""Agreements in a terminal: the sentence first, then the tables."""

from graph_schema.answers.agreements.agreements import NO_RESULT, NOTHING_FOLLOWED
from graph_schema.answers.agreements.rows import Agreements, ConsequenceRow, LeaderRow
from loaders.cli.show import console, day, draw, foot, one, row, say, signed, table
from loaders.cli.show_people import more, named, show_tiers

_ROWS = 20
"""Rows of one table; all of them with --json."""


def show_agreements(found: Agreements) -> None:
    """Print who signed, what followed, and how the leaders who signed stand."""
    out = console()
    say(out, found.plan_year.title, "dim")
    say(out, found.text, "bold")
    show_tiers(found.tiers)
    _missing(found)
    if found.consequences:
        made = table("decided", "agency", "what", ">declared", ">official", "")
        for each in found.consequences[:_ROWS]:
            row(made, _consequence(each))
        draw(out, "What was declared, and what followed", made)
        more(len(found.consequences) - _ROWS)
    if found.leaders:
        made = table("official" if found.persons else "post", ">years", ">official", ">adjusted", ">change")
        for each in found.leaders[:_ROWS]:
            row(made, _leader(each))
        draw(out, "Who signed: the mean of all years", made)
        more(len(found.leaders) - _ROWS)
        for each in found.leaders[:3]:
            say(out, each.text)
        if not found.persons:
            say(out, "Posts, not persons; names with --persons.", "dim")
    out.print()
    foot(out, found.status)


def _missing(found: Agreements) -> None:
    made = table("", "agency", "")
    rows = [
        ["no agreement" if g.kind == "no agreement" else g.id, named(g.title, g.id), g.text] for g in found.uncovered
    ]
    for each in found.rows:
        gaps = [gap for gap in each.gaps if gap not in (NO_RESULT, NOTHING_FOLLOWED)]
        if gaps:
            rows.append([each.agreement, named(each.agency.name, each.agency.id), "; ".join(gaps)])
    for cells in rows[:_ROWS]:
        row(made, cells)
    if rows:
        draw(console(), "What is missing", made)
        more(len(rows) - _ROWS)
    for gap in (NO_RESULT, NOTHING_FOLLOWED):
        silent = sum(gap in each.gaps for each in found.rows)
        if silent:
            say(console(), f"{silent:,} of {len(found.rows):,} agreements of the year that is over: {gap}.")


def _consequence(each: ConsequenceRow) -> list[str]:
    whom = f"{each.kind}, {', '.join(each.posts)}" if each.posts else each.kind
    whom = f"{each.kind}, {named(each.name, each.official_id)}" if each.official_id else whom
    agency = named(each.agency.name, each.agency.id)
    return [day(each.decided_on), agency, whom, one(each.declared), one(each.official), each.text]


def _leader(each: LeaderRow) -> list[str]:
    years = str(len({term.plan_year for term in each.terms}))
    return [each.label, years, one(each.official), one(each.adjusted), signed(each.change)]
