"""Scorecard and matrix in a terminal: the sentence first, then the tables."""

from graph_schema.answers.tables import Matrix, MatrixRow, Scorecard, ScoreRow
from loaders.cli.show import clipped, console, draw, entry, foot, one, row, say, signed, table

_COLUMNS = 12
"""A wider matrix is a list of its largest cells."""

_CELLS = 40

_NAME = 18
"""Characters that the names of a matrix need at least."""

_STANDINGS = {"external": "outside the government", "not in the tree": "not in this year's tree"}


def show_card(card: Scorecard) -> None:
    """Print a scorecard for people."""
    out = console()
    say(out, f"{card.plan_year.title}, tier {card.tier}", "dim")
    say(out, card.headline, "bold")
    say(out, card.text)
    say(out, card.arithmetic, "dim")
    made = table("agency", ">official", ">adjusted", ">change", ">lost", ">began", ">due", "grade", gap=1)
    for each in card.rows:
        row(made, _score(each))
    total = [one(card.government_shown), "", "", one(card.shown), one(card.shown), "", ""]
    row(made, ["government", *total], "bold")
    draw(out, "Official beside adjusted", made)
    per, its = (" ÷ its weight (1 where none is given)", " ÷ its weight") if card.weighted else ("", "")
    say(out, f"Lost: points lost. Began: points that began there. Official = 100 − lost{per}.", "dim")
    say(out, f"Adjusted = 100 − began{its}. Due: the part that is measured.", "dim")
    if card.costly:
        made = table("deliverable, and whose it is", ">points", ">lost in its own", ">lost in others")
        for each in card.costly:
            numbers = (one(each.points_shown), one(each.in_own_shown), one(each.in_others_shown))
            entry(made, f"{clipped(each.title)} [{each.thing}], {clipped(each.agency.name)}", *numbers)
        own, others = (sum(v) for v in zip(*((c.in_own_shown, c.in_others_shown) for c in card.costly), strict=True))
        whole = "total" if card.costly_of <= len(card.costly) else f"these {len(card.costly)} of {card.costly_of}"
        entry(made, whole, one(card.costly_shown), one(own), one(others), style="bold")
        draw(out, "What cost most", made)
    out.print()
    foot(out, card.status)


def _score(each: ScoreRow) -> list[str]:
    measured = "" if each.measured is None else f"{each.measured:.0f} %"
    numbers = [one(each.official_shown), one(each.adjusted_shown), signed(each.change_shown)]
    where = "" if each.standing == "agency" else f" ({_STANDINGS.get(each.standing, each.standing)})"
    if each.weight not in (None, 1):
        where += f" (weight {each.weight:g})"
    grade = "none yet" if each.standing == "agency" and each.official is None else each.band
    return [f"{each.agency.name}{where}", *numbers, one(each.lost_shown), one(each.began_shown), measured, grade]


def show_matrix(made_of: Matrix) -> None:
    """Print who affects whom for people."""
    out = console()
    say(out, f"{made_of.plan_year.title}, tier {made_of.tier}", "dim")
    say(out, made_of.text, "bold")
    heads = [f">{_name(head, short=True)}" for head in made_of.causers]
    if len(heads) <= _COLUMNS and _NAME + sum(max(len(head), 4) + 1 for head in [*heads, ">lost"]) <= out.width:
        made = table("lost by", *heads, ">lost")
        for bearer in made_of.bearers:
            cells = [made_of.cell(bearer.key, causer.key) for causer in made_of.causers]
            points = [one(cell.points_shown) if cell else "–" for cell in cells]
            row(made, [_name(bearer), *points, one(bearer.lost_shown)])
        row(made, ["began there", *(one(c.began_shown) for c in made_of.causers), one(made_of.points_shown)], "bold")
        draw(out, "Points lost by the row that began in the column", made)
    else:
        names = {head.key: _name(head) for head in made_of.causers}
        made = table("lost by", "began in", ">points", ">days")
        largest = sorted(made_of.cells, key=lambda c: (-c.points, -c.days, c.bearer, c.causer))
        for cell in largest[:_CELLS]:
            where = "itself" if cell.bearer == cell.causer else names[cell.causer]
            row(made, [names[cell.bearer], where, one(cell.points_shown), one(cell.days_shown)])
        draw(out, "The largest parts", made)
        if len(largest) > _CELLS:
            say(out, f"and {len(largest) - _CELLS} smaller ones with --json.", "dim")
    out.print()
    foot(out, made_of.status)


def _name(head: MatrixRow, *, short: bool = False) -> str:
    if head.agency is None:
        return f"{head.folded} others"
    return head.agency.id if short else f"{head.agency.name} ({head.agency.id})"
