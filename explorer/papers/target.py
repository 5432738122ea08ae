"""The briefing of one deliverable: who delayed it, how it travelled, what it cost, what owners say, the sources."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from explorer import charts, headline, wording
from explorer.palette import REST, Look
from explorer.papers import chain, frame
from explorer.papers import type as types
from explorer.papers.frame import FOOT, heading
from explorer.papers.sheet import MARGIN, NOTE, SMALL, WIDE, WIDTH, Sheet
from explorer.papers.type import Line, Piece
from graph_schema.answers.disputes import DisputeRow
from graph_schema.answers.rows import Account, EvidenceRow, Verdict

_SHAPES = ((6, 4), (6, 2), (5, 1), (4, 1), (3, 1))
"""Agencies and causes of each that stand alone in the picture, fewer where there is no room."""

_MOST_ROWS = 10
_TAGS, _WORDS, _AXIS = 60.0, 200.0, 180.0
"""Points that labels, words and bars of the waterfall take."""

_ROW = 11.5
_ENDS, _CHAIN_HEAD, _COLUMNS, _SOURCES = 46.0, 44.0, 124.0, 92.0
"""Points that the ends of the waterfall, the heading of the chain, the two columns and the sources take at least."""


@dataclass(frozen=True, slots=True)
class _Fall:
    """A row of the waterfall: the bar, and its words in lines."""

    group: charts.Falls
    bar: charts.Fall
    first: bool
    words: Sequence[Line]

    @property
    def high(self) -> float:
        """Points that it takes."""
        return 15.0 + 10.0 * (len(self.words) - 1)


def target(verdict: Verdict, look: Mapping[str, Look], disputes: Sequence[DisputeRow], state: str) -> bytes:
    """One page of A4 as PDF. `disputes` are those of all deliverables; the ones of this chain are told."""
    focus, known_by = verdict.focus, frame.Known(verdict.status, state)
    kind = headline.kind(focus).removeprefix("a ")
    sheet = Sheet(verdict.headline, "Who delayed this?")
    crumb = f"{wording.upper_first(kind)} of {focus.agency.name}, plan year {focus.plan_year}"
    frame.head(sheet, crumb, verdict.headline, known_by)
    frame.lead(sheet, _lead(verdict))
    frame.notes(sheet, (*verdict.notes, *verdict.beside))
    _pictures(sheet, verdict, look)
    _cost_and_words(sheet, verdict, look, disputes)
    _sources(sheet, verdict.evidence, verdict.evidence_left_out)
    frame.foot(sheet, f"{focus.id}: {focus.title}. Written in {focus.source}.", known_by)
    return sheet.done()


def _lead(verdict: Verdict) -> list[Piece]:
    """The sentence with its numbers in bold."""
    account = verdict.account
    if account is None:
        return [Piece("; ".join(f"{term}: {value}" for term, value in headline.facts(verdict)[:6]) + ".")]
    parts, total = headline.parts(account), wording.amount(account.shown, account.unit_name)
    out: list[Piece] = []
    for number, part in enumerate(parts):
        if number:
            out.append(Piece(" and " if number == len(parts) - 1 else ", "))
        alone = len(parts) == 1
        out.append(Piece(f"All {total}" if alone else wording.short_one(part.shown), bold=True))
        out.append(Piece(" began" if alone else f" of the {total} began" if not number else ""))
        out.append(Piece(f" {part.where}{part.who}{' itself' if part.itself else ''}"))
    return [*out, Piece(".")]


def _pictures(sheet: Sheet, verdict: Verdict, look: Mapping[str, Look]) -> None:
    """Draw the way from plan to actual, and the chain: with fewer rows above where the chain would have no room."""
    account = verdict.account
    below = _SOURCES + (_CHAIN_HEAD + _COLUMNS if verdict.cost or _said(verdict) else _CHAIN_HEAD)
    picture, rows = None, list[_Fall]()
    for shape in _SHAPES:
        rows = _rows(account, *shape) if account else []
        high = sum(row.high for row in rows) + (_ENDS if account else 0)
        picture = chain.fitted(verdict, look, FOOT - sheet.y - high - below, WIDTH)
        if account is None or (picture and len(rows) <= _MOST_ROWS):
            break
    if account:
        _waterfall(sheet, verdict, account, rows, look)
    if picture:
        sub = (
            f"In the order of time. A band is as thick as the {account.unit_name} it carried; its colour and pattern "
            "say where those began."
            if account
            else "In the order of time; a dotted line carried nothing."
        )
        heading(sheet, "How it travelled" if account else "What it waited for", sub)
        sheet.y += 2
        picture.draw(sheet, look)


def _rows(account: Account, groups: int, items: int) -> list[_Fall]:
    """The causes as rows, agencies with most first."""
    return [
        _Fall(group, bar, not number, types.lines(words, 8, _WORDS, 2))
        for group in charts.waterfall(account, groups, items)
        for number, bar in enumerate(group.bars)
        for words in [bar.root.words if bar.root else f"{bar.others} smaller causes"]
    ]


def _waterfall(
    sheet: Sheet, verdict: Verdict, account: Account, rows: Sequence[_Fall], look: Mapping[str, Look]
) -> None:
    """From plan to actual, by agency: a row for each cause, in the order of the account."""
    ends = headline.ends(verdict, account)
    x, wide, right = MARGIN + _TAGS + _WORDS + 14, _AXIS, WIDE - MARGIN
    sheet.y += 12
    sheet.text(f"{ends['from_word']} ", x, sheet.y + 8, 7, ink="grey")
    sheet.text(types.cut(ends["from_value"], 7.5, wide / 2, bold=True), x, sheet.y + 17, 7.5, bold=True)
    sheet.right(ends["to_word"], x + wide, sheet.y + 8, 7, ink="grey")
    sheet.right(types.cut(ends["to_value"], 7.5, wide / 2, bold=True), x + wide, sheet.y + 17, 7.5, bold=True)
    sheet.y += 21
    top = sheet.y
    for row in rows:
        foot = sheet.y + 10.5
        origin = row.group.origin
        if row.first:
            sheet.rule(MARGIN, sheet.y, right, sheet.y)
            if origin:
                sheet.tag(origin.agency, look[origin.agency.id], MARGIN, foot, most=_TAGS - 6)
            else:
                sheet.text(f"{row.group.others} others", MARGIN, foot, 7, ink="grey")
        for low, line in enumerate(row.words):
            sheet.line(line, MARGIN + _TAGS, foot + 10 * low, 8)
        bar, drawn = row.bar, look[origin.agency.id] if origin else REST
        sheet.bar(x + wide * bar.at / 100, sheet.y + 2.5, wide * bar.width / 100, 10, drawn)
        amount = types.cut(wording.amount(bar.shown, account.unit_name), 8, right - x - wide - 4, bold=True)
        sheet.right(amount, right, foot, 8, bold=True)
        sheet.y += row.high
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        sheet.rule(x + wide * share, top, x + wide * share, sheet.y, pen=0.4)
    sheet.rule(MARGIN, sheet.y, right, sheet.y, ink="ink", pen=1.1)
    sheet.text("Together", MARGIN, sheet.y + 11, 8.5, bold=True)
    total = types.cut(wording.amount(account.shown, account.unit_name), 8.5, 150, bold=True)
    sheet.right(total, right, sheet.y + 11, 8.5, bold=True)
    sheet.y += 13


def _said(verdict: Verdict) -> list[tuple[str, str]]:
    """What owners say, the thing itself first: whose and about what, and the words with their source."""
    having = [t for t in verdict.chain.things if t.said and (t.said.cause or t.said.note or t.said.evidence)]
    having.sort(key=lambda t: (t.role != "focus", -t.began))
    out: list[tuple[str, str]] = []
    for thing in having:
        said = thing.said
        if said is None:
            continue
        how = "verified" if said.by == "verified" else "its own report"
        words = [f"Cause: {said.cause.replace('_', ' ')}." if said.cause else "", f"“{said.note}”" if said.note else ""]
        words += [f"Evidence: {said.evidence}." if said.evidence else ""]
        told = " ".join(word for word in words if word)
        out.append((f"{thing.agency.id}, {thing.title}", f"{told} ({how}, {wording.day(said.as_of)}; {said.source})"))
    return out


def _disputed(verdict: Verdict, disputes: Sequence[DisputeRow]) -> list[tuple[str, str]]:
    told = {t.id for t in verdict.chain.things}
    ids = sorted((d for d in disputes if d.thing in told), key=lambda d: (d.thing != verdict.focus.id, d.raised_on))
    out: list[tuple[str, str]] = []
    for each in ids:
        words = [f"“{each.claim}”" if each.claim else "", f"Answer: “{each.answer}”" if each.answer else ""]
        words += [f"Asked: {each.text}." if each.text and each.state != "ruled" else ""]
        words += [f"Ruled: {each.text}." if each.text and each.state == "ruled" else ""]
        told_words = " ".join(word for word in words if word)
        where = f"raised {wording.day(each.raised_on)}; {each.source}"
        out.append((f"Dispute, {each.state}: {each.title}", f"{told_words} ({where})"))
    return out


def _cost_and_words(
    sheet: Sheet, verdict: Verdict, look: Mapping[str, Look], disputes: Sequence[DisputeRow]
) -> None:  # fmt: skip
    """Two columns: what it cost and held up next, and what the other side says."""
    top, half = sheet.y, (WIDTH - 24) / 2
    sheet.width = half
    heading(sheet, "What this cost")
    if verdict.cost:
        sheet.say(verdict.cost.text, NOTE, 3)
        sheet.y += 3
        for origin in verdict.cost.account.origins[:4]:
            sheet.y += 13
            end = sheet.tag(origin.agency, look[origin.agency.id], MARGIN, sheet.y, 6, most=70)
            sheet.text(types.cut(origin.agency.name, 8, half - (end - MARGIN) - 70), end + 5, sheet.y, 8)
            sheet.right(wording.amount(origin.shown, "points"), MARGIN + half, sheet.y, 8, bold=True)
        sheet.y += 3
        if (more := len(verdict.cost.account.origins) - 4) > 0:
            sheet.say(f"and {wording.count(more, 'other', 'others')}", SMALL, 1, ink="grey")
    else:
        sheet.say("No points stand on this itself.", NOTE, 2)
    if after := _after(verdict):
        sheet.y += 3
        sheet.say(after, NOTE, 2, ink="grey")
    low = sheet.y
    sheet.x, sheet.y = MARGIN + half + 24, top
    heading(sheet, "What the other side says")
    words = (*_disputed(verdict, disputes), *_said(verdict))
    for who, told in words[:3]:
        if sheet.y > top + 96:
            break
        sheet.say([Piece(types.cut(who, 8, half, bold=True), bold=True)], NOTE, 1)
        sheet.say(told, SMALL, 4)
        sheet.y += 2
    if not words:
        sheet.say(
            "No report of these deliverables gives a cause or a note, and nobody disputes it.", NOTE, 3, ink="grey"
        )
    sheet.x, sheet.width, sheet.y = MARGIN, WIDTH, max(low, sheet.y)


def _after(verdict: Verdict) -> str:
    """What it held up next, in a sentence; '' where it did not."""
    titles = [
        f"“{verdict.chain.thing(s.affected).title}”"
        + (f" for {wording.amount(s.days, 'days')}" if s.relation == "enables" and s.days else "")
        for s in verdict.chain.steps
        if s.role == "next" and s.cause == verdict.focus.id and s.relation in ("enables", "finances")
    ]
    more = f" and {len(titles) - 2} more" if len(titles) > 2 else ""  # noqa: PLR2004 - as many as a line names
    return f"It then held up {', '.join(titles[:2])}{more}." if titles else ""


def _sources(sheet: Sheet, rows: Sequence[EvidenceRow], left_out: int) -> None:
    """As many rows of the plan and of reports as there is room for: the day, what is known, the file and row.

    Where not all have room, what was reported and paid goes before what was agreed.
    """
    room = int((FOOT - sheet.y - 44) / _ROW)
    if not rows or room < 1:
        return
    heading(sheet, "What this rests on")
    kept = sorted(rows, key=lambda row: row.kind == "agreed")[:room]
    for row in (row for row in rows if row in kept):
        sheet.y += _ROW
        sheet.text(wording.day(row.day), MARGIN, sheet.y - 2, 7.5, ink="grey")
        source = types.cut(f"{row.source.file}, row {row.source.row}", 7, 150)
        wide = WIDTH - 58 - types.width(source, 7) - 12
        sheet.text(types.cut(row.text, 7.5, wide), MARGIN + 58, sheet.y - 2, 7.5)
        sheet.right(source, WIDE - MARGIN, sheet.y - 2, 7, ink="grey")
        sheet.rule(MARGIN, sheet.y + 1, WIDE - MARGIN, sheet.y + 1, pen=0.4)
    if more := len(rows) - len(kept) + left_out:
        sheet.text(f"{more:,} more rows are on the page.", MARGIN, sheet.y + 10, 7, ink="grey")
