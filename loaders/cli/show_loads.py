"""Loads in a terminal: what each changed, and the problems of the one that was refused last."""

from graph_schema.answers.loads import Loads
from graph_schema.answers.sentences import joined
from loaders.cli.show import console, draw, row, say, table
from loaders.problems import Problem, folded

_FILES = 6


def show_loads(found: Loads) -> None:
    """Print the loads, the latest first."""
    out = console()
    say(out, found.text, "bold")
    if found.rows:
        made = table(">load", "when", "by", "files", ">added", ">changed", ">removed")
        for each in found.rows:
            files = [*each.files[:_FILES], *([f"{len(each.files) - _FILES} more"] if len(each.files) > _FILES else [])]
            counts = (f"{count:,}" if count else "" for count in (each.added, each.changed, each.removed))
            row(made, [str(each.number), f"{each.at:%Y-%m-%d %H:%M}", each.by, joined(files), *counts])
        draw(out, "Loads", made)
        if found.of > len(found.rows):
            say(out, f"and {found.of - len(found.rows):,} before them.", "dim")
    if found.refused and not found.after:
        out.print()
        say(out, f"Refused on {found.refused.at:%Y-%m-%d %H:%M} UTC: {joined(found.refused.paths)}", "bold")
        problems = (
            Problem(p.file, p.row, p.column, p.message, "warning" if p.severity == "warning" else "problem")
            for p in found.refused.problems
        )
        for problem in folded(problems):
            say(out, f"{problem}")
