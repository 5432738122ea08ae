"""Type on paper: the fonts that are shipped, and text that is measured and broken into lines.

Text is text: nothing in it is read as markup. What has no look of its own (control and direction marks) is left out; a
character that neither font has becomes `MISSING`.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

PLAIN, BOLD, OTHER = "Inter", "Inter SemiBold", "DejaVu Sans"
"""Latin in two weights; DejaVu has Greek, Cyrillic, Armenian, Georgian and signs."""

MISSING = "□"
_LONGEST = 2000
"""Characters of one text that are set: more fit no page."""

_FILES = {PLAIN: "inter-regular.ttf", BOLD: "inter-semibold.ttf", OTHER: "dejavu-sans.ttf"}
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in one weight and colour (a name of `sheet.INKS`)."""

    text: str
    bold: bool = False
    ink: str = "ink"


Line = tuple[Piece, ...]


@cache
def _covered() -> dict[str, frozenset[int]]:
    """Which characters each font has; the first call makes them known to reportlab."""
    out: dict[str, frozenset[int]] = {}
    for name, file in _FILES.items():
        font = TTFont(name, str(files("explorer.papers") / "fonts" / file))
        pdfmetrics.registerFont(font)
        out[name] = frozenset(font.face.charToGlyph)
    return out


def clean(text: str) -> str:
    """Text as it can be set: one line, single blanks, `MISSING` for what no font has."""
    words = " ".join(unicodedata.normalize("NFC", text).split())
    seen = (c for c in words if unicodedata.category(c) not in _UNSEEN)
    has = _covered()
    return "".join(c if ord(c) in has[PLAIN] or ord(c) in has[OTHER] else MISSING for c in seen)


def runs(text: str, *, bold: bool = False) -> list[tuple[str, str]]:
    """The text in stretches of one font: (font, text)."""
    out: list[tuple[str, str]] = []
    for c in clean(text) if not text.isascii() else text:
        font = (BOLD if bold else PLAIN) if ord(c) in _covered()[PLAIN] else OTHER
        if out and out[-1][0] == font:
            out[-1] = (font, out[-1][1] + c)
        else:
            out.append((font, c))
    return out


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a text is, in points."""
    return sum(pdfmetrics.stringWidth(run, font, size) for font, run in runs(text, bold=bold))


def cut(text: str, size: float, most: float, *, bold: bool = False) -> str:
    """A text that is at most so many points wide, with an ellipsis where it was cut."""
    text = clean(text)[:1000]
    if width(text, size, bold=bold) <= most:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        fits = width(f"{text[:middle].rstrip()}…", size, bold=bold) <= most
        low, high = (middle, high) if fits else (low, middle - 1)
    return f"{text[:low].rstrip()}…"


def lines(
    pieces: Iterable[Piece] | str, size: float, most: float, count: int = 99, *, bold: bool = False
) -> list[Line]:
    """Break text at blanks into lines of at most `most` points; at most `count` lines, the last cut with an ellipsis.

    A word that is wider than a line is broken where the line ends.
    """
    whole = [Piece(pieces, bold)] if isinstance(pieces, str) else list(pieces)
    out: list[list[Piece]] = [[]]
    room = most
    for piece in whole:
        for word in _words(replace(piece, text=_clean_ends(piece.text[:_LONGEST])), size, most):
            wide = width(word.text.rstrip(), size, bold=word.bold)
            if out[-1] and wide > room + 0.01:
                out.append([])
                room = most
            if not out[-1]:
                word = replace(word, text=word.text.lstrip())  # noqa: PLW2901 - a line begins with a word
            out[-1].append(word)
            room -= width(word.text, size, bold=word.bold)
    if len(out) > count:
        rest = out[count - 1]
        out = out[:count]
        out[-1] = _cut_line(rest, size, most)
    return [_joined(line) for line in out if line]


def _clean_ends(text: str) -> str:
    """`clean`, with a blank kept at either end where there was one."""
    middle = clean(text)
    return f"{' ' * text[:1].isspace()}{middle}{' ' * (text[-1:].isspace() and bool(middle))}"


def _words(piece: Piece, size: float, most: float) -> Iterable[Piece]:
    """Words with the blank that follows them; what is too wide for a line in parts."""
    text = piece.text
    while text:
        end = text.find(" ", 1)
        word = text if end < 0 else text[: end + 1]
        text = text[len(word) :]
        while width(word.rstrip(), size, bold=piece.bold) > most and len(word) > 1:
            fits = len(word) - 1
            while fits > 1 and width(word[:fits], size, bold=piece.bold) > most:
                fits = max(1, int(fits * most / width(word[:fits], size, bold=piece.bold)))
            yield replace(piece, text=word[:fits])
            word = word[fits:]
        yield replace(piece, text=word)


def _cut_line(line: Sequence[Piece], size: float, most: float) -> list[Piece]:
    """A line that says that more would follow."""
    out = list(line)
    while out:
        last = out.pop()
        before = sum(width(p.text, size, bold=p.bold) for p in out)
        text = last.text.rstrip()
        if before + width(f"{text}…", size, bold=last.bold) <= most:
            return [*out, replace(last, text=f"{text}…")]
        if not out:
            return [replace(last, text=cut(f"{text}…", size, most, bold=last.bold))]
    return out


def _joined(line: Sequence[Piece]) -> Line:
    out: list[Piece] = []
    for piece in line:
        if out and (out[-1].bold, out[-1].ink) == (piece.bold, piece.ink):
            out[-1] = replace(out[-1], text=out[-1].text + piece.text)
        else:
            out.append(piece)
    return tuple(out)
