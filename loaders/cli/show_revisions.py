"""Changes of plan in a terminal: the sentence first, then the tables."""

from graph_schema.answers import sentences
from graph_schema.answers.revisions.rows import CorrectionRow, MovedThing, RevisionRow, Revisions
from loaders.cli.show import console, day, draw, entry, foot, one, row, say, signed, table
from loaders.cli.show_people import more, named

_ROWS = 20
"""Rows of one table; all of them with --json."""


def show_revisions(found: Revisions) -> None:
    """Print scores against the first promise, revisions, what they moved, and corrections after signing."""
    out = console()
    say(out, found.plan_year.title, "dim")
    say(out, found.text, "bold")
    other = [s for s in found.scores if (s.first_official, s.first_adjusted) != (s.official, s.adjusted)]
    if other:
        made = table("agency", ">first", ">official", ">first adj.", ">adjusted")
        for score in other[:_ROWS]:
            numbers = (score.first_official, score.official, score.first_adjusted, score.adjusted)
            row(made, [named(score.agency.name, score.agency.id), *map(one, numbers)])
        draw(out, "Against the first promise, and in force", made)
        more(len(other) - _ROWS)
    if found.rows:
        made = table("approved", "")
        for each in found.rows[:_ROWS]:
            entry(made, day(each.revised_on), _revision(each))
        draw(out, "Revisions", made)
        more(len(found.rows) - _ROWS)
    if found.things:
        made = table("", ">days late", "", ">points lost", "", ">charged", "")
        for thing in found.things[:_ROWS]:
            row(made, [named(thing.title, thing.thing), *_moved(thing)])
        draw(out, "What all revisions of a thing moved: first → now; charged at the highest tier", made)
        more(len(found.things) - _ROWS)
    if found.corrections:
        made = table("load", "", ">points")
        for each in found.corrections[:_ROWS]:
            entry(made, str(each.load), _correction(each), signed(each.points))
        draw(out, "Changed after signing, without a revision", made)
        more(len(found.corrections) - _ROWS)
    out.print()
    foot(out, found.status)


def _revision(each: RevisionRow) -> str:
    of = f"{each.thing}, its requirement of {each.requires}" if each.requires else each.thing
    words = [f"{of}: {each.column} {each.was or 'blank'} → {each.to or 'blank'}"]
    if each.approved_by:
        words.append(f"by {each.approved_by}{', of the same agency' if each.within else ''}")
    if not each.timely:
        late = f"{sentences.amount(each.past, 'days')} too late" if each.past else "too late"
        late = "fell with another weight" if each.last_day and not each.past else late
        words.append(f"{late}: it changed no number")
    if each.moved is not None:
        words.append(f"moved by {each.moved} days")
    return "; ".join([*words, *each.gaps])


def _moved(thing: MovedThing) -> list[str]:
    top = thing.charged[0] if thing.charged else None
    pairs = (
        (thing.first_delay, thing.delay),
        (thing.first_lost, thing.lost),
        (top.first if top else None, top.now if top else None),
    )
    return [cell for first, now in pairs for cell in (one(first), f"→ {one(now)}" if now is not None else "")]


def _correction(each: CorrectionRow) -> str:
    what = f"{each.column} {each.was or 'blank'} → {each.now or 'blank'}" if each.column else f"taken away ({each.was})"
    signed_on, on = day(each.signed_on), each.loaded_at.date().isoformat()
    return f"{' ← '.join(filter(None, each.key))}: {what}, on {on} by {each.loaded_by}; signed {signed_on}"
