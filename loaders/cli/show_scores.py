"""Scorecard and matrix in a terminal: the sentence first, then the tables."""

from graph_schema.answers.tables import Matrix, MatrixRow, Scorecard, ScoreRow
from loaders.cli.show import console, draw, foot, one, row, say, signed, table

_COLUMNS = 8
"""A wider matrix is a list of its largest cells."""

_CELLS = 40


def show_card(card: Scorecard) -> None:
    """Print a scorecard for people."""
    out = console()
    say(out, f"{card.plan_year.title}, tier {card.tier}", "dim")
    say(out, card.headline, "bold")
    say(out, card.text)
    say(out, card.arithmetic, "dim")
    heads = ("agency", ">official", ">adjusted", ">change", ">points lost", ">began there", ">measured", "")
    title, made = "Official beside adjusted", table(*heads)
    for each in card.rows:
        row(made, _score(each))
    row(made, ["government", one(card.government), "", "", one(card.shown), one(card.shown), "", ""], "bold")
    draw(out, title, made)
    if card.costly:
        title, made = "What cost most", table("deliverable", "id", "agency", ">points", ">in its own", ">in others")
        for each in card.costly:
            numbers = (one(each.points_shown), one(each.in_own_shown), one(each.in_others_shown))
            row(made, [each.title, each.thing, each.agency.name, *numbers])
        draw(out, title, made)
        if card.costly_of > len(card.costly):
            say(out, f"{len(card.costly)} of {card.costly_of} that cost anything.", "dim")
    out.print()
    foot(out, card.status)


def _score(each: ScoreRow) -> list[str]:
    measured = "" if each.measured is None else f"{each.measured:.0f} %"
    words = each.band if each.standing == "agency" else each.standing
    if each.standing == "agency" and each.official is None:
        words = "nothing due yet"
    numbers = (one(each.official), one(each.adjusted), signed(each.change), one(each.lost_shown), one(each.began_shown))
    return [each.agency.name, *numbers, measured, words]


def show_matrix(made_of: Matrix) -> None:
    """Print who affects whom for people."""
    out = console()
    say(out, f"{made_of.plan_year.title}, tier {made_of.tier}", "dim")
    say(out, made_of.text, "bold")
    if len(made_of.causers) <= _COLUMNS:
        heads = [f">{_name(head, short=True)}" for head in made_of.causers]
        title, made = "Points lost by the row that began in the column", table("", *heads, ">lost")
        for bearer in made_of.bearers:
            cells = [made_of.cell(bearer.key, causer.key) for causer in made_of.causers]
            points = [one(cell.points_shown) if cell else "0" for cell in cells]
            row(made, [_name(bearer), *points, one(bearer.lost_shown)])
        row(made, ["began there", *(one(c.began_shown) for c in made_of.causers), one(made_of.points_shown)], "bold")
        draw(out, title, made)
    else:
        names = {head.key: _name(head) for head in made_of.causers}
        title, made = "The largest parts", table("lost by", "began in", ">points", ">days")
        largest = sorted(made_of.cells, key=lambda c: (-c.points, -c.days, c.bearer, c.causer))
        for cell in largest[:_CELLS]:
            row(made, [names[cell.bearer], names[cell.causer], one(cell.points_shown), one(cell.days_shown)])
        draw(out, title, made)
        if len(largest) > _CELLS:
            say(out, f"and {len(largest) - _CELLS} smaller ones with --json.", "dim")
    out.print()
    foot(out, made_of.status)


def _name(head: MatrixRow, *, short: bool = False) -> str:
    if head.agency is None:
        return f"{head.folded} others"
    return head.agency.id if short else f"{head.agency.name} ({head.agency.id})"
