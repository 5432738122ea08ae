"""One agency in a terminal: the sentence first, then its bridge, its targets and what each side owes the other."""

from rich.table import Table

from graph_schema.answers import sentences
from graph_schema.answers.agency.rows import Agency, AgreedTarget, Owing
from loaders.cli.show import clipped, console, day, draw, entry, foot, one, row, say, table


def show_agency(found: Agency) -> None:
    """Print an agency for people."""
    out = console()
    say(out, f"{found.plan_year.title}{f', tier {found.tier}' if found.tier else ''}", "dim")
    say(out, found.headline, "bold")
    say(out, found.text)
    if found.score:
        say(out, found.score.beside)
    if found.bridge:
        made = table("from official to adjusted", ">points")
        row(made, ["official", one(found.bridge.official_shown)])
        for each in found.bridge.others:
            if each.from_it:
                row(made, [f"+ began in {each.agency.name}", one(each.from_it_shown)])
        for each in found.bridge.others:
            if each.to_it:
                row(made, [f"− lost by {each.agency.name}", one(each.to_it_shown)])
        row(made, ["adjusted", one(found.bridge.adjusted_shown)], "bold")
        draw(out, "What moved between it and others", made)
    if found.targets:
        made = table("target", ">weight", "stands", ">score", ">lost")
        for target in found.targets:
            score = one(target.raw) if target.state in ("reached", "missed") else ""
            entry(
                made,
                f"{clipped(target.title)} [{target.thing}]",
                f"{target.weight:g} %",
                _stands(target),
                score,
                one(target.loss_shown),
            )
        draw(out, "What it promised", made)
    for title, owing in (("What it needs from others", found.needs), ("What others need from it", found.needed)):
        if owing.of:
            draw(out, title, _owing(owing))
            if owing.of > len(owing.rows):
                say(out, f"and {owing.of - len(owing.rows)} more", "dim")
    posts = [f"{p.title} [{p.post}]{'' if p.held else ', vacant'}" for p in found.posts]
    if posts:
        out.print()
        say(out, f"Posts, the head first: {sentences.joined(posts)}.")
    out.print()
    foot(out, found.status)


def _stands(target: AgreedTarget) -> str:
    if target.delay_days:
        return f"{sentences.amount(target.delay_days, 'days')} late"
    if target.shortfall:
        return f"{sentences.number(target.shortfall)} {target.unit} short"
    return target.state


def _owing(owing: Owing) -> Table:
    made = table("deliverable", "agency", "due", ">days late", ">held up")
    for each in owing.rows:
        who = ", ".join(party.id for party in each.parties)
        late = one(each.delay_days) if each.delay_days else ""
        entry(
            made,
            f"{clipped(each.title)} [{each.thing}]",
            who,
            day(each.planned),
            late,
            one(each.days) if each.days else "",
        )
    return made
