"""The briefing of an agency: official beside adjusted, what moved it, what it answers for."""

from collections.abc import Mapping, Sequence

from explorer import wording
from explorer.palette import Look
from explorer.papers import frame
from explorer.papers import type as types
from explorer.papers.frame import FOOT, Known, heading
from explorer.papers.sheet import MARGIN, WIDE, WIDTH, Sheet
from explorer.papers.type import Piece
from graph_schema.answers.affects import Matrix, MatrixCell
from graph_schema.answers.owned import Owned
from graph_schema.answers.tables import Party, PlanYear, ScoreRow

_MOST = 8
_LINE = 13.0


def agency(
    found: Owned, year: PlanYear, scored: tuple[ScoreRow, Matrix] | None, look: Mapping[str, Look], known_by: Known
) -> bytes:
    """One page of A4 as PDF. `scored`: its row of the scorecard and the map of its tier; none without an agreement."""
    row = scored[0] if scored else None
    title = _title(found, row)
    sheet = Sheet(title, f"Agency {found.agency.id}, {year.id}")
    part = f", part of {found.above.name}" if found.above else ""
    frame.head(sheet, f"Agency {found.agency.id}{part}, plan year {year.id}", title, known_by)
    frame.lead(sheet, _lead(found, row))
    if scored:
        frame.notes(sheet, [scored[0].beside] if scored[0].beside else [])
        _flows(sheet, found.agency, scored[1], look)
    _answers_for(sheet, found, look)
    frame.foot(sheet, f"{found.agency.name}, {year.title}", known_by)
    return sheet.done()


def _title(found: Owned, row: ScoreRow | None) -> str:
    name = wording.short(found.agency.name, 90)
    if row is None or row.official is None:
        return f"{name}: {found.late:,} of {found.of:,} are late." if found.of else f"{name} answers for nothing here."
    return f"{name}: official {wording.one(row.official_shown)}, adjusted {wording.one(row.adjusted_shown)}."


def _lead(found: Owned, row: ScoreRow | None) -> list[Piece]:
    things = wording.count(found.of, "target, release or milestone", "targets, releases and milestones")
    under = " with the agencies under it" if found.under else ""
    late = [Piece(f" It answers for {things}{under}, "), Piece(f"{found.late:,}", bold=True), Piece(" of them late.")]
    if row is None:
        return [Piece("It has no agreement in this plan year, so it has no score."), *late]
    lost, began = wording.amount(row.lost_shown, "points"), wording.amount(row.began_shown, "points")
    return [
        Piece("It lost "),
        Piece(lost, bold=True),
        Piece("; "),
        Piece(began, bold=True),
        Piece(" began there."),
        *late,
    ]


def _flows(sheet: Sheet, party: Party, affects: Matrix, look: Mapping[str, Look]) -> None:
    """Two columns: where what it lost began, and who lost what began there; both add up to their heads."""
    names = {head.key: head.agency for head in (*affects.bearers, *affects.causers) if head.agency}
    if party.id not in names:
        return
    bore = sorted((c for c in affects.cells if c.bearer == party.id), key=lambda c: -c.points)
    caused = sorted((c for c in affects.cells if c.causer == party.id), key=lambda c: -c.points)
    top, half = sheet.y, (WIDTH - 28) / 2
    low = top
    for side, head, cells in ((0, "Where what it lost began", bore), (1, "Who lost what began here", caused)):
        sheet.x, sheet.y, sheet.width = MARGIN + side * (half + 28), top, half
        heading(sheet, head, f"Points, {affects.plan_year.id}, tier {affects.tier}")
        if not cells:
            sheet.say("Nothing.", ink="grey")
        pairs = [(cell, names.get(cell.causer if side == 0 else cell.bearer)) for cell in cells]
        _column(sheet, pairs, party, look)
        low = max(low, sheet.y)
    sheet.x, sheet.y, sheet.width = MARGIN, low, WIDTH


def _column(
    sheet: Sheet, cells: Sequence[tuple[MatrixCell, Party | None]], party: Party, look: Mapping[str, Look]
) -> None:
    """Cells with whom they are about (none: the rest of many), and their sum."""
    most = max((cell.points for cell, _ in cells), default=1.0) or 1.0
    right = sheet.x + sheet.width
    for cell, whose in cells[:_MOST]:
        sheet.y += _LINE
        if whose:
            end = sheet.tag(whose, look[whose.id], sheet.x, sheet.y - 3, 6)
            name = "itself" if whose == party else whose.name
            sheet.text(types.cut(name, 8, right - 92 - end), end + 5, sheet.y - 3, 8)
            sheet.bar(right - 82, sheet.y - 9.5, 48 * cell.points / most, 7.5, look[whose.id])
        else:
            sheet.text("others", sheet.x, sheet.y - 3, 8, ink="grey")
        sheet.right(wording.one(cell.points_shown), right, sheet.y - 3, 8, bold=True)
    if (more := len(cells) - _MOST) > 0:
        sheet.y += _LINE
        sheet.text(f"and {wording.count(more, 'other', 'others')}", sheet.x, sheet.y - 3, 7.5, ink="grey")
        rest = sum(cell.points_shown for cell, _ in cells[_MOST:])
        sheet.right(wording.one(rest), right, sheet.y - 3, 8)
    if cells:
        sheet.rule(sheet.x, sheet.y + 1, right, sheet.y + 1, ink="ink", pen=1)
        sheet.y += _LINE
        sheet.text("Together", sheet.x, sheet.y - 2, 8, bold=True)
        sheet.right(wording.one(sum(cell.points_shown for cell, _ in cells)), right, sheet.y - 2, 8, bold=True)


def _answers_for(sheet: Sheet, found: Owned, look: Mapping[str, Look]) -> None:
    """Its deliverables, the latest first, as many as there is room for."""
    room = int((FOOT - sheet.y - 58) / _LINE)
    if not found.hits or room < 1:
        return
    heading(sheet, "What it answers for", "The latest first; then what fell short or lost points.")
    right = WIDE - MARGIN
    for hit in found.hits[:room]:
        sheet.y += _LINE
        sheet.tag(hit.agency, look[hit.agency.id], MARGIN, sheet.y - 3.5, 6, most=64)
        sheet.text(types.cut(hit.title, 8, WIDTH - 70 - 180), MARGIN + 70, sheet.y - 3.5, 8)
        sheet.text(types.cut(hit.id, 7, 96), right - 174, sheet.y - 3.5, 7, ink="grey")
        sheet.right(types.cut(wording.found(hit), 8, 74, bold=True), right, sheet.y - 3.5, 8, bold=True)
        sheet.rule(MARGIN, sheet.y, right, sheet.y, pen=0.4)
    if (more := found.of - min(room, len(found.hits))) > 0:
        sheet.text(f"{more:,} more are on the page.", MARGIN, sheet.y + 10, 7, ink="grey")
