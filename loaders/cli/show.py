"""Text and tables in a terminal: rich where somebody looks, plain where it is piped."""

import os
import unicodedata
from collections.abc import Sequence
from datetime import date

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from graph_schema.answers import rounding, sentences
from graph_schema.answers.tables import Status

_PIPED = 120
"""Columns of a table that is piped: into a file, an editor, a mail; a sentence there is one line."""

_NUMBER = 9
"""Characters of a number: a longer head of a column of numbers is written below each other."""

_CLIPPED = 160
"""Characters of a title or a note that a table shows; all of it with --json."""

_WORD = 40
"""Characters of a word that is rather left out than cut."""

_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that turn the direction of what follows."""


def console() -> Console:
    """Make the console of standard output: as wide as the terminal, or as COLUMNS says; piped, as `_PIPED`."""
    out = Console(highlight=False)
    return (
        out if out.is_terminal or os.environ.get("COLUMNS") else Console(highlight=False, width=_PIPED, soft_wrap=True)
    )


def plain(text: str) -> str:
    """Write text of a plan so that a terminal shows it and does nothing: control characters as their codes."""
    return "".join(_code(c) if c in _TURNS or unicodedata.category(c) == "Cc" else c for c in text)


def clipped(text: str) -> str:
    """Write a text of a plan for a table: `plain`, and where it is long its beginning, to the end of a word."""
    shown = plain(text)
    if len(shown) <= _CLIPPED:
        return shown
    words, blank, rest = shown[:_CLIPPED].rpartition(" ")
    return f"{words} …" if blank and len(rest) <= _WORD else f"{shown[: _CLIPPED - 1]}…"


def say(out: Console, text: str, style: str = "") -> None:
    """Print a sentence; nothing for no text."""
    if text:
        out.print(Text(plain(text), style=style))


def table(*columns: str, gap: int = 2) -> Table:
    """Begin a table with `gap` blanks between columns; one whose name begins with `>` holds numbers, never wrapped."""
    made = Table(box=None, pad_edge=False, padding=(0, gap, 0, 0), collapse_padding=True)
    for name in columns:
        if name.startswith(">"):
            head = name.removeprefix(">")
            widest = max((len(word) for word in head.split()), default=0)
            made.add_column(head, justify="right", min_width=widest, max_width=max(widest, _NUMBER))
        else:
            made.add_column(name, overflow="fold")
    return made


def day(value: date | None) -> str:
    """Write a day as tables of a terminal do: 2026-09-24; '' for none."""
    return value.isoformat() if value else ""


def draw(out: Console, title: str, made: Table) -> None:
    """Print a table under its title, after an empty line."""
    out.print()
    say(out, title, "bold")
    out.print(made, soft_wrap=False)


def row(into: Table, cells: Sequence[str], style: str = "") -> None:
    """Add a row of plain texts."""
    into.add_row(*(Text(clipped(cell)) for cell in cells), style=style or None)


def entry(into: Table, text: str, *others: str, style: str = "", under: bool = False) -> None:
    """Add a row: words, and its numbers or more words; `under`: the words belong to the row above and stand further in.

    The text is whole: what it is made of must be `clipped` already.
    """
    words = Padding(Text(plain(text)), (0, 0, 0, 2 if under else 0))
    into.add_row(words, *(Text(plain(other)) for other in others), style=style or None)


def one(value: float | None) -> str:
    """Write a number to one decimal and with a real minus sign, '' for none."""
    if value is None:
        return ""
    text = f"{rounding.one(abs(value)):,.1f}"
    return f"−{text}" if value < 0 and text.strip("0.") else text


def signed(value: float | None) -> str:
    """Write a change with its sign."""
    if value is None:
        return ""
    return "0.0" if abs(value) < 0.05 else f"{value:+,.1f}".replace("-", "−")  # noqa: PLR2004 - shown as 0.0


def foot(out: Console, known_by: Status) -> None:
    """Say what the numbers rest on, and that they are an allocation."""
    day = sentences.on(known_by.as_of)
    say(out, f"As of the end of {day}. Attributed by rule {known_by.rule}: an allocation, not proof of fault.", "dim")
    if known_by.stale:
        say(out, f"Load {known_by.latest_load} is newer than these numbers. Assess again: accountability assess")
    say(out, "Rounded so that parts add up; exact numbers with --json.", "dim")


def _code(character: str) -> str:
    return character.encode("unicode_escape").decode()
