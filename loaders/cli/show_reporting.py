"""Reports and interim targets in a terminal: the sentence first, then the tables."""

from graph_schema.answers import sentences
from graph_schema.answers.reporting.rows import Reporting, Trajectory
from loaders.cli.show import console, day, draw, foot, one, row, say, table
from loaders.cli.show_people import more, named

_ROWS = 20
"""Rows of one table; all of them with --json."""


def show_reporting(found: Reporting) -> None:
    """Print who reports, what does not fit, and how promises moved."""
    out = console()
    say(out, found.plan_year.title, "dim")
    say(out, found.text, "bold")
    agencies = [a for a in found.agencies if a.expected]
    if agencies:
        made = table("agency", ">reports", ">in time", ">late", ">missing", ">percent")
        for a in agencies[:_ROWS]:
            counts = [f"{n:,}" for n in (a.expected, a.in_time, a.late, a.missing)]
            row(made, [named(a.agency.name, a.agency.id), *counts, one(a.percent)])
        draw(out, f"Reports of every {_every(found.months)}, due {found.within} days after its end", made)
        more(len(agencies) - _ROWS)
    if found.things:
        made = table("", "latest", ">late", ">missing")
        for t in found.things[:_ROWS]:
            row(made, [named(t.title, t.thing), day(t.latest) or "never", str(t.late), str(t.missing)])
        draw(out, "Late or missing", made)
        more(len(found.things) - _ROWS)
    odd = [s for s in found.statuses if not s.fits]
    if odd:
        made = table("", "reported", "of", "computed")
        for s in odd[:_ROWS]:
            row(made, [named(s.title, s.thing), s.status, day(s.as_of), s.computed])
        draw(out, "Reported statuses that do not fit", made)
        more(len(odd) - _ROWS)
    if found.promises:
        made = table("", "promised", "then", ">moved", "finished")
        for p in found.promises[:_ROWS]:
            told = ", ".join(day(t.finish) for t in p.told) or day(p.planned)
            row(made, [named(p.title, p.thing), day(p.first), told, f"{p.moved:,}", day(p.finished)])
        draw(out, "How promises moved: days from the first to the last forecast", made)
        more(len(found.promises) - _ROWS)
    out.print()
    foot(out, found.status)


def _every(months: int) -> str:
    return "month" if months == 1 else f"{months} months"


def show_trajectory(found: Trajectory) -> None:
    """Print interim targets and their marks."""
    out = console()
    say(out, found.plan_year.title, "dim")
    say(out, found.text, "bold")
    if found.things:
        made = table("", "mark", "by", ">planned", ">reached", "next")
        for t in found.things[:_ROWS]:
            ahead = f"{day(t.next_by)}: {sentences.number(t.next_planned)}" if t.next_planned is not None else ""
            name = f"{named(t.title, t.thing)}, {t.unit}" if t.unit else named(t.title, t.thing)
            row(made, [name, t.mark, day(t.by), _number(t.planned), _number(t.reached), ahead])
        draw(out, "By the latest interim target that is due", made)
        more(len(found.things) - _ROWS)
        say(out, "Interim targets are marks on the way: they are never scored, and no revision changes them.", "dim")
    out.print()
    foot(out, found.status)


def _number(value: float | None) -> str:
    return "" if value is None else sentences.number(value)
