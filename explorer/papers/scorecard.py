"""The briefing of a scorecard: how the government is doing, who moved whom, what cost most, who affects whom."""

from collections.abc import Mapping

from explorer import charts, wording
from explorer.palette import Look
from explorer.papers import frame
from explorer.papers import type as types
from explorer.papers.frame import FOOT, heading
from explorer.papers.sheet import HUES, MARGIN, WIDE, WIDTH, Sheet
from explorer.papers.type import Piece
from graph_schema.answers.affects import Matrix
from graph_schema.answers.tables import Scorecard

_MOST = 16
_COSTLY, _FEWEST = 10, 5
_ROW, _LINE, _CELL = 17.0, 12.5, 12.5
_GREYS = ("#ffffff", "#e6e7e9", "#c6c9cd", "#a4a9b0", "#4a4f56")
_DARK = 4
_NAMES, _SCORES = 170.0, 118.0
_WIDEST_MAP = 24
_HEADS = 40.0


def scorecard(card: Scorecard, affects: Matrix, look: Mapping[str, Look], state: str) -> bytes:
    """One page of A4 as PDF."""
    known_by = frame.Known(card.status, state)
    sheet = Sheet(card.headline, f"Scorecard of tier {card.tier}, {card.plan_year.id}")
    scored = sum(row.standing == "agency" for row in card.rows)
    what = wording.count(scored, "agency", "agencies")
    crumb = f"Scorecard: {what} of tier {card.tier} with an agreement, plan year {card.plan_year.id}"
    frame.head(sheet, crumb, card.headline, known_by)
    frame.lead(sheet, _lead(card))
    frame.notes(sheet, [text for text in (card.beside, card.arithmetic) if text])
    _moved(sheet, card, look)
    mapped = _has_room(sheet, affects, 44 + _LINE * min(_FEWEST, len(card.costly)))
    if card.costly:
        _costly(
            sheet, card, look, _FEWEST if mapped and not _has_room(sheet, affects, 44 + _LINE * _COSTLY) else _COSTLY
        )
    if mapped:
        _affects(sheet, affects, look)
    frame.foot(sheet, f"{card.plan_year.title}, tier {card.tier}", known_by)
    return sheet.done()


def _lead(card: Scorecard) -> list[Piece]:
    s = card.sentence
    if s.worst is None:
        return [Piece(card.text)]

    def bold(value: float) -> Piece:
        return Piece(wording.short_one(value), bold=True)

    out = [Piece("Its agencies lost "), bold(s.lost_shown), Piece(" points: "), bold(s.stayed_shown)]
    out += [
        Piece(" began in the agency that lost them, "),
        bold(s.moved_shown),
        Piece(" in another one. Most began in "),
    ]
    out += [Piece(f"{wording.the(s.worst)}: "), bold(s.worst_shown)]
    if s.worst_thing:
        how = ", all" if s.worst_shown <= s.worst_thing_shown else f", {wording.short_one(s.worst_thing_shown)} of them"
        out.append(Piece(f"{how} with “{wording.short(s.worst_thing, 70)}”"))
    return [*out, Piece(".")]


def _moved(sheet: Sheet, card: Scorecard, look: Mapping[str, Look]) -> None:
    """Official beside adjusted, a row for each agency."""
    picture = charts.dumbbells(card.rows, _MOST)
    if picture is None:
        return
    left = f" The {len(picture.rows)} that moved most." if picture.left_out else ""
    sub = f"○ official: what the agreement says. ▶ adjusted: only what began there, pointing the way it moved.{left}"
    heading(sheet, "Who moved whom", sub)
    x, right = MARGIN + _NAMES + 14, WIDE - MARGIN
    wide = right - x - _SCORES
    for text, at in picture.ticks:
        sheet.text(text, x + wide * at / 100 - types.width(text, 6.5) / 2, sheet.y + 6, 6.5, ink="grey")
    for head, end in (("official", 80), ("adjusted", 40), ("change", 0)):
        sheet.right(head, right - end, sheet.y + 6, 6.5, ink="grey")
    sheet.y += 10
    for drawn in picture.rows:
        row, middle, foot = drawn.row, sheet.y + _ROW / 2, sheet.y + _ROW / 2 + 3
        sheet.rule(MARGIN, sheet.y, right, sheet.y)
        for _, at in picture.ticks:
            sheet.rule(x + wide * at / 100, sheet.y, x + wide * at / 100, sheet.y + _ROW, pen=0.4)
        end = sheet.tag(row.agency, look[row.agency.id], MARGIN, foot, most=66)
        sheet.text(types.cut(row.agency.name, 8, MARGIN + _NAMES - end - 5), end + 5, foot, 8)
        at = [x + wide * place / 100 for place in (drawn.official_at, drawn.adjusted_at)]
        sheet.rule(*(at[0], middle), *(at[1], middle), ink="ink", pen=1.4)
        sheet.ring(at[0], middle, 3.6)
        if drawn.way != "eq":
            sheet.arrow(at[1], middle, 1 if drawn.way == "up" else -1)
        sheet.right(wording.one(row.official_shown), right - 80, foot, 8)
        sheet.right(wording.one(row.adjusted_shown), right - 40, foot, 8, bold=True)
        sheet.right(wording.signed(row.change_shown), right, foot, 8)
        sheet.y += _ROW


