"""A sheet of A4 to draw on: text, labels of agencies, rules, bars; and where the pen is."""

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from explorer.palette import Look
from explorer.papers import type as types
from explorer.papers.type import Line, Piece
from graph_schema.answers.tables import Party

WIDE, HIGH = A4
MARGIN = 40.0
WIDTH = WIDE - 2 * MARGIN
INKS: Mapping[str, str] = {
    "ink": "#1a1c1e",
    "grey": "#54585e",
    "line": "#dcdddf",
    "edge": "#858a91",
    "paper": "#ffffff",
}
HUES = ("#2b5c9e", "#a3480a", "#0b6e63", "#86376f", "#5c6300", "#a32633", "#54489e", "#5f5248")
"""The colours of agencies, as on the pages in the light."""

_VEIL = Color(1, 1, 1, 0.5)
_GAPS = (8.0, 8.0, 7.0, 7.0)
"""How far the marks of each pattern stand apart, as on the pages."""


@dataclass(frozen=True, slots=True)
class Style:
    """Size and leading in points."""

    size: float
    leading: float


SMALL, NOTE, TEXT, LEAD, HEAD = Style(7, 9.5), Style(8, 11), Style(9, 12.5), Style(12, 17), Style(12, 16)


class Sheet:
    """One page. `y` is the pen, in points from the top; `x` and `width` what is written on."""

    def __init__(self, title: str, subject: str) -> None:
        self._bytes = io.BytesIO()
        self._canvas = Canvas(self._bytes, pagesize=A4, invariant=1, pageCompression=1, lang="en")
        self._canvas.setTitle(types.clean(title)[:300])
        self._canvas.setSubject(types.clean(subject)[:300])
        self._canvas.setAuthor("Accountability explorer")
        self._canvas.setCreator("Accountability explorer")
        self.x, self.y, self.width = MARGIN, MARGIN, WIDTH
        self.missing = False

    def done(self) -> bytes:
        """The page as a file; the same drawing gives the same bytes."""
        self._canvas.showPage()
        self._canvas.save()
        return self._bytes.getvalue()

    def say(self, pieces: Iterable[Piece] | str, style: Style = TEXT, most: int = 99, *, ink: str = "ink") -> None:
        """Write a paragraph of at most `most` lines at the pen, which moves below it."""
        given = [Piece(pieces, ink=ink)] if isinstance(pieces, str) else pieces
        for line in types.lines(given, style.size, self.width, most):
            self.y += style.leading
            self.line(line, self.x, self.y - (style.leading - style.size) / 2 - style.size * 0.16, style.size)

    def line(self, line: Line, x: float, y: float, size: float) -> float:
        """Write one line with its foot at `y`; where it ends."""
        for piece in line:
            x = self.text(piece.text, x, y, size, bold=piece.bold, ink=piece.ink)
        return x

    def text(self, text: str, x: float, y: float, size: float, *, bold: bool = False, ink: str = "ink") -> float:
        """Write text at a place; where it ends."""
        self._canvas.setFillColor(HexColor(INKS.get(ink, ink)))
        for font, run in types.runs(text, bold=bold):
            self.missing = self.missing or types.MISSING in run
            self._canvas.setFont(font, size)
            self._canvas.drawString(x, HIGH - y, run)
            x += self._canvas.stringWidth(run, font, size)
        return x

    def right(self, text: str, x: float, y: float, size: float, *, bold: bool = False, ink: str = "ink") -> None:
        """Write text that ends at `x`."""
        self.text(text, x - types.width(text, size, bold=bold), y, size, bold=bold, ink=ink)

    def upright(self, text: str, x: float, y: float, size: float, *, ink: str = "ink") -> None:
        """Write text that climbs from a place, in bold."""
        self._canvas.saveState()
        self._canvas.translate(x, HIGH - y)
        self._canvas.rotate(90)
        self.text(text, 0, HIGH, size, bold=True, ink=ink)
        self._canvas.restoreState()

    def tag(self, party: Party, look: Look, x: float, y: float, size: float = 6.5, most: float = 74.0) -> float:
        """The label of an agency, with the foot of its text at `y`; where it ends. Outside the government: outlined."""
        text = types.cut(party.id, size, most - 7, bold=True)
        wide = types.width(text, size, bold=True) + 7
        top, hue = y - size - 1.6, HUES[look.hue]
        self.box(x, top, wide, size + 4.2, "paper" if party.external else hue, hue, radius=2)
        self.text(text, x + 3.5, y, size, bold=True, ink="ink" if party.external else "paper")
        return x + wide

    def box(
        self, x: float, y: float, wide: float, high: float, fill: str = "", edge: str = "", *, pen: float = 0.8,
        radius: float = 3, dashed: bool = False,
    ) -> None:  # fmt: skip
        """A rectangle with round corners from its upper left corner."""
        self._canvas.saveState()
        self._canvas.setLineWidth(pen)
        if fill:
            self._canvas.setFillColor(HexColor(INKS.get(fill, fill)))
        if edge:
            self._canvas.setStrokeColor(HexColor(INKS.get(edge, edge)))
        if dashed:
            self._canvas.setDash(2.5, 2)
        self._canvas.roundRect(x, HIGH - y - high, wide, high, radius, stroke=int(bool(edge)), fill=int(bool(fill)))
        self._canvas.restoreState()

    def rule(self, x0: float, y0: float, x1: float, y1: float, *, ink: str = "line", pen: float = 0.6) -> None:
        """A straight line."""
        self._canvas.setStrokeColor(HexColor(INKS[ink]))
        self._canvas.setLineWidth(pen)
        self._canvas.line(x0, HIGH - y0, x1, HIGH - y1)

    def ring(self, x: float, y: float, radius: float) -> None:
        """A circle around a place, empty inside."""
        self._canvas.setStrokeColor(HexColor(INKS["ink"]))
        self._canvas.setFillColor(HexColor(INKS["paper"]))
        self._canvas.setLineWidth(1.2)
        self._canvas.circle(x, HIGH - y, radius, stroke=1, fill=1)

    def arrow(self, x: float, y: float, way: int) -> None:
        """A full arrow head whose tip is at a place; `way` 1 points right, -1 left."""
        path = self._canvas.beginPath()
        path.moveTo(x, HIGH - y)
        path.lineTo(x - way * 7, HIGH - y + 4)
        path.lineTo(x - way * 7, HIGH - y - 4)
        path.close()
        self._canvas.setFillColor(HexColor(INKS["ink"]))
        self._canvas.drawPath(path, stroke=0, fill=1)

    def bar(self, x: float, y: float, wide: float, high: float, look: Look) -> None:
        """A bar in the colour and pattern of an agency; never so thin that it cannot be seen."""
        wide = max(wide, 1.2)
        path = self._canvas.beginPath()
        path.rect(x, HIGH - y - high, wide, high)
        self._filled(path, look, (x, y, x + wide, y + high))

    def ribbon(self, a: tuple[float, float], b: tuple[float, float], thick: float, look: Look) -> None:
        """A stripe from a place to one further right, equally thick at both ends; places are its upper corners."""
        (x0, y0), (x1, y1) = a, b
        middle = (x0 + x1) / 2
        path = self._canvas.beginPath()
        path.moveTo(x0, HIGH - y0)
        path.curveTo(middle, HIGH - y0, middle, HIGH - y1, x1, HIGH - y1)
        path.lineTo(x1, HIGH - y1 - thick)
        path.curveTo(middle, HIGH - y1 - thick, middle, HIGH - y0 - thick, x0, HIGH - y0 - thick)
        path.close()
        self._filled(path, look, (x0, min(y0, y1), x1, max(y0, y1) + thick))

    def thread(self, a: tuple[float, float], b: tuple[float, float]) -> None:
        """A dotted line between two places."""
        (x0, y0), (x1, y1) = a, b
        middle = (x0 + x1) / 2
        self._canvas.saveState()
        self._canvas.setStrokeColor(HexColor(INKS["edge"]))
        self._canvas.setLineWidth(0.7)
        self._canvas.setDash(1, 2.2)
        self._canvas.bezier(x0, HIGH - y0, middle, HIGH - y0, middle, HIGH - y1, x1, HIGH - y1)
        self._canvas.restoreState()

    def _filled(self, path: PDFPathObject, look: Look, box: tuple[float, float, float, float]) -> None:
        """Fill a path with the hue and pattern of an agency: slanted lines, dots, level lines, upright lines."""
        x0, y0, x1, y1 = box
        low, high, gap = HIGH - y1, HIGH - y0, _GAPS[look.pattern] * 0.6
        page = self._canvas
        page.saveState()
        page.setFillColor(HexColor(HUES[look.hue]))
        page.drawPath(path, stroke=0, fill=1)
        page.clipPath(path, stroke=0, fill=0)
        page.setStrokeColor(_VEIL)
        page.setFillColor(_VEIL)
        page.setLineWidth(0.75)
        tall = high - low
        match look.pattern:
            case 0:
                page.lines((x, low, x + tall, high) for x in _steps(x0 - tall, x1, gap))
            case 1:
                for x in _steps(x0 + 2, x1, gap):
                    for y in _steps(low + 2, high, gap):
                        page.circle(x, y, 0.7, stroke=0, fill=1)
            case 2:
                page.lines((x0, y, x1, y) for y in _steps(low + 1.5, high, gap))
            case _:
                page.lines((x, low, x, high) for x in _steps(x0 + 1.5, x1, gap))
        page.restoreState()


def _steps(start: float, end: float, gap: float) -> Iterable[float]:
    while start < end:
        yield start
        start += gap
