"""Scorecard and matrix in a terminal: the sentence first, then the tables."""

from graph_schema.answers import rounding, sentences
from graph_schema.answers.affects import Cell, CellTarget, Matrix, MatrixRow
from graph_schema.answers.tables import Scorecard, ScoreRow
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
    say(out, card.beside)
    say(out, card.arithmetic, "dim")
    beside = table("agency", "other than above")
    made = table("agency", ">official", ">adjusted", ">change", ">lost", ">began", ">due", "grade", gap=1)
    for each in card.rows:
        row(made, _score(each))
        if each.beside:
            row(beside, [each.agency.name, each.beside])
    total = [one(card.government_shown), "", "", one(card.shown), one(card.shown), "", ""]
    row(made, ["government", *total], "bold")
    draw(out, "Official beside adjusted", made)
    if beside.rows:
        draw(out, "Where revisions or rulings changed a score", beside)
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
    say(out, _of(made_of), "dim")
    say(out, made_of.text, "bold")
    for note in made_of.notes:
        say(out, note)
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
        bears, names = ({head.key: _name(head) for head in heads} for heads in (made_of.bearers, made_of.causers))
        made = table("lost by", "began in", ">points", ">days")
        largest = sorted(made_of.cells, key=lambda c: (-c.points, -c.days, c.bearer, c.causer))
        for cell in largest[:_CELLS]:
            where = "itself" if cell.bearer == cell.causer else names[cell.causer]
            row(made, [bears[cell.bearer], where, one(cell.points_shown), one(cell.days_shown)])
        draw(out, "The largest parts", made)
        if len(largest) > _CELLS:
            say(out, f"and {len(largest) - _CELLS} smaller ones with --json.", "dim")
    out.print()
    foot(out, made_of.status)


def show_cell(opened: Cell) -> None:
    """Print what lies behind one cell for people."""
    out = console()
    say(out, _of(opened), "dim")
    say(out, opened.text, "bold")
    for note in opened.notes:
        say(out, note)
    if not opened.direct and opened.way:
        say(out, "They have no dealings with each other: it came through others.")
    made = table("deliverable, and whose it is", ">points", ">days")
    for each in opened.roots:
        words = f"{clipped(each.title)} [{each.thing}], {clipped(each.agency.name)}"
        entry(made, words, one(each.points_shown), one(each.days_shown))
        if each.delay_days:
            entry(
                made, f"{sentences.amount(rounding.one(each.delay_days), 'days')} late", "", "", style="dim", under=True
            )
    entry(made, "total", one(opened.points_shown), one(opened.days_shown), style="bold")
    draw(out, "Where it began", made)
    if opened.targets:
        made = table("target, and whose it is", ">points", ">days")
        for each in opened.targets:
            words = f"{clipped(each.title)} [{each.thing}], {clipped(each.agency.name)}"
            entry(made, words, one(each.points_shown), one(each.days_shown))
            if whole := _whole(each):
                entry(made, whole, "", "", style="dim", under=True)
        entry(made, "total", one(opened.points_shown), one(opened.days_shown), style="bold")
        draw(out, "What it cost", made)
    if len(opened.way) > 1:
        made = table("deliverable, and whose it is", ">days late", ">began there")
        for stop in opened.way:
            words = f"{clipped(stop.title)} [{stop.thing}], {clipped(stop.agency.name)}"
            entry(
                made, words, one(stop.delay_days) if stop.delay_days else "", one(stop.began) if stop.delay_days else ""
            )
        draw(out, "The heaviest way, cause first", made)
    out.print()
    foot(out, opened.status)


def _whole(target: CellTarget) -> str:
    """Of how much its points and days are a part."""
    parts = [(target.loss, "points"), (target.delay_days, "days")]
    known = [sentences.amount(rounding.one(value), unit) for value, unit in parts if value]
    return f"of {sentences.joined(known)}" if known else ""


def _of(answer: Matrix | Cell) -> str:
    by = "" if answer.by_tier == answer.tier else f", by tier {answer.by_tier}"
    basis = "" if answer.basis == "in force" else f", {answer.basis}"
    return f"{answer.plan_year.title}, tier {answer.tier}{by}{basis}"


def _name(head: MatrixRow, *, short: bool = False) -> str:
    if head.agency is None:
        return f"{head.folded} others"
    return head.agency.id if short else f"{head.agency.name} ({head.agency.id})"