def _costly(sheet: Sheet, card: Scorecard, look: Mapping[str, Look], most: int) -> None:
    """The deliverables where most lost points began, with what the agencies that own them and others lost."""
    rows = card.costly[: min(most, int((FOOT - sheet.y - 44) / _LINE))]
    if not rows:
        return
    listed = (
        "" if len(rows) == card.costly_of else f" {card.costly_of:,} cost anything; the first {len(rows)} are here."
    )
    heading(sheet, "What cost most", f"The deliverables where lost points began.{listed}")
    right = WIDE - MARGIN
    for row in rows:
        sheet.y += _LINE
        sheet.tag(row.agency, look[row.agency.id], MARGIN, sheet.y - 3, 6, most=62)
        sheet.text(types.cut(row.title, 8, 262), MARGIN + 70, sheet.y - 3, 8)
        sheet.bar(right - 172, sheet.y - 9.5, 120 * row.points / rows[0].points, 7.5, look[row.agency.id])
        sheet.right(wording.amount(row.points_shown, "points"), right, sheet.y - 3, 8, bold=True)
        sheet.rule(MARGIN, sheet.y, right, sheet.y, pen=0.4)


def _has_room(sheet: Sheet, affects: Matrix, above: float) -> bool:
    """Whether the map fits below what is `above` it yet."""
    high = 52 + _HEADS + _CELL * len(affects.bearers)
    return bool(affects.cells) and len(affects.causers) <= _WIDEST_MAP and sheet.y + above + high <= FOOT


def _affects(sheet: Sheet, affects: Matrix, look: Mapping[str, Look]) -> None:
    """The map of points lost by rows that began in columns."""
    bearers, causers = affects.bearers, affects.causers
    heading(sheet, "Who affects whom", "Points. Read a row for what an agency lost, a column for what began in it.")
    shades = charts.shades(max(cell.points for cell in affects.cells))
    x, wide = MARGIN + 76, (WIDTH - 76 - 44) / len(causers)
    sheet.y += _HEADS
    for number, head in enumerate(causers):
        name = types.cut(head.agency.id if head.agency else f"{head.folded} others", 6.2, _HEADS - 3, bold=True)
        hue = HUES[look[head.agency.id].hue] if head.agency else "grey"
        sheet.upright(name, x + (number + 0.5) * wide + 2.2, sheet.y - 3, 6.2, ink=hue)
        if head.agency:
            sheet.bar(x + number * wide + 1, sheet.y - 1.5, wide - 2, 2, look[head.agency.id])
    sheet.right("lost", WIDE - MARGIN, sheet.y - 3, 7, ink="grey")
    sheet.y += 2
    for row in bearers:
        foot = sheet.y + 8.8
        if row.agency:
            sheet.tag(row.agency, look[row.agency.id], MARGIN, foot, 5.6, most=70)
        else:
            sheet.text(f"{row.folded} others", MARGIN, foot, 6.5, ink="grey")
        for number, column in enumerate(causers):
            cell = affects.cell(row.key, column.key)
            shade = shades.of(cell.points) if cell else 0
            place = x + number * wide
            own = row.key == column.key
            edge, pen = ("ink", 0.9) if own else ("line", 0.4)
            sheet.box(place + 1, sheet.y + 1, wide - 2, _CELL - 2, _GREYS[shade], edge, pen=pen, radius=1.5)
            text = wording.one(cell.points_shown) if cell else "0"
            ink = "paper" if shade == _DARK else "ink" if shade else "edge"
            sheet.right(text, place + (wide + types.width(text, 6.8)) / 2, foot, 6.8, ink=ink)
        sheet.right(wording.one(row.lost_shown), WIDE - MARGIN, foot, 7, bold=True)
        sheet.y += _CELL
    sheet.text("began there", MARGIN, sheet.y + 9, 7, ink="grey")
    for number, column in enumerate(causers):
        text = wording.one(column.began_shown)
        sheet.right(text, x + number * wide + (wide + types.width(text, 6.8)) / 2, sheet.y + 9, 6.8, bold=True)
    sheet.right(wording.one(affects.points_shown), WIDE - MARGIN, sheet.y + 9, 7, bold=True)
    sheet.y += 13
