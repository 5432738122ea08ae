"""Soundness in a terminal: the sentence first, then each kind with its findings, why it matters and what to do."""

from graph_schema.answers import sentences
from graph_schema.answers.rounding import one as to_one
from graph_schema.answers.soundness.rows import Finding, Soundness
from loaders.cli.show import console, draw, entry, foot, say, table
from loaders.cli.show_people import more, named

_ROWS = 5
"""Findings of one kind; all of them with --json."""


def show_soundness(found: Soundness) -> None:
    """Print the findings by kind."""
    out = console()
    say(out, found.plan_year.title, "dim")
    say(out, found.text, "bold")
    for count in found.counts:
        made = table("")
        rows = [f for f in found.findings if f.kind == count.kind]
        for each in rows[:_ROWS]:
            entry(made, _said(each))
            entry(made, f"{each.place.file}, row {each.place.row}", style="dim", under=True)
        draw(out, f"{count.kind.capitalize()}: {count.findings:,}", made)
        more(len(rows) - _ROWS)
        say(out, f"{count.why} {count.remedy}", "dim")
    out.print()
    foot(out, found.status)


def _said(each: Finding) -> str:
    points = max(each.points, key=lambda p: p.points, default=None)
    words = f"{named(each.title, each.id)}: {each.text}"
    if points is None or to_one(points.points) <= 0:
        return words
    return f"{words}; {sentences.amount(to_one(points.points), 'points')} at tier {points.tier}"
