"""Disputes in a terminal."""

from graph_schema.answers.disputes import DisputeRow, Disputes
from loaders.cli.show import clipped, console, day, draw, entry, foot, one, row, say, table

_ROWS = 30
"""Rows of one table; the rest is counted."""


def show_disputes(found: Disputes) -> None:
    """Print disputes, and both numbers of what rulings moved."""
    out = console()
    say(out, found.text, "bold")
    if found.rows:
        made = table("dispute", "state", "raised", "by", "ruled", "by")
        for each in found.rows[:_ROWS]:
            by = each.raised_by.id if each.raised_by else ""
            ruled = (day(each.ruled_on), clipped(each.ruled_by))
            entry(made, clipped(each.dispute), each.state, day(each.raised_on), clipped(by), *ruled)
            for line in _lines(each):
                entry(made, clipped(line), under=True, style="dim")
        draw(out, "Disputes, the latest first", made)
    if found.parts:
        made = table("deliverable", "answers for it", "agency", "unit", ">without rulings", ">with")
        for part in found.parts[:_ROWS]:
            cause = part.cause_title or "its own"
            numbers = (one(part.without), one(part.ruled))
            row(made, [f"{part.title} ({part.thing})", cause, part.agency.id, part.unit, *numbers])
        draw(out, "What rulings moved", made)
    if found.points:
        made = table("plan year", ">tier", "agency", ">began without", ">with", ">adjusted without", ">with")
        for point in found.points[:_ROWS]:
            began = (one(point.began_without), one(point.began))
            adjusted = (one(point.adjusted_without), one(point.adjusted))
            row(made, [point.plan_year, str(point.tier), point.agency.name, *began, *adjusted])
        draw(out, "Points that began, without rulings and with them", made)
    out.print()
    if found.status.as_of:
        foot(out, found.status)


def _lines(each: DisputeRow) -> list[str]:
    about = f"about {each.title} ({each.thing})"
    said = [f"claims: {each.claim}"] if each.claim else []
    said += [f"answered {day(each.answered_on)}: {each.answer}".replace(" :", ":")] if each.answer else []
    said += [f"{'moves' if each.state == 'ruled' else 'would move'} {each.text}"] if each.text else []
    said += [f"because {each.reason}"] if each.reason else []
    return [about, *said]
