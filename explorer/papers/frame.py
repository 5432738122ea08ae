"""What every paper has: its head with the day, its foot with what the numbers are, headings and rows with a source."""

from collections.abc import Sequence
from dataclasses import dataclass

from explorer import wording
from explorer.papers import type as types
from explorer.papers.sheet import HEAD, HIGH, LEAD, MARGIN, NOTE, SMALL, WIDE, WIDTH, Sheet, Style
from explorer.papers.type import Piece
from graph_schema.answers.tables import Status

FOOT = HIGH - MARGIN - 24.0
"""Where the foot begins: nothing else is written below."""

_RULE = "Attributed by the published rule: an allocation, not proof of fault. Parts are rounded so that they add up."
_LACKS = f" {types.MISSING} stands for characters that this paper has no letters for; the pages show them."


@dataclass(frozen=True, slots=True)
class Known:
    """What the numbers of a paper rest on, and how final they are."""

    status: Status
    state: str


def head(sheet: Sheet, crumb: str, headline: str, known_by: Known) -> None:
    """Write what it is about, as of when and how final, and the headline in at most three lines."""
    sheet.y += 7
    said = f"As of the end of {wording.day(known_by.status.as_of, long=True)}, {known_by.state}"
    wide = types.width(said, 8)
    sheet.text(types.cut(crumb, 8, WIDTH - wide - 16), MARGIN, sheet.y, 8, ink="grey")
    sheet.right(said, WIDE - MARGIN, sheet.y, 8, ink="grey")
    sheet.y += 7
    sheet.rule(MARGIN, sheet.y, WIDE - MARGIN, sheet.y)
    sheet.y += 9
    for size in (20.0, 17.5, 15.5, 14.0):
        style = Style(size, size * 1.22)
        if len(types.lines(headline, size, WIDTH, bold=True)) <= 2:  # noqa: PLR2004 - a headline that is seen at once
            break
    sheet.say([Piece(headline, bold=True)], style, 3)
    sheet.y += 5


def lead(sheet: Sheet, pieces: Sequence[Piece]) -> None:
    """Write the sentence under the headline."""
    sheet.say(pieces, LEAD, 5)


def notes(sheet: Sheet, texts: Sequence[str], most: int = 4) -> None:
    """Write what must stand beside the sentence."""
    for text in texts[:most]:
        sheet.y += 2.5
        sheet.say(text, NOTE, 3, ink="grey")


def heading(sheet: Sheet, text: str, sub: str = "", above: float = 13.0) -> None:
    """Write the heading of a part."""
    sheet.y += above
    sheet.say([Piece(text, bold=True)], HEAD, 1)
    if sub:
        sheet.say(sub, NOTE, 2, ink="grey")
    sheet.y += 4


def foot(sheet: Sheet, left: str, known_by: Known) -> None:
    """Write what the numbers are and rest on."""
    sheet.rule(MARGIN, FOOT + 4, WIDE - MARGIN, FOOT + 4)
    sheet.x, sheet.width, sheet.y = MARGIN, WIDTH, FOOT + 5
    sheet.say(_RULE + (_LACKS if sheet.missing else ""), SMALL, 2, ink="grey")
    load = f"Load {known_by.status.assessed_load}. Exact values, and every step: the explorer."
    sheet.text(types.cut(left, 7, WIDTH - types.width(load, 7) - 12), MARGIN, HIGH - MARGIN + 2, 7, ink="grey")
    sheet.right(load, WIDE - MARGIN, HIGH - MARGIN + 2, 7, ink="grey")
